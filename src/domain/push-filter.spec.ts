import fc from 'fast-check';
import type { TagEvent } from '../k8s/image-stream';
import { aDigest, aTagEvent, anImageStream } from '../testing/builders';
import { intercept } from '../testing/cel-interceptor';
import { laneCount } from './draft';
import { freshSeconds, pushInterceptors } from './push-filter';
import type { PushFilter } from './push-filter';
import { runNameOf } from './run-name';
import { tagMatcher } from './tag-rule';
import type { TagRule } from './tag-rule';

const eventTime = '2026-03-01T12:00:30Z';
const activatedAt = '2026-03-01T12:00:00Z';

const aFilter = (overrides: Partial<PushFilter> = {}): PushFilter => ({
  trigger: 'scan-web',
  stream: { namespace: 'images', name: 'web' },
  rule: { kind: 'any' },
  activatedAt,
  lane: 0,
  naming: { policy: 'each-push' },
  ...overrides,
});

const header = {
  'Ce-Type': 'dev.knative.apiserver.resource.update',
  'Ce-Time': eventTime,
};

const secondsBefore = (time: string, seconds: number): string =>
  new Date(Date.parse(time) - seconds * 1000).toISOString().replace('.000Z', 'Z');

/** What each lane of a filter makes of an event that shows these tags. */
const lanesOn = (filter: PushFilter, tags: Record<string, TagEvent[] | null>, lanes = 4) =>
  Array.from({ length: lanes }, (_, lane) =>
    intercept(pushInterceptors({ ...filter, lane }), { header, body: anImageStream({ tags }) }),
  );

describe('the lanes of a filter', () => {
  const first = aTagEvent({ created: '2026-03-01T12:00:10Z', image: aDigest('a') });
  const second = aTagEvent({ created: '2026-03-01T12:00:20Z', image: aDigest('b') });

  it('take one push each, the newest first', () => {
    const runs = lanesOn(aFilter(), { latest: [second, first], v1: [first] });
    expect(runs).toMatchObject([
      {
        tag: 'latest',
        push: second,
        'run-name': 'scan-web-bbbbbbbb-1772366420',
      },
      {
        tag: 'v1',
        push: first,
        'run-name': 'scan-web-aaaaaaaa-1772366410',
      },
      undefined,
      undefined,
    ]);
  });

  it('take several tags of one image in one second as one push, by the first of the tags', () => {
    expect(lanesOn(aFilter(), { latest: [first], v1: [first] }).map((lane) => lane?.tag)).toEqual([
      'latest',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('give all pushes of an image one run, where each image runs once', () => {
    const later = { ...first, created: second.created };
    const runs = lanesOn(aFilter({ naming: { policy: 'each-image' } }), {
      latest: [later, first],
      v1: [first],
      v2: [second],
    });
    expect(runs.map((lane) => lane?.['run-name'])).toEqual([
      `scan-web-${'b'.repeat(16)}`,
      `scan-web-${'a'.repeat(16)}`,
      `scan-web-${'a'.repeat(16)}`,
      undefined,
    ]);
  });

  it('name a push by the policy of its time, before and after a change', () => {
    const naming = { policy: 'each-image' as const, since: second.created };
    const runs = lanesOn(aFilter({ naming }), { latest: [second, first], v1: [first] });
    expect(runs.map((lane) => lane?.['run-name'])).toEqual([
      `scan-web-${'b'.repeat(16)}`,
      'scan-web-aaaaaaaa-1772366410',
      undefined,
      undefined,
    ]);
  });

  it('tell two images of one second apart', () => {
    const twin = { ...second, created: first.created };
    const images = lanesOn(aFilter(), { a: [first], b: [twin] }).map(
      (lane) => (lane?.push as TagEvent | undefined)?.image,
    );
    expect(images).toEqual([aDigest('b'), aDigest('a'), undefined, undefined]);
  });

  it.each<[string, Record<string, TagEvent[] | null>]>([
    ['has no tags', {}],
    ['has a tag whose import never succeeded', { latest: null }],
    ['has a tag without history', { latest: [] }],
    ['has a reference tag', { latest: [aTagEvent({ image: '' })] }],
    [
      'holds only pushes as old as the window',
      { latest: [aTagEvent({ created: secondsBefore(eventTime, freshSeconds) })] },
    ],
    [
      'holds only pushes from before the activation',
      { latest: [aTagEvent({ created: secondsBefore(activatedAt, 1) })] },
    ],
    [
      'shows an older image at the head, with a fresh push behind it',
      { latest: [aTagEvent({ created: secondsBefore(activatedAt, 9) }), first] },
    ],
  ])('take nothing from a stream that %s', (_, tags) => {
    expect(lanesOn(aFilter(), tags)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('take a push of the moment of the activation', () => {
    const pushed = aTagEvent({ created: activatedAt });
    expect(lanesOn(aFilter(), { latest: [pushed] })[0]).toMatchObject({ push: pushed });
  });

  it.each([
    ['of another stream', { body: anImageStream({ name: 'api', tags: { latest: [first] } }) }],
    [
      'of another namespace',
      { body: anImageStream({ namespace: 'x', tags: { latest: [first] } }) },
    ],
    [
      'of a deletion',
      { header: { ...header, 'Ce-Type': 'dev.knative.apiserver.resource.delete' } },
    ],
    ['with null for tags', { body: { ...anImageStream(), status: { tags: null } } }],
    ['of a stream without tags', { body: { ...anImageStream(), status: {} } }],
  ])('take nothing from an event %s', (_, overrides) => {
    const event = { header, body: anImageStream({ tags: { latest: [first] } }), ...overrides };
    expect(intercept(pushInterceptors(aFilter()), event)).toBeUndefined();
  });

  it('take the first push of a new stream', () => {
    const type = 'dev.knative.apiserver.resource.add';
    const event = {
      header: { ...header, 'Ce-Type': type },
      body: anImageStream({ tags: { latest: [first] } }),
    };
    expect(intercept(pushInterceptors(aFilter()), event)).toMatchObject({ tag: 'latest' });
  });
});

const tagNames = ['dev', 'latest', 'v1', 'v2', 'v3', 'v4'];
const rules = fc.constantFrom<TagRule>(
  { kind: 'any' },
  { kind: 'tags', tags: ['latest', 'v1', 'v2'] },
  { kind: 'glob', pattern: 'v*' },
  { kind: 'regex', pattern: 'v[0-9]|latest' },
  { kind: 'any', ignore: ['v?', 'dev'] },
);
const items = fc.record({
  created: fc
    .integer({ min: -freshSeconds - 60, max: 60 })
    .map((seconds) => secondsBefore(eventTime, -seconds)),
  image: fc.constantFrom('', ...['a', 'b', 'c'].map((digit) => aDigest(digit))),
});
const streams = fc.dictionary(
  fc.constantFrom(...tagNames),
  fc.oneof(
    fc.constant(null),
    fc.array(items, { maxLength: 3 }).map((list) => list.map((item) => aTagEvent(item))),
  ),
);
/** Before the window, inside of it, and after the event. */
const activations = fc
  .integer({ min: -200, max: 60 })
  .map((seconds) => secondsBefore(eventTime, -seconds));

/** The pushes that an event should run, said without CEL. */
const expectedKeys = (tags: Record<string, TagEvent[] | null>, filter: PushFilter): string[] => {
  const matches = tagMatcher(filter.rule);
  const keys = Object.entries(tags).flatMap(([tag, history]) => {
    const head = history?.[0];
    if (!head?.image || !matches(tag)) return [];
    const created = Date.parse(head.created);
    const isFresh = created > Date.parse(eventTime) - freshSeconds * 1000;
    return isFresh && created >= Date.parse(filter.activatedAt)
      ? [runNameOf(filter.trigger, { digest: head.image, created: head.created })]
      : [];
  });
  return [...new Set(keys)].sort();
};

describe('the lanes of any rule on any stream', () => {
  it('run every fresh push once while there are lanes enough, and nothing else ever', () => {
    fc.assert(
      fc.property(rules, streams, activations, (rule, tags, activation) => {
        const filter = aFilter({ rule, activatedAt: activation });
        const expected = expectedKeys(tags, filter);
        const lanes = laneCount({ rule });
        const runs = lanesOn(filter, tags, lanes)
          .filter((lane) => lane !== undefined)
          .map((lane) => String(lane['run-name']))
          .sort();
        expect(new Set(runs).size).toBe(runs.length);
        if (expected.length <= lanes) expect(runs).toEqual(expected);
        else
          expect([runs.length, new Set([...expected, ...runs]).size]).toEqual([
            lanes,
            expected.length,
          ]);
      }),
      { numRuns: 200 },
    );
  });
});
