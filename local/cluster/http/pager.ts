import { randomUUID } from 'node:crypto';
import { expired } from '../api-error';
import type { Stored } from '../object';

/** A page of a list, all of whose pages show the cluster at the same version. */
export interface Page {
  readonly objects: readonly Stored[];
  readonly resourceVersion: string;
  readonly continue?: string;
  readonly remainingItemCount?: number;
}

interface Snapshot {
  readonly objects: readonly Stored[];
  readonly resourceVersion: string;
}

const keptSnapshots = 100;

/** Hands out long lists in pages; the oldest lists expire. */
export class Pager {
  readonly #snapshots = new Map<string, Snapshot>();

  /** The first page of a list; all of it where it is no longer than the limit. */
  start(snapshot: Snapshot, limit: number): Page {
    if (limit <= 0 || snapshot.objects.length <= limit) {
      return snapshot;
    }
    const id = randomUUID();
    this.#snapshots.set(id, snapshot);
    const [oldest] = this.#snapshots.keys();
    if (this.#snapshots.size > keptSnapshots && oldest !== undefined) {
      this.#snapshots.delete(oldest);
    }
    return this.#page({ id, start: 0 }, limit);
  }

  /** @throws ApiError Expired for the token of a list that is no longer kept */
  next(token: string, limit: number): Page {
    const [id = '', start = ''] = Buffer.from(token, 'base64url').toString('utf8').split('/');
    return this.#page({ id, start: Number(start) }, limit);
  }

  /** Forgets every list, as the compaction of etcd does. */
  expire(): void {
    this.#snapshots.clear();
  }

  #page({ id, start }: { id: string; start: number }, limit: number): Page {
    const snapshot = this.#snapshots.get(id);
    if (snapshot === undefined) {
      throw expired(
        'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter.',
      );
    }
    const { objects, resourceVersion } = snapshot;
    const end = limit > 0 ? start + limit : objects.length;
    const page = { objects: objects.slice(start, end), resourceVersion };
    return end >= objects.length
      ? page
      : {
          ...page,
          continue: Buffer.from(`${id}/${end}`).toString('base64url'),
          remainingItemCount: objects.length - end,
        };
  }
}
