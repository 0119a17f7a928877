import type { K8sObject } from '../../../../src/k8s/resource';
import { notFound } from '../../api-error';
import type { ObjectKey, Stored } from '../../object';
import { attributesOf } from '../../rbac/authorizer';
import type { User } from '../../rbac/user';
import type { ResourceDefinition } from '../../resource-definition';
import { resources } from '../../resources';
import type { ListOptions, Store } from '../../store';
import type { ChainContext } from '../context';

/** What a listener knows of the objects of its kinds. */
export type Reader = Pick<Store, 'find' | 'get' | 'list'>;

/** In first back-offs: client-go tools/cache/reflector.go, defaultBackoffMax and -Init. */
const mostBackOffs = 30_000 / 800;

type InformerContext = Pick<ChainContext, 'store' | 'authorizer' | 'timers' | 'delays'>;

interface InformerOptions {
  readonly user: User;
  readonly definition: ResourceDefinition;
  /** Absent for all of them, and for a kind without namespaces. */
  readonly namespace?: string;
  /** As client-go before 0.35: lists, then watches. Else it watches what a list would answer. */
  readonly listsFirst: boolean;
}

/**
 * What keeps a copy of the objects of one kind (client-go 0.35 tools/cache/reflector.go,
 * ListAndWatch). A watch that begins with all objects takes no list. Where it is refused, a list
 * fills the copy, and the watch after it; where that is refused too, only the next list, after a
 * back-off that doubles, shows what has changed.
 */
class Informer {
  readonly #context: InformerContext;
  readonly #options: InformerOptions;
  /** The last list; undefined before the first one. */
  #listed: readonly Stored[] | undefined;
  #isWatching = false;
  #isOver = false;

  constructor(context: InformerContext, options: InformerOptions) {
    this.#context = context;
    this.#options = options;
  }

  /** Whether the copy has ever been filled. */
  get hasSynced(): boolean {
    return this.#isWatching || this.#listed !== undefined;
  }

  /** What it may not do and would have to, to be filled. */
  get missing(): string[] {
    const { definition, listsFirst } = this.#options;
    const verbs = listsFirst ? ['list'] : ['list', 'watch'];
    return this.hasSynced ? [] : verbs.map((verb) => `${verb} ${definition.kind.plural}`);
  }

  /** Fills the copy as far as its user may, and again after a while where it gets stale. */
  run(backOffs = 1): void {
    if (this.#isOver) return;
    const { store, timers, delays } = this.#context;
    const { definition, namespace, listsFirst } = this.#options;
    const mayWatch = this.#may('watch');
    if (listsFirst || !mayWatch) {
      if (this.#may('list')) this.#listed = store.list(definition, { namespace });
      this.#isWatching = mayWatch && this.#listed !== undefined;
    } else {
      this.#isWatching = true;
    }
    if (this.#isWatching) return;
    timers.after(backOffs * delays.rewatch, () => {
      this.run(Math.min(2 * backOffs, mostBackOffs));
    });
  }

  stop(): void {
    this.#isOver = true;
  }

  /** The copy; undefined where it is always what the store holds. */
  get copy(): readonly Stored[] | undefined {
    return this.#isWatching ? undefined : (this.#listed ?? []);
  }

  #may(verb: string): boolean {
    const { user, definition, namespace } = this.#options;
    const attributes = attributesOf({ definition, verb, namespace });
    return this.#context.authorizer.allows(user, attributes);
  }
}

const inNamespace: readonly ResourceDefinition[] = [
  resources.eventListeners,
  resources.triggers,
  resources.triggerBindings,
  resources.triggerTemplates,
  resources.interceptors,
];
const inCluster: readonly ResourceDefinition[] = [
  resources.clusterInterceptors,
  resources.clusterTriggerBindings,
];

const isAt = ({ metadata }: Stored, { name, namespace }: Partial<ObjectKey>): boolean =>
  (name === undefined || metadata.name === name) &&
  (namespace === undefined || metadata.namespace === namespace);

/** The copies of a listener's pod, of all kinds that it reads (tektoncd/triggers pkg/adapter). */
export class Informers implements Reader {
  readonly #store: Store;
  readonly #informers: ReadonlyMap<string, Informer>;

  constructor(
    context: InformerContext,
    { namespace, ...who }: { user: User; namespace: string; listsFirst: boolean },
  ) {
    this.#store = context.store;
    const informer = (definition: ResourceDefinition, scope: { namespace?: string }) =>
      [definition.kind.plural, new Informer(context, { ...who, definition, ...scope })] as const;
    this.#informers = new Map([
      ...inNamespace.map((definition) => informer(definition, { namespace })),
      ...inCluster.map((definition) => informer(definition, {})),
    ]);
  }

  /** @returns what keeps some of them from being filled */
  start(): string[] {
    return [...this.#informers.values()].flatMap((informer) => {
      informer.run();
      return informer.missing;
    });
  }

  stop(): void {
    for (const informer of this.#informers.values()) informer.stop();
  }

  find<T extends K8sObject>(
    definition: ResourceDefinition<T>,
    key: ObjectKey,
  ): Stored<T> | undefined {
    const copy = this.#copyOf(definition);
    return copy === undefined
      ? this.#store.find(definition, key)
      : copy.find((object) => isAt(object, key));
  }

  get<T extends K8sObject>(definition: ResourceDefinition<T>, key: ObjectKey): Stored<T> {
    const object = this.find(definition, key);
    if (object === undefined) throw notFound(definition, key.name);
    return object;
  }

  list<T extends K8sObject>(
    definition: ResourceDefinition<T>,
    { labels, ...key }: ListOptions = {},
  ): Stored<T>[] {
    const copy = this.#copyOf(definition);
    return copy === undefined
      ? this.#store.list(definition, { labels, ...key })
      : copy.filter(
          (object) => isAt(object, key) && (labels?.(object.metadata.labels ?? {}) ?? true),
        );
  }

  #copyOf<T extends K8sObject>(definition: ResourceDefinition<T>): Stored<T>[] | undefined {
    const holds = (object: Stored): object is Stored<T> => definition.holds(object);
    return this.#informers.get(definition.kind.plural)?.copy?.filter(holds);
  }
}
