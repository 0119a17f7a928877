import { loading } from '../../domain/watched';
import type { Watched } from '../../domain/watched';
import type { K8sObject } from '../../k8s/resource';
import { Gathering } from './gathering';
import { LiveList } from './live-list';
import type { LiveListListener } from './live-list';
import type { ListSource } from './list-source';
import { listPath } from './list-query';
import type { ListQuery } from './list-query';

/**
 * How long a list that nobody shows is kept up to date, for who comes back to its page; less where
 * it would have to be asked for again.
 */
const lingerMs = 30_000;

interface Entry {
  readonly list: LiveList;
  readonly listeners: Set<() => void>;
  lingering: ReturnType<typeof setTimeout> | undefined;
}

/** Several lists at once, in the shape that `useSyncExternalStore` takes. */
export interface ListsView {
  readonly subscribe: (listener: () => void) => () => void;
  /** In the order of the queries; the same array until one of them changes. */
  readonly current: () => readonly Watched<K8sObject[]>[];
}

/** The lists that the pages show, each kept once, however many show it. */
export class LiveLists {
  readonly #entries = new Map<string, Entry>();
  readonly #gathering = new Gathering();

  constructor(private readonly sourceOf: (query: ListQuery) => ListSource) {}

  /**
   * Begins to ask at once: a page that shows a list for the first time takes a while until it
   * listens, and what nobody listens to ends by itself.
   */
  view(queries: readonly ListQuery[]): ListsView {
    const keyed = queries.map((query) => ({ query, key: listPath(query, {}) }));
    for (const { key, query } of keyed) this.#entryOf(key, query);
    let last: readonly Watched<K8sObject[]>[] = [];
    return {
      subscribe: (listener) => {
        const leave = keyed.map(({ key, query }) => this.#join(key, query, listener));
        return () => leave.forEach((leaveOne) => leaveOne());
      },
      current: () => {
        const now = keyed.map(({ key }) => this.#entries.get(key)?.list.state ?? loading);
        if (now.length !== last.length || now.some((state, index) => state !== last[index]))
          last = now;
        return last;
      },
    };
  }

  /** Tries again at once what waits after a problem. */
  retryNow(): void {
    for (const { list } of this.#entries.values()) list.retryNow();
  }

  #join(key: string, query: ListQuery, listener: () => void): () => void {
    const entry = this.#entryOf(key, query);
    clearTimeout(entry.lingering);
    entry.listeners.add(listener);
    return () => {
      entry.listeners.delete(listener);
      if (entry.listeners.size === 0) this.#linger(key, entry);
    };
  }

  #linger(key: string, entry: Entry): void {
    entry.lingering = setTimeout(() => this.#drop(key, entry), lingerMs);
  }

  #entryOf(key: string, query: ListQuery): Entry {
    const known = this.#entries.get(key);
    if (known) return known;
    const listeners = new Set<() => void>();
    const listener: LiveListListener = {
      changed: () => listeners.forEach((tell) => tell()),
      interrupted: () => {
        if (listeners.size === 0) this.#drop(key, entry);
      },
    };
    const list = new LiveList(this.sourceOf(query), listener, this.#gathering);
    const entry: Entry = { list, listeners, lingering: undefined };
    this.#entries.set(key, entry);
    this.#linger(key, entry);
    list.start();
    return entry;
  }

  #drop(key: string, entry: Entry): void {
    clearTimeout(entry.lingering);
    entry.list.stop();
    this.#entries.delete(key);
  }
}
