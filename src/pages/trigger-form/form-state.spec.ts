import { parseStreamRef, parseStreamRefs } from '../../domain/push';
import type { Pipeline } from '../../k8s/pipeline';
import { draftOf, formReducer } from './form-state';
import { initialForm, initialFormOfMany } from './initial-form';
import type { FormAction, FormState } from './form-state';

const stream = { namespace: 'images', name: 'web' };

const aPipeline = (name: string, ...params: string[]): Pipeline => ({
  metadata: { name, namespace: 'ci' },
  spec: { params: params.map((param) => ({ name: param })) },
});

const after = (...actions: FormAction[]): FormState =>
  actions.reduce(formReducer, initialForm('ci', undefined));

/** The name that the form shows, beside names that are taken. */
const nameShown = (state: FormState, ...taken: string[]): string =>
  draftOf(state, { taken: new Set(taken), pipeline: undefined }).name;

describe('parseStreamRef', () => {
  it.each([
    ['images/web', stream],
    ['', undefined],
    ['web', undefined],
    ['/web', undefined],
    ['images/', undefined],
    ['images/web/more', undefined],
  ])('%j', (text, ref) => {
    expect(parseStreamRef(text)).toEqual(ref);
  });
});

describe('initialForm', () => {
  it('offers the ImageStreams of the project of the one that it opens with', () => {
    expect(initialForm('ci', stream)).toMatchObject({
      draft: { namespace: 'ci', stream, rule: { kind: 'any' } },
      streamNamespace: 'images',
    });
  });

  it('offers those of the page’s project, or of none', () => {
    expect(initialForm('ci', undefined).streamNamespace).toBe('ci');
    expect(initialForm(undefined, undefined).draft.namespace).toBe('');
  });
});

describe('parseStreamRefs', () => {
  it('reads ImageStreams with commas between, and nothing else', () => {
    const node = { namespace: 'base', name: 'node' };
    expect(parseStreamRefs('images/web,base/node')).toEqual([stream, node]);
    expect(parseStreamRefs('web,,images/web,a/b/c')).toEqual([stream]);
    expect(parseStreamRefs('')).toEqual([]);
  });
});

describe('initialFormOfMany', () => {
  it.each([
    ['their project', [stream, { ...stream, name: 'api' }], 'images'],
    ['all projects', [stream, { ...stream, namespace: 'base' }], ''],
  ])('offers the ImageStreams of %s', (_, streams, streamNamespace) => {
    const state = initialFormOfMany('ci', streams);
    expect(state.streamNamespace).toBe(streamNamespace);
    expect(state.many?.among).toEqual(streams.map(({ namespace, name }) => `${namespace}/${name}`));
    expect(state.draft).toMatchObject({ namespace: 'ci', stream: undefined });
  });
});

describe('formReducer', () => {
  it('forgets the ImageStream with its project', () => {
    const { draft, streamNamespace } = after(
      { type: 'stream', stream },
      { type: 'stream-namespace', namespace: 'other' },
    );
    expect(draft.stream).toBeUndefined();
    expect(streamNamespace).toBe('other');
  });

  it('keeps the tag rule when another ImageStream is chosen', () => {
    const rule = { kind: 'glob' as const, pattern: 'v*' };
    expect(after({ type: 'rule', rule }, { type: 'stream', stream }).draft.rule).toBe(rule);
  });

  it('has a proposal for each parameter of the Pipeline, and drops those of another one', () => {
    const first: FormAction = { type: 'pipeline', pipeline: aPipeline('scan', 'IMAGE', 'note') };
    expect(after(first).draft.params.map(({ name, source }) => [name, source.from])).toEqual([
      ['IMAGE', 'push'],
      ['note', 'literal'],
    ]);
    const second: FormAction = { type: 'pipeline', pipeline: aPipeline('print', 'digest') };
    expect(after(first, second).draft.params.map(({ name }) => name)).toEqual(['digest']);
    expect(after(first, { type: 'namespace', namespace: 'b' }).draft).toMatchObject({
      namespace: 'b',
      pipeline: '',
      params: [],
    });
  });

  it('changes the value of one parameter only', () => {
    const { params } = after(
      { type: 'pipeline', pipeline: aPipeline('scan', 'IMAGE', 'note') },
      { type: 'param', name: 'note', source: { from: 'literal', value: 'hello' } },
    ).draft;
    expect(params.map(({ source }) => source)).toEqual([
      { from: 'push', field: 'reference' },
      { from: 'literal', value: 'hello' },
    ]);
  });
});

describe('the workspaces', () => {
  const withWorkspaces = (...workspaces: { name: string; optional?: boolean }[]): Pipeline => ({
    metadata: { name: 'build', namespace: 'ci' },
    spec: { workspaces },
  });
  const source = { name: 'source', isOptional: false, source: { from: 'emptyDir' } } as const;

  it('are those of the Pipeline, and keep what fills them in another one that has them', () => {
    const first = withWorkspaces({ name: 'source' }, { name: 'cache', optional: true });
    const filled = after(
      { type: 'pipeline', pipeline: first },
      { type: 'workspace', workspace: source },
    );
    expect(filled.draft.workspaces).toEqual([
      source,
      { name: 'cache', isOptional: true, source: { from: 'nothing' } },
    ]);
    const second = withWorkspaces({ name: 'login' }, { name: 'source', optional: true });
    expect(formReducer(filled, { type: 'pipeline', pipeline: second }).draft.workspaces).toEqual([
      { name: 'login', isOptional: false, source: { from: 'nothing' } },
      { ...source, isOptional: true },
    ]);
    const elsewhere = formReducer(filled, { type: 'namespace', namespace: 'b' });
    expect(elsewhere.draft.workspaces).toEqual([]);
  });

  it('have a row where the Pipeline gained one since the form was stored', () => {
    const pipeline = withWorkspaces({ name: 'source' });
    const state = after({ type: 'pipeline', pipeline: withWorkspaces() });
    const shown = (form: FormState) =>
      draftOf(form, { taken: new Set<string>(), pipeline }).workspaces;
    expect(shown(state)).toEqual([{ ...source, source: { from: 'nothing' } }]);
    expect(shown(formReducer(state, { type: 'workspace', workspace: source }))).toEqual([source]);
  });
});

describe('the settings', () => {
  it('go one by one, and the service account stays in its project', () => {
    const filled = after(
      { type: 'setting', setting: 'serviceAccount', value: 'ci' },
      { type: 'setting', setting: 'tasksTimeout', value: '1h' },
    );
    expect(filled.draft.settings).toEqual({
      serviceAccount: 'ci',
      pipelineTimeout: '',
      tasksTimeout: '1h',
      finallyTimeout: '',
    });
    const elsewhere = formReducer(filled, { type: 'namespace', namespace: 'b' });
    expect(elsewhere.draft.settings).toMatchObject({ serviceAccount: '', tasksTimeout: '1h' });
  });
});

describe('draftOf', () => {
  const chosen: FormAction[] = [
    { type: 'stream', stream },
    { type: 'pipeline', pipeline: aPipeline('scan', 'IMAGE') },
  ];

  it('names the trigger after what it binds, as long as nobody has named it', () => {
    expect(nameShown(after(...chosen))).toBe('web-scan');
    expect(nameShown(after(...chosen), 'web-scan')).toBe('web-scan-2');
    expect(nameShown(after({ type: 'name', name: 'mine' }, ...chosen))).toBe('mine');
    expect(nameShown(after(...chosen, { type: 'name', name: '' }))).toBe('');
  });

  it('has no name before there is something to name it after', () => {
    expect(nameShown(after(chosen[0]!))).toBe('');
    expect(nameShown(after(chosen[1]!))).toBe('');
  });
});
