import type { ImageStream } from '../k8s/image-stream';
import { anImageStream, aTrigger } from '../testing/builders';
import type { TagRule } from './tag-rule';
import type { ImageTrigger } from './image-trigger';
import { groupCount } from './event-groups';
import { mostBytesOfCalls, overloadsOf, overloadWith } from './relay-capacity';
import type { RelayLoad } from './relay-capacity';

/** What an event costs besides the lanes of its group. */
const always = groupCount + 1;

const streamOfBytes = (bytes: number, namespace = 'images', name = 'web'): ImageStream => {
  const empty = anImageStream({ namespace, name, labels: { fill: '' } });
  const fill = 'x'.repeat(bytes - JSON.stringify(empty).length);
  return anImageStream({ namespace, name, labels: { fill } });
};

/** A stream that is too large for a listener with more lanes in its group than these. */
const streamFor = (lanes: number, namespace?: string, name?: string): ImageStream =>
  streamOfBytes(Math.floor(mostBytesOfCalls / (always + lanes)), namespace, name);

const tags = (count: number): TagRule => ({
  kind: 'tags',
  tags: Array.from({ length: count }, (_, n) => `v${n}`),
});

const load = (lanes: number, stream: ImageStream) => ({
  calls: always + lanes,
  stream: `${stream.metadata!.namespace}/${stream.metadata!.name}`,
  kilobytes: Math.round(JSON.stringify(stream).length / 1000),
});

const small = anImageStream({ name: 'small' });
const forSeven = streamFor(7);
const forEight = streamFor(8);
const inOtherGroup = streamFor(7, 'images', 'cart');
const unbound = streamFor(7, 'images', 'bew');
const unwatched = streamFor(0, 'elsewhere');
const two = [aTrigger(), aTrigger({ name: 'sign-web' })];

interface Case {
  readonly of: string;
  readonly triggers: readonly ImageTrigger[];
  readonly streams: readonly ImageStream[];
  readonly overload?: RelayLoad;
}

describe('overloadsOf', () => {
  const paused = aTrigger({ name: 'sign-web' }, { active: false });

  it.each<Case>([
    { of: 'no triggers', triggers: [], streams: [forSeven] },
    { of: 'no ImageStream', triggers: two, streams: [] },
    { of: 'as much as a listener can bear', triggers: two, streams: [small, forEight] },
    {
      of: 'a single trigger on the largest stream that there is',
      triggers: [aTrigger()],
      streams: [streamOfBytes(1_500_000)],
    },
    {
      of: 'more than that',
      triggers: two,
      streams: [small, forSeven],
      overload: load(8, forSeven),
    },
    {
      of: 'a large stream that nothing is bound to, in a group of lanes',
      triggers: two,
      streams: [unbound],
      overload: load(8, unbound),
    },
    { of: 'a large stream with a group of its own', triggers: two, streams: [inOtherGroup] },
    {
      of: 'a large stream of a project that is not watched',
      triggers: two,
      streams: [unwatched],
    },
    { of: 'a paused trigger', triggers: [aTrigger(), paused], streams: [forSeven] },
    {
      of: 'as many triggers on two listeners',
      triggers: [aTrigger(), aTrigger({ namespace: 'cd' })],
      streams: [forSeven],
    },
  ])('of $of', ({ triggers, streams, overload }) => {
    const expected = overload ? [['ci', overload]] : [];
    expect([...overloadsOf(triggers, streams)]).toEqual(expected);
  });
});

describe('overloadWith', () => {
  const stream = { namespace: 'images', name: 'web' };

  it.each<Case & { readonly drafts: Parameters<typeof overloadWith>[0] }>([
    {
      of: 'the first trigger',
      drafts: [{ stream, rule: tags(1) }],
      triggers: [],
      streams: [forSeven],
    },
    {
      of: 'the last lane that fits',
      drafts: [{ stream, rule: tags(3) }],
      triggers: [aTrigger()],
      streams: [forSeven],
    },
    {
      of: 'one lane more',
      drafts: [{ stream, rule: tags(4) }],
      triggers: [aTrigger()],
      streams: [forSeven],
      overload: load(8, forSeven),
    },
    {
      of: 'several that fit one by one, and not together',
      drafts: [
        { stream, rule: tags(2) },
        { stream, rule: tags(2) },
      ],
      triggers: [aTrigger()],
      streams: [forSeven],
      overload: load(8, forSeven),
    },
    {
      of: 'several in groups of their own',
      drafts: [
        { stream, rule: tags(3) },
        { stream: { namespace: 'images', name: 'cart' }, rule: tags(4) },
      ],
      triggers: [aTrigger()],
      streams: [forSeven],
    },
    {
      of: 'a project that was not watched',
      drafts: [{ stream: { namespace: 'elsewhere', name: 'web' }, rule: tags(1) }],
      triggers: [aTrigger()],
      streams: [unwatched],
      overload: load(5, unwatched),
    },
  ])('$of', ({ drafts, triggers, streams, overload }) => {
    expect(overloadWith(drafts, triggers, streams)).toEqual(overload);
  });
});
