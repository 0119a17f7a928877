import type { StoreEvent } from '../../event-queue';
import type { Stored } from '../../object';
import { resourceKeyOf, type ResourceDefinition } from '../../resource-definition';
import { parseLabelSelector } from '../../selectors';
import type { ChainContext } from '../context';
import type { WorkInProgress } from '../work-in-progress';
import type { Process } from '../workload/pod-runner';
import { cloudEventOf, type Change, type ObjectChange } from './cloud-event';
import type { AdapterConfig, ResourceWatch } from './config';
import { isDelivered, send, type Transport } from './sender';

interface AdapterParts {
  /** `NAMESPACE/NAME` of its Deployment. */
  pod: string;
  config: AdapterConfig;
  sinkUri: string;
  transport: Transport;
  work: WorkInProgress;
}

const isWatched = ({ group, resource }: ResourceWatch, definition: ResourceDefinition): boolean =>
  resourceKeyOf(definition) === `${group}/${resource}`;

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
 * (delegate.go Replace).
 */
export class Adapter implements Process {
  readonly #context: ChainContext;
  readonly #parts: AdapterParts;
  readonly #forgetOutages: () => void;
  #unwatch: () => void = () => undefined;
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
    if (!this.#stopped) {
      this.#unwatch = this.#context.store.watch((event) => {
        this.#observe(event);
      });
    }
  }

  #observe(event: StoreEvent): void {
    const { namespaces, allNamespaces, resources } = this.#parts.config;
    const namespace = event.object.metadata.namespace ?? '';
    if (!allNamespaces && event.definition.kind.namespaced && !namespaces.includes(namespace)) {
      return;
    }
    for (const watch of resources.filter((one) => isWatched(one, event.definition))) {
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
