import type { Pipeline } from '../../k8s/pipeline';
import { draftOf, formReducer, initialForm, parseStreamRef } from './form-state';
import type { FormAction, FormState } from './form-state';

const stream = { namespace: 'images', name: 'web' };

const aPipeline = (name: string, ...params: string[]): Pipeline => ({
  metadata: { name, namespace: 'ci' },
  spec: { params: params.map((param) => ({ name: param })) },
});

const after = (...actions: FormAction[]): FormState =>
  actions.reduce(formReducer, initialForm('ci', undefined));

const none: ReadonlySet<string> = new Set();

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

describe('draftOf', () => {
  const chosen: FormAction[] = [
    { type: 'stream', stream },
    { type: 'pipeline', pipeline: aPipeline('scan', 'IMAGE') },
  ];

  it('names the trigger after what it binds, as long as nobody has named it', () => {
    expect(draftOf(after(...chosen), none).name).toBe('web-scan');
    expect(draftOf(after(...chosen), new Set(['web-scan'])).name).toBe('web-scan-2');
    expect(draftOf(after({ type: 'name', name: 'mine' }, ...chosen), none).name).toBe('mine');
    expect(draftOf(after(...chosen, { type: 'name', name: '' }), none).name).toBe('');
  });

  it('has no name before there is something to name it after', () => {
    expect(draftOf(after(chosen[0]!), none).name).toBe('');
    expect(draftOf(after(chosen[1]!), none).name).toBe('');
  });
});
