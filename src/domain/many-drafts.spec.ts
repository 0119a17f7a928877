import { aDraft, anImageStream, aTrigger } from '../testing/builders';
import { triggerPlan } from './plan';
import { streamKey } from './push';
import { manyDrafts } from './many-drafts';
import type { ManySurroundings } from './many-drafts';
import { choiceAmong } from './stream-choice';
import type { StreamChoice } from './stream-choice';
import type { TriggerDraft } from './draft';

const streams = [
  anImageStream({ namespace: 'images', name: 'web' }),
  anImageStream({ namespace: 'images', name: 'api' }),
  anImageStream({ namespace: 'base', name: 'node' }),
];

const template: TriggerDraft = { ...aDraft(), name: '', stream: undefined };

const make = (
  choice: Partial<StreamChoice> = {},
  {
    draft = {},
    ...around
  }: Partial<ManySurroundings> & { readonly draft?: Partial<TriggerDraft> } = {},
) =>
  manyDrafts(
    { ...template, ...draft },
    { ...choiceAmong(undefined), ...choice },
    { streams, triggers: [], taken: new Set(), ...around },
  );

describe('manyDrafts', () => {
  it('makes drafts that differ in their ImageStreams and names alone', () => {
    const { drafts, problems } = make();
    expect(problems).toEqual([]);
    expect(drafts.map(({ name }) => name)).toEqual(['node-scan', 'api-scan', 'web-scan']);
    expect(drafts.map(({ stream }) => streamKey(stream))).toEqual([
      'base/node',
      'images/api',
      'images/web',
    ]);
    for (const { stream, name, ...rest } of drafts) {
      expect({ ...rest, stream, name }).toEqual({ ...template, stream, name });
      expect(
        triggerPlan({ ...rest, stream, name }, { activatedAt: '', version: '1' }),
      ).toHaveLength(15);
    }
  });

  it('leaves out whom the user does, and keeps the names of the others', () => {
    const taken = new Set(['web-scan']);
    const both = [...streams, anImageStream({ namespace: 'base', name: 'web' })];
    const all = make({}, { streams: both, taken });
    expect(all.drafts.map(({ name }) => name)).toEqual([
      'node-scan',
      'base-web-scan',
      'api-scan',
      'images-web-scan',
    ]);
    const some = make({ without: ['base/web'] }, { streams: both, taken });
    expect(some.drafts.map(({ name }) => name)).toEqual([
      'node-scan',
      'api-scan',
      'images-web-scan',
    ]);
    expect(some.matched.map(({ isWanted }) => isWanted)).toEqual([true, false, true, true]);
  });

  it.each<[string, Parameters<typeof aTrigger>[0], string[]]>([
    ['that runs the Pipeline for it', {}, ['scan-web']],
    ['of another Pipeline', { pipeline: 'sign' }, []],
    ['of another ImageStream', { stream: { namespace: 'images', name: 'other' } }, []],
  ])('makes none beside a trigger %s', (_, trigger, boundBy) => {
    const { matched, drafts } = make({ pattern: 'web' }, { triggers: [aTrigger(trigger)] });
    expect(matched.map((row) => row.boundBy)).toEqual([boundBy]);
    expect(drafts).toHaveLength(boundBy.length === 0 ? 1 : 0);
  });

  it('says of no ImageStream that it is bound as long as no Pipeline is chosen', () => {
    const { matched, problems } = make({}, { draft: { pipeline: '' }, triggers: [aTrigger()] });
    expect(matched.flatMap(({ boundBy }) => boundBy)).toEqual([]);
    expect(matched.map(({ name }) => name)).toEqual([undefined, undefined, undefined]);
    expect(problems).toEqual([{ code: 'pipeline-missing' }]);
  });

  it.each<[string, Parameters<typeof make>]>([
    ['of the rule', [{}, { draft: { rule: { kind: 'glob', pattern: '' } } }]],
    ['of a name pattern', [{ pattern: 'Web' }]],
    ['of labels', [{ labels: 'a b' }]],
    ['of a prefix', [{ prefix: '-' }]],
  ])('makes none with a problem %s', (_, args) => {
    const { drafts, problems, choiceProblems } = make(...args);
    expect(problems.length + choiceProblems.length).toBe(1);
    expect(drafts).toEqual([]);
  });

  it('asks for neither a name nor an ImageStream of its own', () => {
    expect(make({}, { streams: [] }).problems).toEqual([]);
  });

  it('takes the suffix of the user in place of the one that is proposed', () => {
    expect(
      make({ suffix: '', prefix: 'ci-', pattern: 'web' }).drafts.map(({ name }) => name),
    ).toEqual(['ci-web']);
  });
});
