import { aDigest, aDraft, aPush, aRun, aTrigger } from '../testing/builders';
import { aTriggerChain, linkStates, olderPush, rowsOf, runSentAt } from '../testing/trigger-chains';
import type { Run } from './run';

const trigger = aTrigger();
const aRunWith = (overrides: Partial<Run>): Run => ({ ...aRun(), ...overrides });
const byHand = aRunWith({ replayedBy: 'ada' });
const queued = aRunWith({ status: 'queued', startedAt: undefined, finishedAt: undefined });
const running = aRunWith({ status: 'running', finishedAt: undefined });
const failed = aRunWith({ status: 'failed' });
const cancelled = aRunWith({ status: 'cancelled', startedAt: undefined });

describe('the proof of a chain', () => {
  it.each<[string, Parameters<typeof rowsOf>[0], string]>([
    ['no push', { pushes: [] }, 'unknown unknown unknown unknown unknown unknown unknown'],
    ['a run that succeeded', { runs: [aRun()] }, 'ok ok ok ok ok ok ok'],
    ['a run that failed', { runs: [failed] }, 'ok ok ok ok ok ok failed'],
    ['a run that never started', { runs: [cancelled] }, 'ok ok ok ok ok unknown failed'],
    ['a run that waits', { runs: [queued] }, 'ok ok ok ok ok under-way under-way'],
    ['a run that runs', { runs: [running] }, 'ok ok ok ok ok ok under-way'],
    ['a run by hand', { runs: [byHand] }, 'ok unknown unknown unknown ok ok ok'],
    [
      'a push on its way',
      { now: new Date('2026-03-01T12:00:01Z') },
      'ok under-way under-way unknown under-way unknown under-way',
    ],
    [
      'a push that was missed',
      { pushes: [aPush(), olderPush], runs: [aRun({ push: olderPush })] },
      'ok unknown unknown unknown unknown unknown broken',
    ],
    [
      'a push whose run may be pruned',
      { now: new Date('2026-03-09T12:00:00Z') },
      'ok unknown unknown unknown unknown unknown unknown',
    ],
    [
      'a run that proves nothing',
      { pushes: [], runs: [aRunWith({ cause: undefined })] },
      'unknown unknown unknown unknown unknown unknown unknown',
    ],
  ])('after %s', (_, story, expected) => {
    expect(linkStates(aTriggerChain({ rows: rowsOf(story) }))).toBe(expected);
  });

  it('is the newest push that the listener ran, behind one that was missed', () => {
    const chain = aTriggerChain({
      rows: rowsOf({ pushes: [aPush(), olderPush], runs: [aRun({ push: olderPush })] }),
    });
    expect(chain.newest?.created).toBe(aPush().created);
    expect(chain.proof?.created).toBe(olderPush.created);
  });

  it.each(['b', 'c'])('looks at the one without a run, of pushes in one second: %s', (lost) => {
    const pushes = ['b', 'c'].map((digit) => aPush({ digest: aDigest(digit) }));
    const ran = pushes.filter(({ digest }) => digest !== aDigest(lost));
    const chain = aTriggerChain({
      rows: rowsOf({ pushes, runs: ran.map((push) => aRun({ push })) }),
    });
    expect(chain.newest?.digest).toBe(aDigest(lost));
  });

  it('is no run that a user asked for', () => {
    const chain = aTriggerChain({ rows: rowsOf({ runs: [byHand] }) });
    expect(chain.newest).toBeDefined();
    expect(chain.proof).toBeUndefined();
  });

  it('is left aside by pushes that should not have run', () => {
    const activity = [
      ...trigger.activity,
      { at: '2026-03-01T11:30:00Z', state: 'paused' as const },
    ];
    const of = { ...trigger, activity, active: 'none' as const };
    const rows = rowsOf({ of, pushes: [aPush(), olderPush], runs: [aRun({ push: olderPush })] });
    const chain = aTriggerChain({ trigger: of, rows, health: [{ code: 'paused' }] });
    expect(rows[0]?.status).toBe('paused');
    expect(chain.newest?.created).toBe(olderPush.created);
    expect(linkStates(chain)).toBe('ok ok ok paused ok ok ok');
  });

  it('is left aside by a push whose image already ran', () => {
    const draft = aDraft({ policy: 'each-image' });
    const of = aTrigger(draft);
    const back = aPush({ digest: olderPush.digest });
    const runs = [aRun({ draft, push: olderPush })];
    const rows = rowsOf({ of, pushes: [back, olderPush], runs });
    const chain = aTriggerChain({ trigger: of, rows });
    expect(rows[0]?.status).toBe('image-ran');
    expect(chain.newest?.created).toBe(olderPush.created);
    expect(linkStates(chain)).toBe('ok ok ok ok ok ok ok');
  });

  it('still stands where source and listener cannot be read', () => {
    expect(linkStates(aTriggerChain({ health: 'unknown', rows: rowsOf({ runs: [aRun()] }) }))).toBe(
      'ok ok ok ok ok ok ok',
    );
  });

  it('has the times of the newest push', () => {
    const chain = aTriggerChain({ rows: rowsOf({ runs: [runSentAt('2026-03-01T12:00:01Z')] }) });
    const at = Object.fromEntries(chain.links.map(({ id, at: time }) => [id, time]));
    expect(at).toMatchObject({
      stream: '2026-03-01T12:00:00Z',
      source: '2026-03-01T12:00:01Z',
      template: '2026-03-01T12:00:02Z',
    });
    expect(at.listener).toBeUndefined();
  });
});
