import fc from 'fast-check';
import { appendActivity, parseActivity, stateAt, stateOver } from './activity';
import type { Activity } from './activity';

const log: Activity = [
  { at: '2026-03-01T10:00:00Z', state: 'active', by: 'ada' },
  { at: '2026-03-01T11:00:00Z', state: 'paused', by: 'ada', reason: 'freeze' },
  { at: '2026-03-01T12:00:00Z', state: 'active' },
];

describe('parseActivity', () => {
  it.each([
    ['nothing', undefined],
    ['no text', ''],
    ['no JSON', '[{'],
    ['null', 'null'],
    ['a number', '7'],
    ['a text', '"active"'],
    ['an object', '{"at":"2026-03-01T10:00:00Z","state":"active"}'],
    ['entries that are none', '[null, 1, "x", [], {}]'],
    ['entries without a time', '[{"state":"active"}]'],
    ['entries with another state', '[{"at":"2026-03-01T10:00:00Z","state":"gone"}]'],
  ])('reads no entry from %s', (_, annotation) => {
    expect(parseActivity(annotation)).toEqual([]);
  });

  it('keeps the good entries among bad ones, and of them what it knows', () => {
    expect(
      parseActivity(
        '[1, {"at":"2026-03-01T10:00:00Z","state":"paused","by":1,"reason":"freeze","more":true}]',
      ),
    ).toEqual([{ at: '2026-03-01T10:00:00Z', state: 'paused', reason: 'freeze' }]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (annotation) => {
        expect(Array.isArray(parseActivity(annotation))).toBe(true);
      }),
    );
  });
});

describe('appendActivity', () => {
  it('is read back with the entry at its end', () => {
    const [first, ...rest] = log;
    expect(parseActivity(appendActivity([first!], rest[0]!))).toEqual([first, rest[0]]);
    expect(parseActivity(appendActivity([], first!))).toEqual([first]);
  });

  it('keeps of long texts what leaves room for other annotations, in bytes as the API counts', () => {
    const reason = 'ü'.repeat(1000);
    let text = '[]';
    for (let minute = 10; minute < 60; minute += 1)
      text = appendActivity(parseActivity(text), {
        at: `2026-03-01T10:${minute}:00Z`,
        state: 'paused',
        reason,
      });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(64 * 1024 + 2);
    const kept = parseActivity(text);
    expect(kept.length).toBeGreaterThan(25);
    expect(kept.at(-1)).toMatchObject({ at: '2026-03-01T10:59:00Z', reason });
  });

  it('keeps the newest hundred', () => {
    const many = Array.from({ length: 100 }, () => log[0]!);
    const read = parseActivity(appendActivity(many, log[1]!));
    expect(read).toHaveLength(100);
    expect(read.at(-1)).toEqual(log[1]);
  });
});

describe('stateAt', () => {
  it.each([
    ['2026-03-01T09:59:59Z', 'before'],
    ['2026-03-01T10:00:00Z', 'active'],
    ['2026-03-01T10:59:59Z', 'active'],
    ['2026-03-01T11:00:00Z', 'paused'],
    ['2026-03-01T12:00:00Z', 'active'],
    ['2036-03-01T12:00:00Z', 'active'],
    ['garbage', 'before'],
  ])('%s is %s', (time, state) => {
    expect(stateAt(log, time)).toBe(state);
  });

  it('is before without an entry, and does not mind one without a time', () => {
    expect(stateAt([], '2026-03-01T10:00:00Z')).toBe('before');
    expect(stateAt([...log, { at: 'x', state: 'paused' }], '2026-03-01T13:00:00Z')).toBe('active');
  });
});

describe('stateOver', () => {
  const paused = parseActivity(
    '[{"at":"2026-03-01T10:00:00Z","state":"active"},{"at":"2026-03-01T11:00:00Z","state":"paused"},{"at":"2026-03-01T11:00:05Z","state":"active"}]',
  );

  it.each([
    ['10:59:39', 'active'],
    ['10:59:41', 'paused'],
    ['11:00:00', 'paused'],
    ['11:00:05', 'active'],
    ['09:59:59', 'before'],
  ])('at %s it is %s: a pause meets the events that are on their way', (time, state) => {
    expect(stateOver(paused, `2026-03-01T${time}Z`, 20)).toBe(state);
  });
});
