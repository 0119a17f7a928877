import { aDigest, aDraft, aLedger, aPipelineRun, aPush, aTrigger } from '../testing/builders';
import { historyOf } from './history';
import type { ImageTrigger } from './image-trigger';
import type { Push } from './push';
import { runOf } from './run';
import type { Run, RunStatus } from './run';
import { currentImagesOf, imagesByStream, pipelinesOf, verdictCounts } from './validation';
import type { Verdict } from './validation';

const now = new Date('2026-03-01T12:10:00Z');

const imagesOf = (
  pushes: readonly Push[],
  { triggers = [aTrigger()], runs = [] }: { triggers?: ImageTrigger[]; runs?: Run[] } = {},
) => {
  const ledger = aLedger(...pushes);
  const rows = historyOf({ ledger, triggers, runs, now });
  return currentImagesOf({ triggers, rows, pushes: ledger });
};

const aRunOf = (push: Push, status?: RunStatus): Run => runOf(aPipelineRun({ push, status }))!;

describe('currentImagesOf', () => {
  it.each<[Verdict, Run[]]>([
    ['passed', [aRunOf(aPush(), 'succeeded')]],
    ['failed', [aRunOf(aPush(), 'failed')]],
    ['failed', [aRunOf(aPush(), 'cancelled')]],
    ['running', [aRunOf(aPush(), 'running')]],
    ['running', [aRunOf(aPush(), 'queued')]],
    ['missed', []],
  ])('says %s', (verdict, runs) => {
    expect(imagesOf([aPush()], { runs })).toMatchObject([
      {
        stream: { namespace: 'images', name: 'web' },
        tag: 'latest',
        digest: aDigest(),
        pushedAt: '2026-03-01T12:00:00Z',
        verdict,
        validations: [
          { trigger: { namespace: 'ci', name: 'scan-web' }, pipeline: 'scan', verdict },
        ],
      },
    ]);
  });

  it('says of an image that was there before the trigger that it was never run', () => {
    const late = aTrigger({}, { activatedAt: '2026-03-01T12:05:00Z' });
    expect(imagesOf([aPush()], { triggers: [late] })).toMatchObject([{ verdict: 'never' }]);
  });

  it('judges what a tag holds now, by the run of exactly that push', () => {
    const older = aPush({ created: '2026-03-01T11:00:00Z', leftBy: ['latest'] });
    const rolledBack = aPush({ created: '2026-03-01T12:00:00Z' });
    const runs = [aRunOf(older)];
    const images = imagesOf([rolledBack, older], { runs });
    expect(images).toMatchObject([
      { tag: 'latest', pushedAt: rolledBack.created, verdict: 'missed' },
    ]);
  });

  it('does not take a run without its push on record for the newest', () => {
    const push = aPush();
    const madeUp = aPush({ digest: aDigest('e'), created: '2026-03-01T12:09:00Z' });
    const images = imagesOf([push], { runs: [aRunOf(push), aRunOf(madeUp)] });
    expect(images).toMatchObject([{ digest: push.digest, verdict: 'passed' }]);
  });

  it('has each tag once, with all its triggers, and the worst verdict of them', () => {
    const push = aPush({ tags: ['latest', 'v1'] });
    const sign = aTrigger({
      name: 'sign-web',
      pipeline: 'sign',
      rule: { kind: 'glob', pattern: 'v*' },
    });
    const images = imagesOf([push], { triggers: [sign, aTrigger()], runs: [aRunOf(push)] });
    expect(images.map(({ tag, verdict }) => [tag, verdict])).toEqual([
      ['latest', 'passed'],
      ['v1', 'missed'],
    ]);
    expect(images[1]?.validations.map(({ trigger, verdict }) => [trigger.name, verdict])).toEqual([
      ['scan-web', 'passed'],
      ['sign-web', 'missed'],
    ]);
    expect(pipelinesOf(images)).toEqual([
      { namespace: 'ci', name: 'scan' },
      { namespace: 'ci', name: 'sign' },
    ]);
  });

  it('leaves out what cannot be read: a trigger changed by hand, a stream', () => {
    const handMade = { ...aTrigger(), binding: undefined };
    expect(imagesOf([aPush()], { triggers: [handMade] })).toEqual([]);
    expect(imagesOf([], { runs: [aRunOf(aPush())] })).toEqual([]);
  });

  it('names no Pipeline where the trigger has none', () => {
    const bare = { ...aTrigger(aDraft()), pipeline: undefined };
    expect(pipelinesOf(imagesOf([aPush()], { triggers: [bare] }))).toEqual([]);
  });
});

describe('the images of a stream', () => {
  it('are counted by their verdicts, those first that need a person', () => {
    const lost = aPush({ digest: aDigest('b'), tags: ['v1'] });
    const images = imagesOf([aPush(), lost], { runs: [aRunOf(aPush())] });
    expect([...imagesByStream(images)].map(([key, of]) => [key, verdictCounts(of)])).toEqual([
      [
        'images/web',
        [
          ['missed', 1],
          ['passed', 1],
        ],
      ],
    ]);
  });
});
