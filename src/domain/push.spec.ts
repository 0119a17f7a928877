import fc from 'fast-check';
import type { ImageStream } from '../k8s/image-stream';
import { aDigest, aTagEvent, anImageStream } from '../testing/builders';
import { pushesOf, shortDigest, streamKey, streamRefOf, tagsOf } from './push';

const at = (seconds: number): string => `2026-03-01T12:00:${String(seconds).padStart(2, '0')}Z`;
const item = (seconds: number, digit: string) =>
  aTagEvent({ created: at(seconds), image: aDigest(digit) });

/** `seconds tags digit`, to read at a glance. */
const linesOf = (stream: ImageStream): string[] =>
  pushesOf(stream).map(
    ({ created, tags, digest }) => `${created.slice(17, 19)} ${tags.join(',')} ${digest[7]}`,
  );

describe('pushesOf', () => {
  it('says all of a push', () => {
    expect(pushesOf(anImageStream())).toEqual([
      {
        stream: { namespace: 'images', name: 'web' },
        tags: ['latest'],
        aliases: [],
        leftBy: [],
        digest: aDigest('a'),
        reference: `registry.example/images/web@${aDigest('a')}`,
        created: '2026-03-01T12:00:00Z',
      },
    ]);
  });

  it.each<[string, ImageStream, string[]]>([
    [
      'orders the histories of all tags, newest first',
      anImageStream({ tags: { v1: [item(3, 'c'), item(1, 'a')], v2: [item(2, 'b')] } }),
      ['03 v1 c', '02 v2 b', '01 v1 a'],
    ],
    [
      'takes a rollback for a push of its own',
      anImageStream({ tags: { v1: [item(3, 'a'), item(2, 'b'), item(1, 'a')] } }),
      ['03 v1 a', '02 v1 b', '01 v1 a'],
    ],
    [
      'takes tags of one image in one second for one push, sorted by name',
      anImageStream({ tags: { v2: [item(1, 'a')], latest: [item(1, 'a')], v1: [item(1, 'a')] } }),
      ['01 latest,v1,v2 a'],
    ],
    [
      'tells images of one second apart',
      anImageStream({ tags: { v1: [item(1, 'a')], v2: [item(1, 'b')] } }),
      ['01 v1 a', '01 v2 b'],
    ],
    [
      'names a tag once that holds a push twice',
      anImageStream({ tags: { v1: [item(1, 'a'), item(1, 'a')] } }),
      ['01 v1 a'],
    ],
    [
      'leaves out reference tags',
      anImageStream({ tags: { v1: [aTagEvent({ image: '' })], v2: [item(1, 'b')] } }),
      ['01 v2 b'],
    ],
    ['reads null and empty histories', anImageStream({ tags: { v1: null, v2: [] } }), []],
    ['reads a stream without status', { metadata: { name: 'x' } }, []],
    ['reads null for tags', { status: { tags: null } }, []],
    ['reads an empty object', {}, []],
    [
      'reads a Status in place of a stream',
      { kind: 'Status', status: 'Failure' } as unknown as ImageStream,
      [],
    ],
  ])('%s', (_, stream, lines) => {
    expect(linesOf(stream)).toEqual(lines);
  });

  it('tells the aliases of a push, and those that hold another image now', () => {
    const stream = anImageStream({
      tags: {
        // Moved back, and moved on: the order of a history is that of its moves.
        back: [item(1, 'a'), item(2, 'b')],
        on: [item(2, 'b'), item(1, 'a')],
        v1: [item(1, 'a')],
      },
    });
    const from = { kind: 'ImageStreamTag', name: 'v1' };
    const image = { kind: 'ImageStreamImage', name: aDigest('a') };
    const tags = [
      { name: 'back', from },
      { name: 'on', from },
      { name: 'v1', from: image },
      { name: 'v2', from: null },
    ];
    expect(pushesOf({ ...stream, spec: { tags } })).toMatchObject([
      { tags: ['back', 'on'], aliases: ['back', 'on'], leftBy: ['back'] },
      { tags: ['back', 'on', 'v1'], aliases: ['back', 'on'], leftBy: ['on'] },
    ]);
  });

  it('tells which of two pushes in one second a tag holds now', () => {
    const pushes = pushesOf(anImageStream({ tags: { v1: [item(1, 'a'), item(1, 'b')] } }));
    expect(pushes.map(({ digest, leftBy }) => [digest, leftBy])).toEqual([
      [aDigest('a'), []],
      [aDigest('b'), ['v1']],
    ]);
  });

  it('holds every item of every history once, with its tag', () => {
    const histories = fc.dictionary(
      fc.constantFrom('latest', 'v1', 'v2'),
      fc.array(fc.tuple(fc.nat({ max: 5 }), fc.constantFrom('a', 'b')), { maxLength: 5 }),
    );
    fc.assert(
      fc.property(histories, (byTag) => {
        const entries = Object.entries(byTag);
        const tags = Object.fromEntries(
          entries.map(([tag, list]) => [tag, list.map(([time, digit]) => item(time, digit))]),
        );
        const pushes = pushesOf(anImageStream({ tags }));
        const keys = pushes.map(({ created, digest }) => `${created} ${digest}`);
        expect(new Set(keys).size).toBe(keys.length);
        expect(
          pushes
            .flatMap((push) => push.tags.map((tag) => `${tag} ${push.created} ${push.digest}`))
            .sort(),
        ).toEqual(
          [
            ...new Set(
              entries.flatMap(([tag, list]) =>
                list.map(([time, digit]) => `${tag} ${at(time)} ${aDigest(digit)}`),
              ),
            ),
          ].sort(),
        );
      }),
    );
  });

  it('does not change the stream', () => {
    const stream = anImageStream({ tags: { v2: [item(1, 'a')], v1: [item(2, 'a')] } });
    const before = structuredClone(stream);
    pushesOf(stream);
    expect(stream).toEqual(before);
  });
});

describe('tagsOf', () => {
  it('names all tags, sorted, with and without images', () => {
    const stream = anImageStream({ tags: { v2: null, latest: [aTagEvent()], v1: [] } });
    expect(tagsOf(stream)).toEqual(['latest', 'v1', 'v2']);
    expect(tagsOf({})).toEqual([]);
  });
});

describe('streamKey', () => {
  it('tells streams of one name apart', () => {
    expect(streamKey(streamRefOf(anImageStream()))).toBe('images/web');
    expect(streamKey(streamRefOf(anImageStream({ namespace: 'qa' })))).toBe('qa/web');
  });
});

describe('shortDigest', () => {
  it.each([
    [aDigest('a'), 'aaaaaaaaaaaa'],
    ['sha256:12', '12'],
    ['', ''],
  ])('shows %j as %j', (digest, short) => {
    expect(shortDigest(digest)).toBe(short);
  });
});
