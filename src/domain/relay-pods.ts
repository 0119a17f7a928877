import type { Pod } from '../k8s/pod';
import { conditionOf, labelOf, namespaceOf } from '../k8s/resource';
import { groupBy } from './group-by';
import { parseQuantity } from './quantity';
import type { Labels } from './cluster-verbs';
import { relayName } from './marks';
import { clusterImages } from './push';
import { receiverName } from './relay-names';
import type { RelayStatus } from './relay-status';

/**
 * What the pods of the listeners carry (tektoncd/triggers pkg/reconciler/eventlistener/resources
 * meta.go, GenerateLabels): the listener's name. The names are the same in all namespaces.
 */
const listenerLabel = 'eventlistener';
const listenerNames = [relayName, receiverName(clusterImages.namespace)];
export const listenerPodRequirement = `${listenerLabel} in (${listenerNames.join(',')})`;

/** The same as labels, for each listener. */
export const listenerPodLabels: readonly Labels[] = listenerNames.map((name) => ({
  [listenerLabel]: name,
}));

/**
 * What the adapters of all ApiServerSources carry (knative/eventing
 * pkg/reconciler/apiserversource/resources/labels.go), those of other people's sources included.
 */
export const sourcePodLabels = { 'eventing.knative.dev/source': 'apiserver-source-controller' };
const sourceNameLabel = 'eventing.knative.dev/sourceName';

/** The pods that somebody holds, and what they ask of the cluster. */
export interface PodCost {
  readonly pods: number;
  readonly ready: number;
  /** How many of the pods ask for any processor time or memory. */
  readonly declaring: number;
  /** The sum of what the containers request, in cores. */
  readonly cpu: number;
  /** The sum of what the containers request, in bytes. */
  readonly memory: number;
}

const requestOf = ({ spec }: Pod, resource: string): number =>
  (spec?.containers ?? []).reduce(
    (sum, { resources }) => sum + (parseQuantity(resources?.requests?.[resource]) ?? 0),
    0,
  );

/** A pod that has ended holds nothing; the API keeps it until somebody deletes it. */
const hasEnded = ({ status }: Pod): boolean =>
  status?.phase === 'Succeeded' || status?.phase === 'Failed';

export const podCostOf = (pods: readonly Pod[]): PodCost => {
  const alive = pods.filter((pod) => !hasEnded(pod));
  const cpu = alive.map((pod) => requestOf(pod, 'cpu'));
  const memory = alive.map((pod) => requestOf(pod, 'memory'));
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  return {
    pods: alive.length,
    ready: alive.filter(({ status }) => conditionOf(status?.conditions, 'Ready')?.status === 'True')
      .length,
    declaring: alive.filter((_, index) => (cpu[index] ?? 0) + (memory[index] ?? 0) > 0).length,
    cpu: sum(cpu),
    memory: sum(memory),
  };
};

/** The pods of listeners and sources, by namespace and the name of whom they belong to. */
export interface RelayPods {
  readonly listeners: ReadonlyMap<string, readonly Pod[]>;
  readonly sources: ReadonlyMap<string, readonly Pod[]>;
  /** The only namespace whose pods are known; undefined for all. */
  readonly namespace: string | undefined;
}

const byOwner = (pods: readonly Pod[], label: string): Map<string, Pod[]> =>
  groupBy(pods, (pod) => `${namespaceOf(pod)}/${labelOf(pod, label) ?? ''}`);

export const relayPodsOf = (
  listenerPods: readonly Pod[],
  sourcePods: readonly Pod[],
  namespace: string | undefined,
): RelayPods => ({
  listeners: byOwner(listenerPods, listenerLabel),
  sources: byOwner(sourcePods, sourceNameLabel),
  namespace,
});

/** What a relay costs: all of it, its listener, and each source in the relay's order. */
export interface RelayCost {
  readonly all: PodCost;
  readonly listener: PodCost;
  readonly sources: readonly PodCost[];
}

const podsIn = (
  { listeners, sources }: RelayPods,
  relay: RelayStatus,
): { listener: readonly Pod[]; sources: (readonly Pod[])[] } => ({
  listener: listeners.get(`${relay.namespace}/${relay.listener.name}`) ?? [],
  sources: relay.sources.map(({ name }) => sources.get(`${relay.namespace}/${name}`) ?? []),
});

/** The cost of a relay; undefined where its pods are not known. */
export const relayCostOf = (pods: RelayPods, relay: RelayStatus): RelayCost | undefined => {
  if (pods.namespace !== undefined && pods.namespace !== relay.namespace) return undefined;
  const { listener, sources } = podsIn(pods, relay);
  return {
    all: podCostOf([...listener, ...sources.flat()]),
    listener: podCostOf(listener),
    sources: sources.map(podCostOf),
  };
};

/** The cost of all relays whose pods are known. */
export const totalCostOf = (pods: RelayPods, relays: readonly RelayStatus[]): PodCost =>
  podCostOf(
    relays
      .filter(({ namespace }) => pods.namespace === undefined || pods.namespace === namespace)
      .flatMap((relay) => {
        const { listener, sources } = podsIn(pods, relay);
        return [...listener, ...sources.flat()];
      }),
  );
