import { getConfig, waitFor } from '@testing-library/react';
import { shortDelays, type Delays } from '../../local/cluster/chain/context';
import { resources } from '../../local/cluster/resources';
import type { PersonName } from '../../local/cluster/rbac/user';
import type { Shop, ShopOptions } from '../../local/cluster/shop';
import { consoleVerbs } from '../cluster/verbs';
import { pluginVersion } from '../cluster/version';
import { createTrigger } from '../domain/apply/create-trigger';
import type { CompleteDraft } from '../domain/draft';
import { groupCount } from '../domain/event-groups';
import { mostBytesOfCalls } from '../domain/relay-capacity';
import { receiverName, sourceName } from '../domain/relay-names';
import { imageStreamKind } from '../k8s/image-stream';
import { apiVersionOf, conditionOf } from '../k8s/resource';
import type { Condition, K8sObject, ResourceKind } from '../k8s/resource';
import { aDraft } from './builders';
import './cluster-harness';

type Options = Omit<ShopOptions, 'delays'> & { readonly delays?: Partial<Delays> };

/** A new cluster with the shop, on which `consoleVerbs` act as the admin until a page is rendered. */
export const startShop = async ({ delays, ...options }: Options = {}): Promise<Shop> => {
  const cluster = await window.clusterHarness.start({
    ...options,
    delays: { ...shortDelays, ...delays },
  });
  actAs(cluster, 'admin');
  return cluster;
};

/** From now on requests are made as this person. */
export const actAs = ({ url }: Shop, person: PersonName): void => {
  window.clusterHarness.connect({ url, token: `${person}-token` });
};

/** A draft that binds the shop's `order-service` to the Pipeline `print-image`. */
const aShopDraft = (overrides: Partial<CompleteDraft> = {}): CompleteDraft =>
  aDraft({
    namespace: 'supply-chain',
    name: 'print-orders',
    stream: { namespace: 'shop-images', name: 'order-service' },
    pipeline: 'print-image',
    ...overrides,
  });

const isTrue = (conditions: readonly Condition[] | undefined): boolean =>
  conditionOf(conditions, 'Ready')?.status === 'True';

/** Resolves when the event source and the listener of a draft are ready: earlier pushes are lost. */
const untilReady = (
  { store }: Shop,
  { namespace, stream }: Pick<CompleteDraft, 'namespace' | 'stream'>,
): Promise<void> =>
  waitFor(() => {
    const source = store.get(resources.apiServerSources, {
      namespace,
      name: sourceName(stream.namespace),
    });
    const listener = store.get(resources.eventListeners, {
      namespace,
      name: receiverName(stream.namespace),
    });
    if (!isTrue(source.status?.conditions) || !isTrue(listener.status?.conditions))
      throw new Error('The relay is not ready yet.');
  });

/** Waits for what is begun, while an open page goes on as it does while one waits for what it shows. */
const whilePageGoesOn = async <T>(begun: Promise<T>): Promise<T> => {
  await getConfig().asyncWrapper(() => begun);
  return begun;
};

/** Creates an image trigger as the form does, and waits until pushes reach it. */
export const bind = async (
  cluster: Shop,
  overrides: Partial<CompleteDraft> = {},
): Promise<CompleteDraft> => {
  const draft = aShopDraft(overrides);
  const result = await whilePageGoesOn(
    createTrigger(draft, consoleVerbs, { version: pluginVersion, by: 'admin' }),
  );
  if (result.outcome === 'failed') throw new Error(result.problem.message);
  await untilReady(cluster, draft);
  return draft;
};

/** Sends a request as the admin. */
const send = (
  cluster: Shop,
  method: 'POST' | 'PATCH' | 'DELETE',
  { path, body }: { path: string; body?: unknown },
): Promise<unknown> =>
  whilePageGoesOn(window.clusterHarness.request(cluster, { method, path, body }));

/** Names an object by its kind; `name` is absent for the collection. */
interface Place {
  readonly kind: ResourceKind;
  readonly namespace?: string;
  readonly name?: string;
}

const pathOf = ({ kind, namespace, name }: Place): string =>
  [
    kind.apiGroup === undefined ? '/api' : `/apis/${kind.apiGroup}`,
    kind.apiVersion,
    ...(namespace === undefined ? [] : ['namespaces', namespace]),
    kind.plural,
    ...(name === undefined ? [] : [name]),
  ].join('/');

/** Creates an object as the admin. */
export const create = async (
  cluster: Shop,
  kind: ResourceKind,
  object: K8sObject,
): Promise<void> => {
  const { namespace } = object.metadata ?? {};
  const body = { apiVersion: apiVersionOf(kind), kind: kind.kind, ...object };
  await send(cluster, 'POST', { path: pathOf({ kind, namespace }), body });
};

/** Merges a patch into an object, or into its status, as the admin. */
export const patch = async (
  cluster: Shop,
  { subresource, ...place }: Place & { readonly name: string; readonly subresource?: 'status' },
  body: object,
): Promise<void> => {
  const path = pathOf(place);
  const full = subresource === undefined ? path : `${path}/${subresource}`;
  await send(cluster, 'PATCH', { path: full, body });
};

/** Deletes an object as the admin. */
export const remove = async (
  cluster: Shop,
  place: Place & { readonly name: string },
): Promise<void> => {
  await send(cluster, 'DELETE', { path: pathOf(place) });
};

/** Makes an ImageStream of the shop larger than a listener can bear with so many lanes in its group. */
export const enlarge = (cluster: Shop, name: string, lanes: number): Promise<void> => {
  const fill = 'x'.repeat(Math.ceil(mostBytesOfCalls / (groupCount + 1 + lanes)));
  const place = { kind: imageStreamKind, namespace: 'shop-images', name };
  return patch(cluster, place, { metadata: { annotations: { fill } } });
};

/** Stops or starts the pod of an event source, or of a listener. */
export const setRunning = async (
  cluster: Shop,
  pod: 'source' | 'listener',
  body: { namespace: string; name: string; running: boolean },
): Promise<void> => {
  await send(cluster, 'POST', { path: `/local/${pod}`, body });
};

/** Moves the cluster's clock forward: what happens in one second cannot be told apart later. */
export const passTime = async (cluster: Shop, offsetSeconds: number): Promise<void> => {
  await send(cluster, 'POST', { path: '/local/clock', body: { offsetSeconds } });
};

export interface PushOrder {
  readonly namespace?: string;
  readonly stream?: string;
  readonly tag?: string;
  /** One image to several tags at once. */
  readonly tags?: readonly string[];
  /** A digest; a new image where it is absent. */
  readonly image?: string;
}

/** Pushes an image to the shop's `order-service`, tag `latest`, unless told otherwise. */
export const push = async (cluster: Shop, order: PushOrder = {}): Promise<{ digest: string }> => {
  const body = { namespace: 'shop-images', stream: 'order-service', ...order };
  return (await send(cluster, 'POST', { path: '/local/push', body })) as { digest: string };
};

export interface Fault {
  readonly match: { readonly path: string; readonly method?: string };
  readonly respond?: {
    readonly status: number;
    readonly reason?: string;
    readonly message?: string;
    readonly retryAfterSeconds?: number;
  };
  readonly delayMs?: number;
  /** For ever where it is absent. */
  readonly times?: number;
}

/** Lets requests fail, or be slow, from now on. */
export const fail = async (cluster: Shop, ...faults: readonly Fault[]): Promise<void> => {
  await send(cluster, 'POST', { path: '/local/faults', body: faults });
};

/** Lets all requests through again. */
export const heal = async (cluster: Shop): Promise<void> => {
  await send(cluster, 'DELETE', { path: '/local/faults' });
};

/** Breaks every open watch, as a restart of the API server does. */
export const cutWatches = async (cluster: Shop): Promise<void> => {
  await send(cluster, 'DELETE', { path: '/local/watches' });
};

export { resources, type PersonName, type Shop };
