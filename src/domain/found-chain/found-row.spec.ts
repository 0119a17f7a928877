import { aDigest, anImageStream, aTagEvent } from '../../testing/builders';
import { aChain, aChainRun } from '../../testing/chain-builders';
import { managedLabels } from '../marks';
import { foundRowsOf, projectsNamedBy } from './found-row';
import { foundRunsOf } from './found-run';

const [red, blue] = [aDigest('a'), aDigest('b')];
const specOf = (digest: string, stream = 'images/web'): string =>
  `registry.example/${stream}@${digest}`;

const event = (image: string, created: string, stream?: string) =>
  aTagEvent({ image, created, dockerImageReference: specOf(image, stream) });

const streams = [
  anImageStream({
    tags: {
      v2: [event(blue, '2026-03-01T12:00:00Z')],
      v1: [event(red, '2026-03-01T11:00:00Z'), event(blue, '2026-03-01T10:00:00Z')],
    },
  }),
  anImageStream({
    name: 'copy',
    tags: { v1: [event(red, '2026-03-01T11:30:00Z', 'images/copy')] },
  }),
  anImageStream({ name: 'empty', tags: { broken: null } }),
];

const rowsOf = (...runs: ReturnType<typeof aChainRun>[]) =>
  foundRowsOf(foundRunsOf([aChain()], runs), streams);

/** `STREAM TAGS DIGEST TIME`, as far as it is known. */
const told = (values: readonly string[], createdAt?: string): string => {
  const [row] = rowsOf(aChainRun(values, { createdAt }));
  const { stream, tags = [], digest = '(none)', created = '' } = row ?? {};
  const letter = digest.replace('sha256:', '').slice(0, 1);
  return [stream?.name ?? '(unknown)', ...tags, letter, created.slice(11, 16)].join(' ');
};

describe('the push of a run of a found chain', () => {
  it.each<[string, string[], string]>([
    ['a pull spec', [specOf(blue)], 'web v2 b 12:00'],
    ['the name of an Image', [blue], 'web v2 b 12:00'],
    ['either of them', ['sha256:short', red, specOf(red)], 'web v1 a 11:00'],
    ['an image of two streams: the newest', [red], 'copy v1 a 11:30'],
    ['a pull spec of two streams: by the spec', [specOf(red)], 'web v1 a 11:00'],
    ['two images: the newest', [specOf(red), specOf(blue)], 'web v2 b 12:00'],
    ['an image that no stream holds', [specOf(aDigest('c'))], '(unknown) c 12:00'],
    ['a pull spec by tag', ['registry.example/images/web:v1'], '(unknown) ( 12:00'],
    ['a text around a digest', [`see ${red} there`], '(unknown) ( 12:00'],
    ['nothing', [], '(unknown) ( 12:00'],
  ])('is told by %s', (_, values, push) => {
    expect(told(values)).toBe(push);
  });

  it('is none that came after the run', () => {
    expect(told([blue], '2026-03-01T10:30:00Z')).toBe('web v1 b 10:00');
    expect(told([red], '2026-03-01T10:30:00Z')).toBe('(unknown) a 10:30');
    // The clocks of two API servers differ.
    expect(told([blue], '2026-03-01T11:59:57Z')).toBe('web v2 b 12:00');
  });

  it('is read from lists and objects, too', () => {
    const run = aChainRun();
    const of = (value: string[] | Record<string, string>) =>
      rowsOf({ ...run, spec: { params: [{ name: 'p', value }] } })[0]?.digest;
    expect(of(['x', blue])).toBe(blue);
    expect(of({ image: blue })).toBe(blue);
  });
});

describe('the runs of a chain', () => {
  it('are those that name its listener and its trigger, newest first', () => {
    const elsewhere = aChainRun();
    const rows = rowsOf(
      aChainRun([red], { name: 'old' }),
      aChainRun([blue], { name: 'new' }),
      aChainRun([], { labels: { 'triggers.tekton.dev/trigger': 'other' } }),
      aChainRun([], { labels: { 'triggers.tekton.dev/eventlistener': 'other' } }),
      aChainRun([], { labels: managedLabels }),
      { ...elsewhere, metadata: { ...elsewhere.metadata, namespace: 'ci' } },
      {},
      { metadata: {} },
    );
    expect(rows.map(({ run }) => run.name)).toEqual(['new', 'old']);
    expect(rows.map(({ status }) => status)).toEqual(['succeeded', 'succeeded']);
  });

  it('are never missed: a push without a run is no row', () => {
    expect(rowsOf()).toEqual([]);
  });

  it('name the projects where their pushes may be, those of the newest runs first', () => {
    const runs = foundRunsOf(
      [aChain()],
      [
        aChainRun([specOf(red, 'old/web')], { createdAt: '2026-03-01T10:00:00Z' }),
        aChainRun([specOf(red, 'shop/web'), specOf(red, 'shop/api')]),
        aChainRun([red, 'registry.example/deep/path/web', 'text']),
      ],
    );
    expect(projectsNamedBy(runs, 5)).toEqual(['old', 'shop']);
    expect(projectsNamedBy(runs, 1)).toEqual(['shop']);
  });
});
