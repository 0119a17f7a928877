import fc from 'fast-check';
import { choiceAmong } from '../../../domain/stream-choice';
import type { StreamChoice } from '../../../domain/stream-choice';
import { ignoring } from '../../../domain/tag-rule';
import { aDraft } from '../../../testing/builders';
import { anObjectParam, draftWithPods } from '../../../testing/draft-parts';
import { drafts } from '../../../testing/drafts';
import { cloneForm, editForm, initialForm, initialFormOfMany } from '../initial-form';
import type { FormState } from '../form-state';
import { restoredForm } from './restored-form';
import { fingerprintOf, formToText, parseStoredForm } from './stored-form';

const meta = { savedAt: '2026-03-01T12:00:00Z', madeFrom: '' };

const param = (name: string, value: string) => ({
  name,
  type: 'string' as const,
  hasDefault: false,
  source: { from: 'literal' as const, value },
});

describe('a form that is stored', () => {
  it('is read back, whatever was filled in', () => {
    const harmless = drafts.filter(({ params, metadata, stream }) => {
      const keys = params.flatMap(({ source }) => (source.from === 'object' ? source.keys : []));
      const names = [...params, ...keys, ...metadata.annotations].map(({ name }) => name).join(' ');
      return !/pass|secret|token|key|credential|auth/i.test(names) && !stream.name.includes('/');
    });
    fc.assert(
      fc.property(harmless, (draft) => {
        const state = cloneForm(draft);
        const stored = parseStoredForm(formToText(state, meta));
        expect(stored).toEqual({ ...meta, isKept: false, state });
        expect(restoredForm(stored!, initialForm('ci', undefined))).toEqual(state);
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, Partial<StreamChoice>]>([
    ['of all', {}],
    ['of those of a list', { among: ['images/web', 'base/node'], without: ['base/node'] }],
    ['that is narrowed and named', { pattern: 'web-*', labels: 'a=', prefix: 'x-', suffix: '' }],
  ])('has the choice of many ImageStreams %s', (_, choice) => {
    const state: FormState = {
      ...initialForm('ci', undefined),
      many: { ...choiceAmong(undefined), ...choice },
    };
    expect(parseStoredForm(formToText(state, meta))?.state).toEqual(state);
  });

  it('is read back before anything was filled in', () => {
    const state = initialForm(undefined, undefined);
    expect(parseStoredForm(formToText(state, meta))?.state).toEqual(state);
  });

  it('has an expression as it is, half typed', () => {
    const rule = ignoring({ kind: 'cel', expression: `t.tag == ('v` }, ['pr-*']);
    const state = editForm(aDraft({ rule }));
    expect(parseStoredForm(formToText(state, meta))?.state).toEqual(state);
  });

  it.each(['PASSWORD', 'registry-token', 'apiKey', 'client_secret'])(
    'holds no text of the parameter %s',
    (name) => {
      const text = formToText(editForm(aDraft({ params: [param(name, 'hunter2')] })), meta);
      expect(text).not.toContain('hunter2');
      expect(parseStoredForm(text)?.state.draft.params).toEqual([param(name, '')]);
    },
  );

  it('holds no text of a key of an object that by its name or that of the object is a secret', () => {
    const object = (name: string, key: string) => ({
      ...anObjectParam({ [key]: 'hunter2', url: 'x' }),
      name,
    });
    const params = [object('server', 'password'), object('token', 'a')];
    const text = formToText(editForm(aDraft({ params })), meta);
    expect(text).not.toContain('hunter2');
    expect(parseStoredForm(text)?.state.draft.params.map(({ source }) => source)).toEqual([
      anObjectParam({ password: '', url: 'x' }).source,
      anObjectParam({ a: '', url: '' }).source,
    ]);
  });

  it('holds no value of an annotation whose name speaks of a secret', () => {
    const annotations = [
      { name: 'api-token', value: 'hunter2' },
      { name: 'about', value: 'x' },
    ];
    const state = editForm(aDraft({ metadata: { labels: [], annotations } }));
    const text = formToText(state, meta);
    expect(text).not.toContain('hunter2');
    expect(parseStoredForm(text)?.state.draft.metadata.annotations).toEqual([
      { name: 'api-token', value: '' },
      { name: 'about', value: 'x' },
    ]);
  });

  it('holds nothing of what the cluster keeps, which is read again', () => {
    const kept = { spec: { podTemplate: 'hidden' }, labels: {}, annotations: {} };
    const own = { ...param('A', ''), source: { from: 'kept' as const }, kept: 'hidden $(x)' };
    const before = editForm(aDraft({ kept, params: [own] }));
    const text = formToText(before, meta);
    expect(text).not.toContain('hidden');
    const stored = parseStoredForm(text)!;
    expect(restoredForm(stored, before)).toEqual(before);
    // Of another Pipeline there is nothing to be kept.
    const elsewhere = editForm(aDraft({ pipeline: 'other', params: [] }));
    const [restored] = restoredForm(stored, elsewhere).draft.params;
    expect(restored).toMatchObject({ name: 'A', source: { from: 'default' } });
  });

  it('holds no binding that the cluster keeps, which is read again', () => {
    const own = {
      name: 'source',
      isOptional: false,
      source: { from: 'kept' as const },
      kept: { name: 'source', csi: { driver: 'hidden' } },
    };
    const before = editForm(aDraft({ workspaces: [own] }));
    const text = formToText(before, meta);
    expect(text).not.toContain('hidden');
    const stored = parseStoredForm(text)!;
    expect(restoredForm(stored, before)).toEqual(before);
    const elsewhere = editForm(aDraft({ pipeline: 'other' }));
    const [restored] = restoredForm(stored, elsewhere).draft.workspaces;
    expect(restored).toEqual({ name: 'source', isOptional: false, source: { from: 'nothing' } });
  });

  it('keeps nothing that was not kept any more', () => {
    const kept = { spec: { timeouts: {} }, labels: {}, annotations: {} };
    const stored = parseStoredForm(formToText(cloneForm(aDraft()), meta))!;
    expect(restoredForm(stored, editForm(aDraft({ kept }))).draft.kept).toBeUndefined();
  });
});

describe('parseStoredForm', () => {
  const text = formToText(editForm(aDraft()), meta);

  it('reads a form that was stored before there were fields for policy, workspaces, settings, metadata and pods', () => {
    const old = text
      .replace(/,"workspaces":\[],"settings":{[^}]*},"metadata":{[^}]*},"pod":{[^}]*}/, '')
      .replace('"policy":"each-push",', '');
    expect(old).not.toMatch(/settings|metadata|policy|pod/);
    expect(parseStoredForm(old)?.state).toEqual(editForm(aDraft()));
  });

  const many = formToText(initialFormOfMany('ci', [{ namespace: 'images', name: 'web' }]), meta);

  it.each<[string, string]>([
    ['a choice without a pattern', many.replace('"pattern"', '"x"')],
    ['a choice among what are no keys', many.replace('["images/web"]', '[7]')],
    ['a choice that leaves out what are no keys', many.replace('"without":[]', '"without":7')],
    ['a choice with a suffix that is none', many.replace('"prefix"', '"suffix":7,"prefix"')],
  ])('reads nothing from %s', (_, other) => {
    expect(other).not.toBe(many);
    expect(parseStoredForm(many)).toBeDefined();
    expect(parseStoredForm(other)).toBeUndefined();
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['no JSON', '{'],
    ['a number', '7'],
    ['null', 'null'],
    ['another version', text.replace('"version":1', '"version":0')],
    ['no time', text.replace('"savedAt"', '"x"')],
    ['a rule that is none', text.replace('"rule":"true"', '"rule":"body.x"')],
    ['a parameter without type', text.replace('"type":"string"', '"type":"file"')],
    ['a field of the push that there is not', text.replace('"reference"', '"body"')],
    ['no parameters', text.replace('"params"', '"x"')],
    ['a policy that is none', text.replace('"each-push"', '"each-day"')],
    ['settings that are none', text.replace('"tasksTimeout":""', '"tasksTimeout":1')],
    ['labels that are none', text.replace('"labels":[]', '"labels":[{"name":"a"}]')],
    ['pods that are none', text.replace('"pullSecrets":[]', '"pullSecrets":[1]')],
    ['an object that is a text', text.replace('"type":"string"', '"type":"object"')],
    ['workspaces that are none', text.replace('"workspaces":[]', '"workspaces":[{"name":"a"}]')],
  ])('reads nothing from %s', (_, other) => {
    expect(other).not.toBe(text);
    expect(parseStoredForm(other)).toBeUndefined();
  });
});

describe('fingerprintOf', () => {
  it('is that of an equal draft, and of no other', () => {
    expect(fingerprintOf(aDraft())).toBe(fingerprintOf(structuredClone(aDraft())));
    const others = [
      aDraft({ pipeline: 'sign' }),
      aDraft({ policy: 'each-image' }),
      aDraft({ rule: { kind: 'any', ignore: ['a'] } }),
    ];
    for (const other of others) expect(fingerprintOf(other)).not.toBe(fingerprintOf(aDraft()));
  });

  it('minds what is said of pods, and nothing of rows that are blank', () => {
    const blank = fingerprintOf(draftWithPods({ pullSecrets: [''] }));
    expect(blank).toBe(fingerprintOf(aDraft()));
    expect(fingerprintOf(draftWithPods({ pullSecrets: ['a'] }))).not.toBe(blank);
  });

  it('minds what fills the workspaces, and nothing of those that are empty', () => {
    const withSource = (from: 'nothing' | 'emptyDir') =>
      fingerprintOf(aDraft({ workspaces: [{ name: 'a', isOptional: true, source: { from } }] }));
    expect(withSource('nothing')).toBe(fingerprintOf(aDraft()));
    expect(withSource('emptyDir')).not.toBe(fingerprintOf(aDraft()));
  });
});
