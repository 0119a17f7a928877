import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { parse } from './client';
import type { ApiObject, KubeClient } from './client';

/** Who follows the objects of a list. */
export interface Follower<T> {
  readonly signal: AbortSignal;
  /** Also of an object that is as it was, after the list was read anew. */
  readonly changed: (object: T) => void;
  readonly gone: (object: T) => void;
}

interface List<T> {
  readonly items: readonly T[];
  readonly metadata: { readonly resourceVersion: string };
}

interface WatchEvent<T> {
  readonly type: 'ADDED' | 'BOOKMARK' | 'DELETED' | 'ERROR' | 'MODIFIED';
  readonly object: T;
}

/** Between a watch that ended badly and the next list. */
const pauseMs = 300;

const uidOf = ({ metadata }: ApiObject): string => metadata.uid ?? metadata.name;

/** Reads a watch to its end. */
const readWatch = async <T extends ApiObject>(
  client: KubeClient,
  path: string,
  { signal, tell }: { signal: AbortSignal; tell: (event: WatchEvent<T>) => void },
): Promise<void> => {
  const answer = await client.open({ method: 'GET', path });
  const end = (): void => {
    answer.destroy();
  };
  if (signal.aborted) end();
  signal.addEventListener('abort', end, { once: true });
  try {
    for await (const line of createInterface({ input: answer })) tell(parse<WatchEvent<T>>(line));
  } finally {
    signal.removeEventListener('abort', end);
  }
};

const follow = async <T extends ApiObject>(
  client: KubeClient,
  path: string,
  { follower, listed }: { follower: Follower<T>; listed: () => void },
): Promise<void> => {
  const { signal } = follower;
  const known = new Map<string, T>();
  const tell = ({ type, object }: WatchEvent<T>): void => {
    if (type === 'BOOKMARK') return;
    if (type === 'ERROR') throw new Error('The watch is too old.');
    if (type === 'DELETED') known.delete(uidOf(object));
    else known.set(uidOf(object), object);
    (type === 'DELETED' ? follower.gone : follower.changed)(object);
  };
  while (!signal.aborted) {
    try {
      const { items, metadata } = await client.get<List<T>>(path);
      const here = new Set(items.map(uidOf));
      const gone = [...known.values()].filter((object) => !here.has(uidOf(object)));
      gone.forEach((object) => tell({ type: 'DELETED', object }));
      items.forEach((object) => tell({ type: 'ADDED', object }));
      listed();
      const query = `watch=true&resourceVersion=${metadata.resourceVersion}`;
      await readWatch(client, `${path}?${query}`, { signal, tell });
    } catch {
      // The API server has gone, or the watch is too old: read the list anew.
      await setTimeout(pauseMs);
    }
  }
};

/** Follows a list until the signal; resolves when it was read for the first time. */
export const watchObjects = <T extends ApiObject>(
  client: KubeClient,
  path: string,
  follower: Follower<T>,
): Promise<void> =>
  new Promise((resolve, reject) => {
    follow(client, path, { follower, listed: resolve }).catch(reject);
  });
