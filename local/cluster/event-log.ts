import { expired } from './api-error';
import type { StoreEvent } from './event-queue';
import type { Store } from './store';

const versionOf = ({ object }: StoreEvent): number => Number(object.metadata.resourceVersion);

/** The latest writes, from which a watch can catch up: the watch cache of kube-apiserver. */
export class EventLog {
  readonly #events: StoreEvent[] = [];
  readonly #capacity: number;
  /** Everything after this version is known. */
  #floor: number;

  /** @param capacity how many writes are kept */
  constructor(store: Store, capacity: number) {
    this.#capacity = capacity;
    this.#floor = store.resourceVersion;
    store.watch((event) => this.#append(event));
  }

  /**
   * The writes after a version.
   *
   * @throws ApiError Expired where some of them are no longer known
   */
  since(version: number): StoreEvent[] {
    if (version < this.#floor) {
      throw expired(`too old resource version: ${version} (${this.#floor})`);
    }
    return this.#events.filter((event) => versionOf(event) > version);
  }

  /** Forgets the past, as a compaction does. */
  expire(): void {
    const last = this.#events.at(-1);
    this.#floor = last === undefined ? this.#floor : versionOf(last);
    this.#events.length = 0;
  }

  #append(event: StoreEvent): void {
    this.#events.push(event);
    if (this.#events.length > this.#capacity) {
      const dropped = this.#events.shift();
      this.#floor = dropped === undefined ? this.#floor : versionOf(dropped);
    }
  }
}
