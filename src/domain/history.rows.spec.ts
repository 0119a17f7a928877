import fc from 'fast-check';
import { aDigest, aDraft, aLedger, aPush, aRun, aTrigger } from '../testing/builders';
import { historyOf } from './history';
import type { HistoryInput, HistoryRow } from './history';

const now = new Date('2026-03-01T12:10:00Z');
const rowsOf = (input: Partial<HistoryInput>): HistoryRow[] =>
  historyOf({ ledger: aLedger(aPush()), triggers: [aTrigger()], runs: [], now, ...input });

describe('the history', () => {
  it('is sorted by time, newest first, and among equals always in the same order', () => {
    const pushes = ['c', 'a', 'b'].map((digit) => aPush({ digest: aDigest(digit) }));
    const newer = aPush({ created: '2026-03-01T12:00:05Z' });
    const lost = aRun({ push: aPush({ created: '2026-03-01T12:00:02Z' }) });
    const rows = rowsOf({ ledger: aLedger(...pushes, newer), runs: [lost] });
    expect(rows.map(({ created, digest }) => `${created.slice(17, 19)} ${digest?.[7]}`)).toEqual([
      '05 a',
      '02 a',
      '00 a',
      '00 b',
      '00 c',
    ]);
  });

  it('has a row for each trigger of a push', () => {
    const sign = aTrigger({ name: 'sign-web' });
    const run = aRun({ draft: aDraft({ name: 'sign-web' }) });
    expect(
      rowsOf({ triggers: [aTrigger(), sign], runs: [run] }).map(({ trigger, status }) => [
        trigger.name,
        status,
      ]),
    ).toEqual([
      ['scan-web', 'missed'],
      ['sign-web', 'succeeded'],
    ]);
  });

  it('is empty without triggers and runs', () => {
    expect(rowsOf({ triggers: [] })).toEqual([]);
  });

  it('sorts runs without any time last, and does not fail', () => {
    const run = { ...aRun(), createdAt: '', cause: undefined, name: 'x' };
    expect(rowsOf({ runs: [run] }).map(({ status }) => status)).toEqual(['missed', 'unverified']);
  });

  const digits = fc.constantFrom('a', 'b', 'c');
  const pushes = fc
    .uniqueArray(fc.tuple(fc.nat({ max: 9 }), digits), { selector: String, maxLength: 8 })
    .map((list) =>
      list.map(([second, digit]) =>
        aPush({ digest: aDigest(digit), created: `2026-03-01T12:00:0${second}Z` }),
      ),
    );
  const names = fc.uniqueArray(fc.constantFrom('scan-web', 'sign-web', 'gone'), { maxLength: 3 });

  const inputs = fc.record({ ledger: pushes, ran: pushes, bound: names, runners: names });

  it('explains every push of every trigger and every run once, each row with a key of its own', () => {
    fc.assert(
      fc.property(inputs, ({ ledger, ran, bound, runners }) => {
        const triggers = bound.map((name) => aTrigger({ name }));
        const runs = runners.flatMap((name) =>
          ran.map((push) => aRun({ push, draft: aDraft({ name }) })),
        );
        const rows = rowsOf({ ledger: aLedger(...ledger), triggers, runs });
        const keys = new Set(ledger.map(({ digest, created }) => `${digest} ${created}`));
        const joined = runs.filter(
          ({ trigger, cause }) =>
            new Set<string>(bound).has(trigger) && keys.has(`${cause?.digest} ${cause?.pushedAt}`),
        );
        expect(rows).toHaveLength(triggers.length * ledger.length + runs.length - joined.length);
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
        expect(new Set(rows.map(({ run }) => run).filter((run) => run)).size).toBe(runs.length);
      }),
    );
  });
});
