import { aPipelineRun, aPush } from '../../testing/builders';
import { ClusterError } from '../../domain/problem';
import type { RecordsQuery } from '../../k8s/results-record';
import { mostArchivedRuns } from './archive-reader';
import { Archives, everywhere } from './archives';
import { ArchiveError } from './records';
import type { RecordsPage } from './records';

const hour = 3_600_000;
const noon = Date.parse('2026-03-01T12:00:00Z');

/** `index` hours before noon. */
const timeOf = (index: number): string => new Date(noon - index * hour).toISOString();

const aRecord = (index: number) => {
  const run = aPipelineRun({ push: aPush({ created: timeOf(index) }), name: `run-${index}` });
  return { ...run, metadata: { ...run.metadata, uid: `uid-${index}` } };
};

/** Pages of so many runs each, one an hour, the newest first. */
const pagesOf =
  (total: number, size: number) =>
  ({ pageToken }: RecordsQuery): RecordsPage => {
    const start = Number(pageToken);
    const end = Math.min(total, start + size);
    const indices = Array.from({ length: end - start }, (_, index) => start + index);
    return {
      objects: indices.map(aRecord),
      oldest: end > start ? timeOf(end - 1) : undefined,
      next: end < total ? String(end) : '',
    };
  };

const refusal = (state: ArchiveError['state']): ArchiveError =>
  new ArchiveError(state, new ClusterError({ code: 'unexpected', message: 'no' }));

interface Asked {
  readonly archives: Archives;
  readonly queries: RecordsQuery[];
  /** Of one namespace: the state and how many runs are known. */
  readonly said: (...parents: string[]) => string;
}

const asked = (answer: (query: RecordsQuery) => RecordsPage): Asked => {
  const queries: RecordsQuery[] = [];
  const archives = new Archives((query) => {
    queries.push(query);
    return Promise.resolve().then(() => answer(query));
  });
  return {
    archives,
    queries,
    said: (...parents) => {
      const { state, runs } = archives.of(parents);
      return `${state.state} ${runs.length}`;
    },
  };
};

/** Lets everything go on that waits for nobody. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('what is read of Tekton Results', () => {
  it('is all there is, where nothing older is left out', async () => {
    const { archives, queries, said } = asked(pagesOf(25, 10));
    archives.want(['ci'], -Infinity);
    expect(said('ci')).toBe('reading 0');
    await settle();
    expect(said('ci')).toBe('read 25');
    expect(queries.map(({ parent, pageToken }) => `${parent} ${pageToken}`)).toEqual([
      'ci ',
      'ci 10',
      'ci 20',
    ]);
  });

  it('goes no further back than somebody looks, and on where they look further', async () => {
    const { archives, queries, said } = asked(pagesOf(100, 10));
    archives.want(['ci'], noon - 15 * hour);
    await settle();
    expect(said('ci')).toBe('read 20');
    archives.want(['ci'], noon - 5 * hour);
    await settle();
    expect(queries).toHaveLength(2);
    archives.want(['ci'], noon - 25 * hour);
    expect(said('ci')).toBe('reading 20');
    await settle();
    expect(said('ci')).toBe('read 30');
    expect(queries).toHaveLength(3);
  });

  it('ends where there are too many, and says from when on they are known', async () => {
    const { archives } = asked(pagesOf(mostArchivedRuns * 2, 1_000));
    archives.want([everywhere], -Infinity);
    await settle();
    const { state, runs } = archives.of([everywhere]);
    expect(runs).toHaveLength(mostArchivedRuns);
    expect(state).toEqual({ state: 'read', cutAt: timeOf(mostArchivedRuns - 1) });
  });

  it('stays while it is read once more, and what has been forgotten goes', async () => {
    let total = 25;
    const { archives, said } = asked((query) => pagesOf(total, 10)(query));
    archives.want(['ci'], -Infinity);
    await settle();
    total = 15;
    archives.again(['ci']);
    expect(said('ci')).toBe('read 25');
    await settle();
    expect(said('ci')).toBe('read 15');
  });

  it('tells its listeners of every page', async () => {
    const { archives } = asked(pagesOf(25, 10));
    const versions: number[] = [];
    const leave = archives.subscribe(() => versions.push(archives.version()));
    archives.want(['ci'], -Infinity);
    await settle();
    expect(new Set(versions).size).toBe(versions.length);
    expect(versions.length).toBeGreaterThanOrEqual(4);
    const told = versions.length;
    leave();
    archives.again(['ci']);
    await settle();
    expect(versions).toHaveLength(told);
  });
});

describe('where Tekton Results gives nothing', () => {
  it('is asked once in all, where it is absent', async () => {
    const { archives, queries, said } = asked(() => {
      throw refusal('absent');
    });
    archives.want(['ci', 'team'], -Infinity);
    await settle();
    archives.want(['other'], -Infinity);
    archives.again(['ci']);
    expect(await archives.wasRun({ namespace: 'ci', name: 'run-1' })).toBe(false);
    await settle();
    expect(said('ci', 'team', 'other')).toBe('absent 0');
    expect(queries).toHaveLength(1);
  });

  it.each(['forbidden', 'failed'] as const)(
    'is asked once a namespace, where it is %s, and keeps what it gave before',
    async (state) => {
      const { archives, queries, said } = asked((query) => {
        if (query.pageToken !== '') throw refusal(state);
        return pagesOf(25, 10)(query);
      });
      archives.want(['ci'], -Infinity);
      await settle();
      expect(said('ci')).toBe(`${state} 10`);
      archives.again(['ci']);
      archives.want(['ci'], -Infinity);
      await settle();
      expect(queries).toHaveLength(2);
    },
  );
});

describe('whether there was a run of a name', () => {
  it('is asked of its namespace alone, and the run counts from then on', async () => {
    const { archives, queries, said } = asked(({ name, ...query }) =>
      name === undefined
        ? pagesOf(0, 10)(query)
        : { objects: [aRecord(7)], oldest: timeOf(7), next: '' },
    );
    archives.want([everywhere], -Infinity);
    await settle();
    expect(await archives.wasRun({ namespace: 'ci', name: 'run-7' })).toBe(true);
    expect(queries.at(-1)).toMatchObject({ parent: 'ci', name: 'run-7' });
    expect(said(everywhere)).toBe('read 1');
  });

  it.each([
    ['has none', () => ({ objects: [], oldest: undefined, next: '' })],
    [
      'cannot tell',
      () => {
        throw refusal('failed');
      },
    ],
  ])('is no where it %s', async (_, answer) => {
    const { archives } = asked(answer);
    expect(await archives.wasRun({ namespace: 'ci', name: 'run-7' })).toBe(false);
  });

  it('is not asked of a text that is no name: a filter could hold anything', async () => {
    const { archives, queries } = asked(pagesOf(1, 10));
    expect(await archives.wasRun({ namespace: 'ci', name: `x" || true || "` })).toBe(false);
    expect(queries).toEqual([]);
  });
});
