import type { OwnerReference } from '../../src/k8s/resource';
import type { ObjectKey, Stored } from './object';
import { foregroundFinalizer, orphanFinalizer } from './removal';
import type { ResourceDefinition } from './resource-definition';
import type { Store } from './store';
import { WorkQueue } from './work-queue';

/** An object in the graph of owners and dependents. */
interface Node {
  readonly definition: ResourceDefinition;
  readonly key: ObjectKey;
  readonly uid: string;
}

const nodeOf = (definition: ResourceDefinition, { metadata }: Stored): Node => ({
  definition,
  key: { name: metadata.name, namespace: metadata.namespace },
  uid: metadata.uid,
});

const ownersOf = ({ metadata }: Stored): OwnerReference[] => metadata.ownerReferences ?? [];

/**
 * Deletes what has lost all its owners, some moments after the owner went, and carries out the
 * foreground and orphan policies (kubernetes pkg/controller/garbagecollector).
 */
export class GarbageCollector {
  readonly #store: Store;
  readonly #queue = new WorkQueue<Node>((node) => this.#collect(node));
  /** By the uid of an owner, then by the dependent's own. */
  readonly #dependents = new Map<string, Map<string, Node>>();
  readonly #unsubscribe: () => void;

  constructor(store: Store) {
    this.#store = store;
    this.#unsubscribe = store.watch(({ type, definition, object, previous }) => {
      const node = nodeOf(definition, object);
      ownersOf(previous ?? object).forEach(({ uid }) =>
        this.#dependents.get(uid)?.delete(node.uid),
      );
      if (type === 'DELETED') {
        this.#dependentsOf(node).forEach((dependent) => this.#enqueue(dependent));
        this.#dependents.delete(node.uid);
        this.#enqueueOwners(object);
      } else {
        this.#link(node, object);
      }
    });
  }

  stop(): void {
    this.#unsubscribe();
    this.#queue.stop();
  }

  #enqueue(node: Node): void {
    this.#queue.add(node.uid, node);
  }

  #dependentsOf({ uid }: Node): Node[] {
    return [...(this.#dependents.get(uid)?.values() ?? [])];
  }

  #link(node: Node, object: Stored): void {
    for (const { uid } of ownersOf(object)) {
      const dependents = this.#dependents.get(uid) ?? new Map<string, Node>();
      this.#dependents.set(uid, dependents.set(node.uid, node));
    }
    if (ownersOf(object).length > 0 || object.metadata.deletionTimestamp !== undefined) {
      this.#enqueue(node);
    }
  }

  /** The owner that a reference means: undefined if absent, null if its kind is not served. */
  #ownerOf(reference: OwnerReference, { namespace }: ObjectKey) {
    const definition = this.#store.registry.ofKind(reference);
    if (definition === undefined) {
      return null;
    }
    const scope = definition.kind.namespaced ? { namespace } : {};
    const owner = this.#store.find(definition, { name: reference.name, ...scope });
    return owner?.metadata.uid === reference.uid ? { definition, owner } : undefined;
  }

  #enqueueOwners(object: Stored): void {
    for (const reference of ownersOf(object)) {
      const found = this.#ownerOf(reference, object.metadata);
      if (found) {
        this.#enqueue(nodeOf(found.definition, found.owner));
      }
    }
  }

  #collect(node: Node): void {
    const object = this.#store.find(node.definition, node.key);
    if (object?.metadata.uid !== node.uid) {
      return;
    }
    const { deletionTimestamp, finalizers = [] } = object.metadata;
    if (deletionTimestamp !== undefined) {
      if (finalizers.includes(foregroundFinalizer)) {
        this.#deleteDependents(node, object);
      } else if (finalizers.includes(orphanFinalizer)) {
        this.#orphanDependents(node, object);
      }
      return;
    }
    const absent = ownersOf(object).filter(
      (reference) => this.#ownerOf(reference, node.key) === undefined,
    );
    if (absent.length > 0 && absent.length === ownersOf(object).length) {
      this.#store.remove(node.definition, node.key);
    } else if (absent.length > 0) {
      this.#dropOwners(
        node,
        absent.map(({ uid }) => uid),
      );
    }
  }

  #deleteDependents(node: Node, object: Stored): void {
    const dependents = this.#dependentsOf(node);
    if (dependents.length === 0) {
      this.#dropFinalizer(node, object, foregroundFinalizer);
    }
    for (const { definition, key } of dependents) {
      this.#store.remove(definition, key, { propagationPolicy: 'Foreground' });
    }
  }

  #orphanDependents(node: Node, object: Stored): void {
    this.#dependentsOf(node).forEach((dependent) => this.#dropOwners(dependent, [node.uid]));
    this.#dropFinalizer(node, object, orphanFinalizer);
  }

  #dropOwners({ definition, key }: Node, uids: readonly string[]): void {
    const object = this.#store.get(definition, key);
    const ownerReferences = ownersOf(object).filter(({ uid }) => !uids.includes(uid));
    this.#store.update(definition, {
      ...object,
      metadata: { ...object.metadata, ownerReferences },
    });
  }

  #dropFinalizer({ definition }: Node, object: Stored, dropped: string): void {
    const finalizers = (object.metadata.finalizers ?? []).filter((one) => one !== dropped);
    const metadata = { ...object.metadata, finalizers };
    this.#store.update(definition, { ...object, metadata });
  }
}
