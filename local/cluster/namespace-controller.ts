import { isDeepStrictEqual } from 'node:util';
import type { Admission } from './admission';
import { resources } from './resources';
import type { Store } from './store';
import { WorkQueue } from './work-queue';

/** What the API server writes into every namespace (kubernetes pkg/registry/core/namespace). */
export const registerNamespaceDefaults = (admission: Admission): void => {
  admission.registerDefaulter(resources.namespaces, (namespace) => ({
    ...namespace,
    metadata: {
      ...namespace.metadata,
      labels: {
        ...namespace.metadata?.labels,
        'kubernetes.io/metadata.name': namespace.metadata?.name ?? '',
      },
    },
    ...{
      spec: { finalizers: namespace.spec?.finalizers ?? ['kubernetes'] },
      status: namespace.status ?? { phase: 'Active' },
    },
  }));
};

/** Empties deleted namespaces and lets them go (kubernetes pkg/controller/namespace). */
export class NamespaceController {
  readonly #store: Store;
  readonly #queue = new WorkQueue<string>((name) => this.#empty(name));
  readonly #unsubscribe: () => void;

  constructor(store: Store) {
    this.#store = store;
    this.#unsubscribe = store.watch(({ type, object }) => {
      const { name, namespace = name } = object.metadata;
      const home = store.find(resources.namespaces, { name: namespace });
      if (home?.metadata.deletionTimestamp === undefined) {
        return;
      }
      const terminating = { ...home, status: { ...home.status, phase: 'Terminating' as const } };
      if (!isDeepStrictEqual(home, terminating)) {
        store.updateStatus(resources.namespaces, terminating);
      }
      if (type === 'DELETED' || home.metadata.uid === object.metadata.uid) {
        this.#queue.add(namespace, namespace);
      }
    });
  }

  stop(): void {
    this.#unsubscribe();
    this.#queue.stop();
  }

  #empty(name: string): void {
    const home = this.#store.find(resources.namespaces, { name });
    if (home?.metadata.deletionTimestamp === undefined) {
      return;
    }
    const content = this.#store.registry.all
      .filter(({ kind }) => kind.namespaced)
      .flatMap((definition) =>
        this.#store
          .list(definition, { namespace: name })
          .map(({ metadata }) => ({ definition, metadata })),
      );
    if (content.length === 0) {
      this.#store.update(resources.namespaces, { ...home, spec: { finalizers: [] } });
    }
    for (const { definition, metadata } of content) {
      this.#store.remove(definition, metadata);
    }
  }
}
