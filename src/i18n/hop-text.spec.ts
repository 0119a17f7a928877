import { aLedger, aPush, aRun, aTrigger } from '../testing/builders';
import { plainT } from '../testing/plain-t';
import { historyOf } from '../domain/history';
import { hopNoteText, hopStateText, hopTitle } from './hop-text';
import type { HopSubject } from './hop-text';

const now = new Date('2026-03-01T12:10:00Z');
const trigger = aTrigger({ rule: { kind: 'glob', pattern: 'lat*' } });

const subjectOf = (replayedBy?: string): HopSubject => {
  const runs = replayedBy === undefined ? [] : [{ ...aRun(), replayedBy }];
  const [row] = historyOf({ ledger: aLedger(aPush()), triggers: [trigger], runs, now });
  return { row: row!, trigger };
};

describe('the texts of the hops', () => {
  it('are there for every hop and state, each another one', () => {
    for (const record of [hopTitle, hopStateText]) {
      const texts = Object.values(record).map((text) => text(plainT));
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  it.each(Object.entries(hopNoteText))('say why: %s', (_, text) => {
    expect(text(plainT, subjectOf())).toMatch(/\S\.$/);
    expect(text(plainT, subjectOf())).not.toMatch(/{{|undefined/);
  });

  it('name the rule and the tag that it matched or not', () => {
    const { matched, 'no-match': unmatched } = hopNoteText;
    expect(matched(plainT, subjectOf())).toBe('The tag latest matches the rule: lat*.');
    expect(unmatched(plainT, subjectOf())).toContain('latest does not match the rule: lat*.');
    expect(matched(plainT, { ...subjectOf(), trigger: undefined })).toContain('not known any more');
  });

  it('name who asked for the run, where that is known', () => {
    const text = hopNoteText['created-by-hand'];
    expect(text(plainT, subjectOf('ada'))).toBe('By hand by ada, in place of the listener.');
    expect(text(plainT, subjectOf(''))).toBe('By hand, in place of the listener.');
  });
});
