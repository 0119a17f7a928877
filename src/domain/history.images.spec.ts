import { aDigest, aDraft, aLedger, aPush, aRun, aTrigger } from '../testing/builders';
import { historyOf } from './history';
import type { HistoryInput } from './history';
import { clusterImages } from './push';
import type { Push } from './push';

const stream = clusterImages;
const repository = 'r.example/shop/cart';

const anImage = (digit: string, time: string, tag = repository): Push =>
  aPush({
    stream,
    tags: [tag],
    digest: aDigest(digit),
    reference: `${tag}@${aDigest(digit)}`,
    created: `2026-03-01T${time}Z`,
  });

/** What becomes of each image, newest first. */
const statusesOf = (images: Push[], input: Partial<HistoryInput> = {}): [string, string][] =>
  historyOf({
    ledger: aLedger(...images),
    triggers: [aTrigger({ stream })],
    runs: [],
    now: new Date('2026-03-01T12:10:00Z'),
    ...input,
  }).map(({ digest = '', status }) => [digest.slice(-1), status]);

describe('the history of a trigger for all Images', () => {
  const draft = aDraft({ stream });
  const [a, b] = [anImage('a', '12:00:00'), anImage('b', '12:00:00')];

  it('has an Image with its run, by the record that names no ImageStream', () => {
    const runs = [aRun({ draft, push: a })];
    expect(runs[0]?.cause).toMatchObject({ stream, tag: repository });
    expect(statusesOf([a], { runs })).toEqual([['a', 'succeeded']]);
  });

  it('calls Images of one second without runs missed, for none was in the event of another', () => {
    const third = anImage('c', '12:00:00', 'r.example/shop/api');
    expect(statusesOf([a, b, third]).map(([, status]) => status)).toEqual(
      Array.from({ length: 3 }, () => 'missed'),
    );
  });

  it('waits for no younger Image, whose event does not show the older one', () => {
    const younger = anImage('b', '12:01:00');
    const now = new Date('2026-03-01T12:01:10Z');
    expect(statusesOf([younger, a], { now })).toEqual([
      ['b', 'waiting'],
      ['a', 'missed'],
    ]);
  });

  it('judges each by its repository', () => {
    const other = anImage('b', '12:00:01', 'r.example/shop/api');
    const triggers = [aTrigger({ stream, rule: { kind: 'glob', pattern: '*/cart' } })];
    expect(statusesOf([other, a], { triggers })).toEqual([
      ['b', 'unmatched'],
      ['a', 'missed'],
    ]);
  });

  it('knows what was pushed while it was paused', () => {
    const trigger = aTrigger({ stream });
    const paused = [...trigger.activity, { at: '2026-03-01T11:00:00Z', state: 'paused' as const }];
    const triggers = [{ ...trigger, activity: paused }];
    expect(statusesOf([a], { triggers })).toEqual([['a', 'paused']]);
  });

  it('keeps the run of an Image that was pruned, beside an older one of its repository', () => {
    const older = anImage('b', '10:30:00');
    const now = new Date('2026-03-01T14:00:00Z');
    const runs = [aRun({ draft, push: a }), aRun({ draft, push: older })];
    expect(statusesOf([older], { runs, now })).toEqual([
      ['a', 'ledger-gone'],
      ['b', 'succeeded'],
    ]);
  });

  it('is apart from that of a trigger for an ImageStream', () => {
    const triggers = [aTrigger()];
    expect(statusesOf([a], { triggers })).toEqual([]);
  });
});
