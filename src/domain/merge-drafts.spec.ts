import type { CompleteDraft } from './draft';
import { aDraft } from '../testing/builders';
import {
  aTextParam,
  aWorkspace,
  anObjectParam,
  draftWithLabels,
  draftWithPods,
  draftWithSettings,
} from '../testing/draft-parts';
import { mergeDrafts } from './merge-drafts';

const base = aDraft({ params: [aTextParam('A', 'a'), aTextParam('B', 'b')] });
const versions = { kind: 'glob', pattern: 'v*' } as const;
const one = { kind: 'tags', tags: ['v1'] } as const;

describe('mergeDrafts', () => {
  const params = (a: string, b: string) => [aTextParam('A', a), aTextParam('B', b)];

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

  it('takes workspaces one by one', () => {
    const of = (a: 'nothing' | 'emptyDir', b: 'nothing' | 'emptyDir') =>
      aDraft({ workspaces: [aWorkspace('A', a), aWorkspace('B', b)] });
    const merged = mergeDrafts({
      base: of('nothing', 'emptyDir'),
      mine: of('emptyDir', 'emptyDir'),
      theirs: of('nothing', 'nothing'),
    });
    expect(merged).toEqual(of('emptyDir', 'nothing'));
  });

  it('takes settings one by one', () => {
    const merged = mergeDrafts({
      base: draftWithSettings({ serviceAccount: 'ci', tasksTimeout: '1h' }),
      mine: draftWithSettings({ serviceAccount: '', tasksTimeout: '1h' }),
      theirs: draftWithSettings({ serviceAccount: 'other', tasksTimeout: '2h' }),
    });
    expect(merged).toEqual(draftWithSettings({ tasksTimeout: '2h' }));
  });

  it('takes labels one by one: what I changed, added and took away, and theirs', () => {
    const merged = mergeDrafts({
      base: draftWithLabels({ a: '1', b: '2', c: '3' }),
      mine: draftWithLabels({ a: 'mine', c: '3', new: 'mine' }),
      theirs: draftWithLabels({ a: '1', b: '2', c: 'theirs', other: 'theirs' }),
    });
    expect(merged).toEqual(
      draftWithLabels({ c: 'theirs', other: 'theirs', a: 'mine', new: 'mine' }),
    );
  });

  it('takes an object key by key', () => {
    const of = (keys: Record<string, string>) => aDraft({ params: [anObjectParam(keys)] });
    const merged = mergeDrafts({
      base: of({ url: 'a', tag: 'b', old: 'c' }),
      mine: of({ url: 'mine', tag: 'b', new: 'mine' }),
      theirs: of({ url: 'a', tag: 'theirs', old: 'c' }),
    });
    expect(merged).toEqual(of({ tag: 'theirs', url: 'mine', new: 'mine' }));
  });

  it('takes what it says of the pods field by field', () => {
    const merged = mergeDrafts({
      base: draftWithPods({ runAsUser: '1000', pullSecrets: ['a'] }),
      mine: draftWithPods({ pullSecrets: ['a'] }),
      theirs: draftWithPods({ runAsUser: '1', pullSecrets: ['b'] }),
    });
    expect(merged).toEqual(draftWithPods({ pullSecrets: ['b'] }));
  });
});
