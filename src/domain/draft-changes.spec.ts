import { aDraft } from '../testing/builders';
import type { CompleteDraft, DraftParam } from './draft';
import { draftChanges, mergeDrafts } from './draft-changes';
import { defaultSettings } from './run-settings';
import type { RunSettings } from './run-settings';
import type { DraftWorkspace } from './workspace';

const param = (name: string, value: string): DraftParam => ({
  name,
  type: 'string',
  hasDefault: true,
  source: { from: 'literal', value },
});

const base = aDraft({ params: [param('A', 'a'), param('B', 'b')] });
const versions = { kind: 'glob', pattern: 'v*' } as const;
const one = { kind: 'tags', tags: ['v1'] } as const;

describe('draftChanges', () => {
  it('is empty between a draft and itself', () => {
    expect(draftChanges(base, structuredClone(base))).toEqual([]);
  });

  it('names what runs once', () => {
    expect(draftChanges(base, { ...base, policy: 'each-image' })).toEqual([
      { part: 'policy', before: 'each-push', after: 'each-image' },
    ]);
  });

  it('names the rule, the Pipeline and each parameter with what it was and will be', () => {
    const after = aDraft({
      rule: versions,
      pipeline: 'sign',
      params: [param('A', 'x'), param('C', 'c')],
    });
    expect(draftChanges(base, after)).toEqual([
      { part: 'rule', before: { kind: 'any' }, after: versions },
      { part: 'pipeline', before: 'scan', after: 'sign' },
      { part: 'param', name: 'A', before: param('A', 'a'), after: param('A', 'x') },
      { part: 'param', name: 'C', before: undefined, after: param('C', 'c') },
      { part: 'param', name: 'B', before: param('B', 'b'), after: undefined },
    ]);
  });
});

describe('the workspaces', () => {
  const filledBy = (name: string, from: 'nothing' | 'emptyDir'): DraftWorkspace => ({
    name,
    isOptional: true,
    source: { from },
  });
  const before = aDraft({ workspaces: [filledBy('A', 'nothing'), filledBy('B', 'emptyDir')] });

  it('are named with what fills them before and after', () => {
    const after = aDraft({ workspaces: [filledBy('A', 'emptyDir'), filledBy('C', 'nothing')] });
    expect(draftChanges(before, after)).toEqual([
      {
        part: 'workspace',
        name: 'A',
        before: filledBy('A', 'nothing'),
        after: filledBy('A', 'emptyDir'),
      },
      { part: 'workspace', name: 'B', before: filledBy('B', 'emptyDir'), after: undefined },
    ]);
  });

  it('are merged one by one', () => {
    const mine = aDraft({ workspaces: [filledBy('A', 'emptyDir'), filledBy('B', 'emptyDir')] });
    const theirs = aDraft({ workspaces: [filledBy('A', 'nothing'), filledBy('B', 'nothing')] });
    expect(mergeDrafts({ base: before, mine, theirs }).workspaces).toEqual([
      filledBy('A', 'emptyDir'),
      filledBy('B', 'nothing'),
    ]);
  });
});

describe('the settings', () => {
  const setting = (overrides: Partial<RunSettings>) =>
    aDraft({ settings: { ...defaultSettings, ...overrides } });
  const before = setting({ serviceAccount: 'ci', tasksTimeout: '1h' });

  it('are named with what they were and will be', () => {
    expect(draftChanges(before, setting({ tasksTimeout: '2h' }))).toEqual([
      { part: 'setting', setting: 'serviceAccount', before: 'ci', after: '' },
      { part: 'setting', setting: 'tasksTimeout', before: '1h', after: '2h' },
    ]);
  });

  it('are merged one by one', () => {
    const mine = setting({ serviceAccount: '', tasksTimeout: '1h' });
    const theirs = setting({ serviceAccount: 'other', tasksTimeout: '2h' });
    expect(mergeDrafts({ base: before, mine, theirs }).settings).toEqual(
      setting({ tasksTimeout: '2h' }).settings,
    );
  });
});

describe('a change of what is ignored', () => {
  it('is a change of the rule', () => {
    const after = aDraft({ ...base, rule: { kind: 'any', ignore: ['pr-*'] } });
    expect(draftChanges(base, after)).toEqual([
      { part: 'rule', before: base.rule, after: after.rule },
    ]);
  });
});

describe('labels and annotations', () => {
  const withLabels = (labels: Record<string, string>): CompleteDraft => ({
    ...base,
    metadata: {
      labels: Object.entries(labels).map(([name, value]) => ({ name, value })),
      annotations: [{ name: 'about', value: 'x' }],
    },
  });

  it('are changes by their names, whatever their order', () => {
    expect(draftChanges(withLabels({ a: '1', b: '2' }), withLabels({ b: '2', a: '1' }))).toEqual(
      [],
    );
    expect(draftChanges(withLabels({ a: '1', b: '2' }), withLabels({ b: '3', c: '4' }))).toEqual([
      { part: 'labels', name: 'b', before: '2', after: '3' },
      { part: 'labels', name: 'c', before: undefined, after: '4' },
      { part: 'labels', name: 'a', before: '1', after: undefined },
    ]);
  });

  it('are merged one by one: what I changed, added and took away, and theirs', () => {
    const merged = mergeDrafts({
      base: withLabels({ a: '1', b: '2', c: '3' }),
      mine: withLabels({ a: 'mine', c: '3', new: 'mine' }),
      theirs: withLabels({ a: '1', b: '2', c: 'theirs', other: 'theirs' }),
    });
    expect(merged.metadata).toEqual(
      withLabels({ c: 'theirs', other: 'theirs', a: 'mine', new: 'mine' }).metadata,
    );
  });
});

describe('mergeDrafts', () => {
  const params = (a: string, b: string) => [param('A', a), param('B', b)];

  it.each<[string, Partial<CompleteDraft>, Partial<CompleteDraft>, Partial<CompleteDraft>]>([
    [
      'theirs where I changed nothing',
      {},
      { rule: one, pipeline: 'x' },
      { rule: one, pipeline: 'x' },
    ],
    ['mine where they changed nothing', { rule: one }, {}, { rule: one }],
    [
      'both, of different parts',
      { rule: one },
      { params: params('x', 'b') },
      { rule: one, params: params('x', 'b') },
    ],
    [
      'both, of different parameters',
      { params: params('x', 'b') },
      { params: params('a', 'y') },
      { params: params('x', 'y') },
    ],
    [
      'what runs once as they changed it',
      { rule: one },
      { policy: 'each-image' },
      { rule: one, policy: 'each-image' },
    ],
    [
      'what runs once as I changed it, with my Pipeline',
      { policy: 'each-image', pipeline: 'x' },
      { rule: one },
      { rule: one, policy: 'each-image', pipeline: 'x' },
    ],
    ['mine, of the same part', { rule: one }, { rule: versions }, { rule: one }],
    [
      'my Pipeline with my parameters',
      { pipeline: 'mine', params: [] },
      { params: params('x', 'y') },
      { pipeline: 'mine', params: [] },
    ],
  ])('takes %s', (_, ...[mine, theirs, merged]) => {
    expect(
      mergeDrafts({ base, mine: { ...base, ...mine }, theirs: { ...base, ...theirs } }),
    ).toEqual({ ...base, ...merged });
  });
});
