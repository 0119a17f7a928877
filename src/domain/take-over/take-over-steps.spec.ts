import { replayedByAnnotation } from '../marks';
import type { HistoryRow } from '../history';
import type { PushStatus } from '../history';
import { runOf } from '../run';
import { aPipelineRun, aTrigger } from '../../testing/builders';
import { aTakenChain, oldObjects } from '../../testing/old-objects';
import { oldPartsOf } from './old-parts';
import type { OldParts } from './old-parts';
import { pushToSend } from './take-over-proof';
import { takeOverOf } from './take-over-steps';
import type { TakeOverStepState } from './take-over-steps';

const aRow = (status: PushStatus, annotations?: Record<string, string>): HistoryRow => {
  const run = aPipelineRun();
  const made = {
    ...run,
    metadata: { ...run.metadata, annotations: { ...run.metadata?.annotations, ...annotations } },
  };
  return {
    key: status,
    trigger: { namespace: 'ci', name: 'scan-web' },
    status,
    stream: { namespace: 'images', name: 'web' },
    tags: ['latest'],
    leftBy: [],
    digest: undefined,
    created: '2026-03-01T12:00:00Z',
    run: status === 'missed' || status === 'waiting' ? undefined : runOf(made),
    earlierRuns: [],
    imageRuns: [],
  };
};

const parts = oldPartsOf(aTakenChain(), oldObjects());
const nothing: OldParts = { going: [], staying: [], accounts: [] };
const other: OldParts = {
  ...nothing,
  staying: parts.going.map(({ kind }) => ({
    ref: { kind, name: 'images' },
    why: 'other-events' as const,
  })),
};

type States = [trigger: TakeOverStepState, proof: TakeOverStepState, removal: TakeOverStepState];

describe('how far a take-over is', () => {
  it.each<[string, { active?: boolean; rows?: HistoryRow[]; left?: OldParts }, States]>([
    ['no push yet', {}, ['done', 'waiting', 'not-reached']],
    ['a push that the listener has run', { rows: [aRow('running')] }, ['done', 'done', 'ready']],
    [
      'a push whose event a user has sent',
      { rows: [aRow('succeeded', { 'imagetriggers.dev/event-id': 'sent-by:ada:1' })] },
      ['done', 'done', 'ready'],
    ],
    [
      'a push that a user has run in place of the listener',
      { rows: [aRow('succeeded', { [replayedByAnnotation]: 'ada' })] },
      ['done', 'waiting', 'not-reached'],
    ],
    [
      'a run that nobody can verify',
      { rows: [aRow('unverified')] },
      ['done', 'waiting', 'not-reached'],
    ],
    ['a push that was missed', { rows: [aRow('missed')] }, ['done', 'waiting', 'not-reached']],
    [
      'proven, and paused since',
      { active: false, rows: [aRow('succeeded')] },
      ['waiting', 'done', 'not-reached'],
    ],
    ['nothing left', { left: nothing }, ['done', 'waiting', 'nothing']],
    [
      'a chain that runs for more than images',
      { rows: [aRow('succeeded')], left: other },
      ['done', 'done', 'blocked'],
    ],
  ])('%s', (_, { active = true, rows = [], left = parts }, states) => {
    const { steps } = takeOverOf(aTrigger({}, { active }), rows, left);
    expect([steps.trigger, steps.proof, steps.removal]).toEqual(states);
  });

  it('sends the newest push that should have run and has not', () => {
    const missed = aRow('missed');
    expect(pushToSend([aRow('waiting'), aRow('succeeded'), missed])).toBe(missed);
    expect(pushToSend([aRow('waiting'), aRow('succeeded')])).toBeUndefined();
  });
});
