import type { ImageStream } from '../k8s/image-stream';
import { aDigest, aTagEvent, aTrigger, anImageStream } from '../testing/builders';
import { historyOf } from './history';
import type { HistoryRow } from './history';
import { pushesOf, streamKey, streamRefOf } from './push';
import { failedImportsOf, lastPushOf, streamRowsOf } from './stream-row';

const item = (second: number, digit: string) =>
  aTagEvent({ created: `2026-03-01T12:00:0${second}Z`, image: aDigest(digit) });

const web = anImageStream({
  labels: { team: 'shop' },
  tags: { v1: [item(2, 'b'), item(1, 'a')], latest: [item(2, 'b')] },
});
const api = anImageStream({ name: 'api' });
const trigger = aTrigger({ rule: { kind: 'glob', pattern: 'v*' } });

const historyFor = (stream: ImageStream): HistoryRow[] =>
  historyOf({
    ledger: new Map([[streamKey(streamRefOf(stream)), pushesOf(stream)]]),
    triggers: [trigger],
    runs: [],
    now: new Date('2026-03-01T12:10:00Z'),
  });

describe('streamRowsOf', () => {
  it('has a row for each stream, with what belongs to it', () => {
    const history = historyFor(web);
    expect(streamRowsOf([web, api], [trigger], history)).toEqual([
      {
        ref: { namespace: 'images', name: 'web' },
        stream: web,
        triggers: [trigger],
        lastResult: history[0],
      },
      {
        ref: { namespace: 'images', name: 'api' },
        stream: api,
        triggers: [],
        lastResult: undefined,
      },
    ]);
  });

  it('shows the result of the newest push that is the trigger’s business', () => {
    const stream = anImageStream({ tags: { latest: [item(5, 'c')], v1: [item(2, 'b')] } });
    const [row] = streamRowsOf([stream], [trigger], historyFor(stream));
    expect(lastPushOf(stream)?.digest).toBe(aDigest('c'));
    expect(row?.lastResult).toMatchObject({ digest: aDigest('b'), status: 'missed' });
  });

  it('binds no trigger to a stream of the same name elsewhere, nor one that cannot be read', () => {
    const elsewhere = anImageStream({ namespace: 'qa' });
    const handMade = { ...trigger, binding: undefined };
    expect(streamRowsOf([elsewhere], [trigger], historyFor(web))).toMatchObject([
      { triggers: [], lastResult: undefined },
    ]);
    expect(streamRowsOf([web], [handMade], [])).toMatchObject([{ triggers: [] }]);
  });

  it.each<[string, ImageStream]>([
    ['an empty object', {}],
    ['null for tags', { metadata: { name: 'web' }, status: { tags: null } }],
    ['a Status', { kind: 'Status', status: 'Failure' } as unknown as ImageStream],
  ])('has a row for %s', (_, stream) => {
    expect(streamRowsOf([stream], [], [])).toMatchObject([{ stream, triggers: [] }]);
    expect(failedImportsOf(stream)).toEqual([]);
    expect(lastPushOf(stream)).toBeUndefined();
  });
});

describe('failedImportsOf', () => {
  it('names the tags', () => {
    const stream: ImageStream = {
      metadata: { name: 'web', namespace: 'images' },
      status: {
        tags: [
          { tag: 'ok', items: [], conditions: [{ type: 'ImportSuccess', status: 'True' }] },
          { tag: 'bad', items: null, conditions: [{ type: 'ImportSuccess', status: 'False' }] },
          { tag: 'pushed', items: [] },
        ],
      },
    };
    expect(failedImportsOf(stream)).toEqual(['bad']);
  });
});

describe('lastPushOf', () => {
  it('is the newest of the heads, with all its tags', () => {
    expect(lastPushOf(web)).toEqual(pushesOf(web)[0]);
  });

  it('leaves out tags without an image', () => {
    const tags = { a: null, b: [], c: [aTagEvent({ image: '', created: '2030-01-01T00:00:00Z' })] };
    expect(lastPushOf(anImageStream({ tags }))).toBeUndefined();
    expect(lastPushOf(anImageStream({ tags: { ...tags, d: [item(1, 'a')] } }))?.tags).toEqual([
      'd',
    ]);
  });
});
