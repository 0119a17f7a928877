import type { Stored } from './object';
import type { ResourceDefinition } from './resource-definition';

/** A write of the store. */
export interface StoreEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly definition: ResourceDefinition;
  /** Of a deleted object the last state, with the resourceVersion of its deletion. */
  readonly object: Stored;
  /** What the object was before; absent for an added one. */
  readonly previous?: Stored;
}

export type StoreListener = (event: StoreEvent) => void;

/**
 * Tells every listener of every write, in the order of the writes: what a listener writes itself
 * is told after the write that it was told of.
 */
export class EventQueue {
  readonly #listeners = new Set<StoreListener>();
  readonly #pending: StoreEvent[] = [];
  #draining = false;

  /** @returns the function that ends the subscription */
  subscribe(listener: StoreListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  publish(event: StoreEvent): void {
    this.#pending.push(event);
    if (this.#draining) {
      return;
    }
    this.#draining = true;
    try {
      for (let next = this.#pending.shift(); next !== undefined; next = this.#pending.shift()) {
        this.#tell(next);
      }
    } finally {
      this.#draining = false;
    }
  }

  #tell(event: StoreEvent): void {
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch (error) {
        // The writer is not to blame for a broken listener: let the process fail loudly instead.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
