import { aDigest, aLedger, aPush, aRun, aTrigger } from '../testing/builders';
import { assuranceOf, gapsOf } from './assurance';
import type { Gap, OverviewParts } from './assurance';
import { historyOf } from './history';
import type { Problem } from './problem';
import { relaysOf } from './relay-status';
import { loading } from './watched';

const now = new Date('2026-03-05T12:00:00Z');
const problem: Problem = { code: 'forbidden', message: 'no' };
const failed = { state: 'failed' as const, problem };
const at = (digit: string, created: string) => aPush({ digest: aDigest(digit), created });

const ran = at('a', '2026-03-05T10:00:00Z');
const waiting = at('b', '2026-03-05T11:59:55Z');
const longAgo = at('c', '2026-03-02T10:00:00Z');

const aHistory = (pushes = [ran, waiting], change = {}): OverviewParts['history'] => {
  const triggers = [aTrigger()];
  const runs = pushes.includes(ran) ? [aRun({ push: ran })] : [];
  const rows = historyOf({ ledger: aLedger(...pushes), triggers, runs, now });
  const data = { triggers, rows, unreadable: [], failingImports: [], complete: true, ...change };
  return { state: 'loaded', data };
};

const parts = (change: Partial<OverviewParts> = {}): OverviewParts => ({
  history: aHistory(),
  relays: { state: 'loaded', data: [] },
  prerequisites: { state: 'loaded', data: [{ id: 'triggers', state: 'present' }] },
  ...change,
});

describe('gapsOf', () => {
  it.each<[string, Partial<OverviewParts>, Gap[]]>([
    ['nothing where all is known', {}, []],
    ['nothing of what is on its way', { history: loading, relays: loading }, []],
    ['pushes and runs', { history: failed }, [{ code: 'history-failed', problem }]],
    ['event sources and listeners', { relays: failed }, [{ code: 'relays-failed', problem }]],
    ['prerequisites', { prerequisites: failed }, [{ code: 'prerequisites-failed', problem }]],
    [
      'a prerequisite that the user may not look at',
      {
        prerequisites: {
          state: 'loaded',
          data: [
            { id: 'triggers', state: 'missing' },
            { id: 'listener-role', state: 'unknown' },
          ],
        },
      },
      [{ code: 'prerequisites-unknown', ids: ['listener-role'] }],
    ],
    [
      'what came after live updates had stopped',
      { relays: { state: 'loaded', data: [], stale: problem } },
      [{ code: 'stale', problem }],
    ],
    [
      'triggers of other projects',
      { history: aHistory([ran], { complete: false }) },
      [{ code: 'other-projects' }],
    ],
    [
      'a current image whose run may have been pruned',
      { history: aHistory([longAgo]) },
      [{ code: 'current-unknown', tags: 1 }],
    ],
    ['nothing of such an image once it is replaced', { history: aHistory([ran, longAgo]) }, []],
  ])('knows %s', (_, change, gaps) => {
    expect(gapsOf(parts(change))).toEqual(gaps);
  });
});

describe('assuranceOf', () => {
  const [relay] = relaysOf({ triggers: [aTrigger()], sources: [], listeners: [] });

  it('counts what has run, and what has not yet', () => {
    expect(assuranceOf(parts(), now)).toEqual({
      triggers: 1,
      paused: 0,
      pushes: 2,
      ran: 1,
      waiting: 1,
      whilePaused: 0,
      readyRelays: 0,
    });
  });

  it('counts the ready relays only, and none that it cannot see', () => {
    const relays = { state: 'loaded' as const, data: [relay!] };
    expect(assuranceOf(parts({ relays }), now)?.readyRelays).toBe(0);
    expect(assuranceOf(parts({ relays: failed }), now)?.readyRelays).toBeUndefined();
  });

  it.each([[loading], [failed]])('assures of nothing without the history: %j', (history) => {
    expect(assuranceOf(parts({ history }), now)).toBeUndefined();
  });
});
