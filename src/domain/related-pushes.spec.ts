import { aDigest, aLedger, aPush, aTrigger } from '../testing/builders';
import { ownerNameOf } from './found-chain/found-row';
import type { AnyRow } from './found-chain/found-row';
import { historyOf } from './history';
import type { HistoryRow } from './history';
import { relatedPushesOf } from './related-pushes';

const at = (minute: number, tags: string[], digit: string) =>
  aPush({ created: `2026-03-01T12:0${minute}:00Z`, tags, digest: aDigest(digit) });

const rows = historyOf({
  ledger: aLedger(
    at(5, ['latest'], 'e'),
    at(4, ['latest', 'v4'], 'd'),
    at(3, ['v3'], 'c'),
    at(2, ['v4'], 'd'),
    at(1, ['latest'], 'a'),
    { ...at(3, ['v4'], 'd'), stream: { namespace: 'images', name: 'other' } },
  ),
  triggers: [
    aTrigger(),
    aTrigger({ name: 'sign-web' }),
    aTrigger({ name: 'scan-other', stream: { namespace: 'images', name: 'other' } }),
  ],
  runs: [],
  now: new Date('2026-03-01T12:10:00Z'),
});

const rowOf = (trigger: string, minute: number): HistoryRow =>
  rows.find((row) => row.trigger.name === trigger && row.created.includes(`12:0${minute}:`))!;

const named = (found: readonly AnyRow[]): string[] =>
  found.map((row) => `${ownerNameOf(row)} ${row.created.slice(15, 16)}`);

describe('what stands around a push', () => {
  it('is the same push of other triggers, and other pushes to its tags, the nearest first', () => {
    const { others, earlier, later } = relatedPushesOf(rowOf('scan-web', 4), rows);
    expect(named(others)).toEqual(['sign-web 4']);
    expect(named(earlier)).toEqual(['scan-web 2', 'scan-web 1']);
    expect(named(later)).toEqual(['scan-web 5']);
  });

  it('is in one order also where there are several after it', () => {
    expect(named(relatedPushesOf(rowOf('sign-web', 1), rows).later)).toEqual([
      'sign-web 4',
      'sign-web 5',
    ]);
  });

  it('does not leave out pushes of the same second', () => {
    const pair = historyOf({
      ledger: aLedger(at(1, ['v1'], 'a'), at(1, ['v1'], 'b')),
      triggers: [aTrigger()],
      runs: [],
      now: new Date('2026-03-01T12:10:00Z'),
    });
    const around = pair.map((row) => {
      const { earlier, later } = relatedPushesOf(row, pair);
      return [earlier.length, later.length];
    });
    expect(around).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it('is nothing where no other push has its tags, or the push is not known', () => {
    const none = { earlier: [], later: [] };
    expect(relatedPushesOf(rowOf('scan-web', 3), rows)).toMatchObject(none);
    const unknown = { ...rowOf('scan-web', 4), stream: undefined };
    expect(relatedPushesOf(unknown, rows)).toEqual({ ...none, others: [] });
  });
});
