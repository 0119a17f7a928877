import { aDraft } from '../testing/builders';
import {
  aTextParam,
  aWorkspace,
  anObjectParam,
  draftWithLabels,
  draftWithPods,
  draftWithSettings,
} from '../testing/draft-parts';
import type { CompleteDraft, DraftParam } from './draft';
import { draftChanges } from './draft-changes';

const base = aDraft({ params: [aTextParam('A', 'a'), aTextParam('B', 'b')] });
const versions = { kind: 'glob', pattern: 'v*' } as const;

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
      params: [aTextParam('A', 'x'), aTextParam('C', 'c')],
    });
    expect(draftChanges(base, after)).toEqual([
      { part: 'rule', before: { kind: 'any' }, after: versions },
      { part: 'pipeline', before: 'scan', after: 'sign' },
      { part: 'param', name: 'A', before: aTextParam('A', 'a'), after: aTextParam('A', 'x') },
      { part: 'param', name: 'C', before: undefined, after: aTextParam('C', 'c') },
      { part: 'param', name: 'B', before: aTextParam('B', 'b'), after: undefined },
    ]);
  });
});

describe('the workspaces', () => {
  const before = aDraft({ workspaces: [aWorkspace('A', 'nothing'), aWorkspace('B', 'emptyDir')] });

  it('are named with what fills them before and after', () => {
    const after = aDraft({ workspaces: [aWorkspace('A', 'emptyDir'), aWorkspace('C', 'nothing')] });
    expect(draftChanges(before, after)).toEqual([
      {
        part: 'workspace',
        name: 'A',
        before: aWorkspace('A', 'nothing'),
        after: aWorkspace('A', 'emptyDir'),
      },
      { part: 'workspace', name: 'B', before: aWorkspace('B', 'emptyDir'), after: undefined },
    ]);
  });
});

describe('an object', () => {
  const withKeys = (keys: Record<string, string>): CompleteDraft => ({
    ...base,
    params: [anObjectParam(keys)],
  });
  const before = withKeys({ url: 'a', tag: 'b' });

  it('is named by the keys that change', () => {
    expect(draftChanges(before, withKeys({ url: 'a', tag: 'c', more: 'd' }))).toEqual([
      {
        part: 'param',
        name: 'image.tag',
        before: aTextParam('image.tag', 'b'),
        after: aTextParam('image.tag', 'c'),
      },
      {
        part: 'param',
        name: 'image.more',
        before: undefined,
        after: aTextParam('image.more', 'd'),
      },
    ]);
  });

  it('is named as a whole where it was none, or is none any more', () => {
    const [own] = before.params;
    const byDefault: DraftParam = { ...own!, source: { from: 'default' } };
    expect(draftChanges(before, { ...before, params: [byDefault] })).toEqual([
      { part: 'param', name: 'image', before: own, after: byDefault },
    ]);
  });
});

describe('the pods', () => {
  const before = draftWithPods({ runAsUser: '1000', pullSecrets: ['a'] });

  it('are named by the fields that change, but for rows that are blank', () => {
    const after = draftWithPods({
      runAsUser: '1000',
      pullSecrets: ['a', ''],
      priorityClass: 'low',
    });
    expect(draftChanges(before, after)).toEqual([
      { part: 'pod', field: 'priorityClass', before: before.pod, after: after.pod },
    ]);
  });
});

describe('the settings', () => {
  const before = draftWithSettings({ serviceAccount: 'ci', tasksTimeout: '1h' });

  it('are named with what they were and will be', () => {
    expect(draftChanges(before, draftWithSettings({ tasksTimeout: '2h' }))).toEqual([
      { part: 'setting', setting: 'serviceAccount', before: 'ci', after: '' },
      { part: 'setting', setting: 'tasksTimeout', before: '1h', after: '2h' },
    ]);
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
  it('are changes by their names, whatever their order', () => {
    expect(
      draftChanges(draftWithLabels({ a: '1', b: '2' }), draftWithLabels({ b: '2', a: '1' })),
    ).toEqual([]);
    expect(
      draftChanges(draftWithLabels({ a: '1', b: '2' }), draftWithLabels({ b: '3', c: '4' })),
    ).toEqual([
      { part: 'labels', name: 'b', before: '2', after: '3' },
      { part: 'labels', name: 'c', before: undefined, after: '4' },
      { part: 'labels', name: 'a', before: '1', after: undefined },
    ]);
  });
});
