import type { K8sObject } from '../../src/k8s/resource';
import { Collection } from './collection';
import { EventQueue, type StoreListener } from './event-queue';
import type { ObjectKey, Stored } from './object';
import { resourceKeyOf, type ResourceDefinition } from './resource-definition';
import { sealed } from './stored-object';

/** What etcd is to the API server: versioned objects by key, and a stream of their changes. */
export class Storage {
  readonly #collections = new Map<string, Collection>();
  readonly #events = new EventQueue();
  /** Starts at the time of day, so that a browser's versions of an earlier cluster are too old. */
  #version = Date.now();

  /** The version of the last write. */
  get version(): number {
    return this.#version;
  }

  find<T extends K8sObject>(
    definition: ResourceDefinition<T>,
    key: ObjectKey,
  ): Stored<T> | undefined {
    const object = this.#collection(definition).get(key);
    return object !== undefined && definition.holds(object) ? object : undefined;
  }

  /** By namespace and name. */
  list<T extends K8sObject>(definition: ResourceDefinition<T>, namespace?: string): Stored<T>[] {
    return this.#collection(definition)
      .list(namespace)
      .filter((object) => definition.holds(object));
  }

  /** Puts an object under the next version, in place of the one with its key. */
  keep<T extends K8sObject>(definition: ResourceDefinition<T>, object: Stored<T>): Stored<T> {
    const collection = this.#collection(definition);
    const previous = collection.get(object.metadata);
    const kept = this.#versioned(definition, object);
    collection.set(kept);
    this.#events.publish(
      previous === undefined
        ? { type: 'ADDED', definition, object: kept }
        : { type: 'MODIFIED', definition, object: kept, previous },
    );
    return kept;
  }

  /** @returns the object's last state, under the version of its deletion */
  purge<T extends K8sObject>(definition: ResourceDefinition<T>, object: Stored<T>): Stored<T> {
    const last = this.#versioned(definition, object);
    this.#collection(definition).delete(object.metadata);
    this.#events.publish({ type: 'DELETED', definition, object: last, previous: object });
    return last;
  }

  watch(listener: StoreListener): () => void {
    return this.#events.subscribe(listener);
  }

  #versioned<T extends K8sObject>(definition: ResourceDefinition<T>, object: Stored<T>): Stored<T> {
    this.#version += 1;
    return sealed(definition, {
      ...object,
      metadata: { ...object.metadata, resourceVersion: String(this.#version) },
    });
  }

  #collection(definition: ResourceDefinition): Collection {
    const key = resourceKeyOf(definition);
    const collection = this.#collections.get(key) ?? new Collection();
    this.#collections.set(key, collection);
    return collection;
  }
}
