import type { StoreEvent } from '../../event-queue';
import type { Stored } from '../../object';
import { resourceKeyOf, type ResourceDefinition } from '../../resource-definition';
import { parseLabelSelector } from '../../selectors';
import { attributesOf } from '../../rbac/authorizer';
import type { User } from '../../rbac/user';
import type { ChainContext } from '../context';
import type { WorkInProgress } from '../work-in-progress';
import type { Process } from '../workload/pod-runner';
import { cloudEventOf, type Change, type ObjectChange } from './cloud-event';
import type { AdapterConfig, ResourceWatch } from './config';
import { isDelivered, send, type Transport } from './sender';

interface AdapterParts {
  /** `NAMESPACE/NAME` of its Deployment. */
  pod: string;
  /** As whom it watches. */
  account: User;
  config: AdapterConfig;
  sinkUri: string;
  transport: Transport;
  work: WorkInProgress;
}

const isWatched = ({ group, resource }: ResourceWatch, definition: ResourceDefinition): boolean =>
  resourceKeyOf(definition) === `${group}/${resource}`;

/** Where the objects of a kind are watched: in each of the namespaces, or at the cluster scope alone. */
const scopesOf = (
  { namespaces, allNamespaces }: AdapterConfig,
  { kind }: ResourceDefinition,
): readonly string[] => (kind.namespaced && !allNamespaces ? namespaces : ['']);

/** What a watch with a label selector says of a write. */
const changeOf = (
  { type, object, previous }: StoreEvent,
  selects: (object: Stored) => boolean,
): Change | undefined => {
  const was = previous !== undefined && selects(previous);
  const is = type !== 'DELETED' && selects(object);
  if (was && is) {
    return 'update';
  }
  if (is) {
    return 'add';
  }
  return was ? 'delete' : undefined;
};

/**
 * The adapter of an ApiServerSource (knative/eventing pkg/adapter/apiserver): one watch for each kind
 * and namespace, each sending one event after the other. What exists at its start, or changed while
 * it was down or while its watch was broken, is never sent: its store ignores every list
 * (delegate.go Replace). A watch that the API server refuses begins once it may (client-go
 * tools/cache/reflector.go); one that has begun goes on.
 */
export class Adapter implements Process {
  readonly #context: ChainContext;
  readonly #parts: AdapterParts;
  readonly #forgetOutages: () => void;
  #unwatch: () => void = () => undefined;
  /** The watches that have begun, each as `KIND/SCOPE`. */
  readonly #begun = new Set<string>();
  /** The end of the last send of each watch. */
  readonly #queues = new Map<string, Promise<void>>();
  #stopped = false;

  constructor(context: ChainContext, parts: AdapterParts) {
    this.#context = context;
    this.#parts = parts;
    this.#watch();
    this.#forgetOutages = context.outage.subscribe((isDown) => {
      if (isDown) {
        this.#unwatch();
      } else {
        context.timers.after(context.delays.rewatch, () => {
          this.#watch();
        });
      }
    });
  }

  stop(): void {
    this.#stopped = true;
    this.#forgetOutages();
    this.#unwatch();
  }

  #watch(): void {
    this.#unwatch();
    this.#begun.clear();
    if (this.#stopped) {
      return;
    }
    const { config } = this.#parts;
    for (const { group, resource } of config.resources) {
      const definition = this.#context.store.registry.find(group, resource);
      if (definition !== undefined) {
        scopesOf(config, definition).forEach((scope) => this.#hasBegun(definition, scope));
      }
    }
    this.#unwatch = this.#context.store.watch((event) => {
      this.#observe(event);
    });
  }

  /** Whether a watch has begun, or does so now. */
  #hasBegun(definition: ResourceDefinition, scope: string): boolean {
    const watch = `${resourceKeyOf(definition)}/${scope}`;
    const { authorizer } = this.#context;
    const request = { definition, namespace: scope };
    const mayBegin = (): boolean =>
      ['list', 'watch'].every((verb) =>
        authorizer.allows(this.#parts.account, attributesOf({ ...request, verb })),
      );
    if (!this.#begun.has(watch) && mayBegin()) {
      this.#begun.add(watch);
    }
    return this.#begun.has(watch);
  }

  #observe(event: StoreEvent): void {
    const { config } = this.#parts;
    const namespace = event.object.metadata.namespace ?? '';
    const scope = scopesOf(config, event.definition).find((one) => one === '' || one === namespace);
    const watches = config.resources.filter((one) => isWatched(one, event.definition));
    if (scope === undefined || watches.length === 0 || !this.#hasBegun(event.definition, scope)) {
      return;
    }
    for (const watch of watches) {
      const matches = parseLabelSelector(watch.labelSelector);
      const change = changeOf(event, ({ metadata }) => matches(metadata.labels ?? {}));
      if (change !== undefined) {
        const { definition, object } = event;
        this.#enqueue(`${watch.resource}/${namespace}`, { change, definition, object });
      }
    }
  }

  #enqueue(watch: string, change: ObjectChange): void {
    const before = this.#queues.get(watch) ?? Promise.resolve();
    const sent = before.then(async () => {
      if (!this.#stopped) {
        await this.#send(change);
      }
    });
    this.#queues.set(watch, this.#parts.work.track(sent));
  }

  async #send(change: ObjectChange): Promise<void> {
    const { config, sinkUri, transport, pod } = this.#parts;
    const now = this.#context.store.clock.now();
    const event = cloudEventOf(change, { mode: config.mode, now });
    const from = pod.replace(/\/.*$/, '');
    const delivery = await send(this.#context, transport, { url: sinkUri, event, from });
    if (!isDelivered(delivery)) {
      const { answer, attempts } = delivery;
      const id = event.headers['Ce-Id'] ?? '';
      const subject = event.headers['Ce-Subject'] ?? '';
      const problem = answer === 'refused' ? 'connect: connection refused' : `${answer}`;
      this.#context.log(
        pod,
        `failed to send cloudevent: ${problem} (${attempts}x), subject: ${subject}, id: ${id}`,
      );
    }
  }
}
