import { relayName, sourceAccountName } from './marks';
import { clusterImages } from './push';
import { textHash } from './text-hash';

/** A relay in `namespace` that watches the ImageStreams of the namespace `streams`. */
export interface Watch {
  readonly namespace: string;
  /** Or that of `clusterImages`: all Images of the cluster. */
  readonly streams: string;
}

export const watchesImages = ({ streams }: Pick<Watch, 'streams'>): boolean =>
  streams === clusterImages.namespace;

/** Names of namespaces have up to 63 characters, and so have those of Deployments and Roles here. */
const mostNameCharacters = 63;

const named = (prefix: string, namespace: string): string => {
  if (namespace === '') return prefix;
  const name = `${prefix}-${namespace}`;
  return name.length <= mostNameCharacters
    ? name
    : `${name.slice(0, mostNameCharacters - 9).replace(/-+$/, '')}-${textHash(namespace)}`;
};

/**
 * What receives the events of a relay in its namespace: the listener, its NetworkPolicy and the
 * TriggerBinding. Images have one of their own. The first import of a release brings hundreds of them at
 * once, and each event is a call for every group of a listener (`event-groups.ts`): so they cost two
 * calls each, and keep no push of an ImageStream from running.
 */
export const receiverName = (streams: string | undefined): string =>
  streams === clusterImages.namespace ? `${relayName}-any-image` : relayName;

/** The source that watches a namespace, or all Images, in the namespace of the relay. */
export const sourceName = (streams: string): string => named(relayName, streams);

/**
 * The Role and RoleBinding of a relay in the namespace that it watches; of one that watches all Images,
 * the ClusterRole and its ClusterRoleBinding.
 */
export const sourceRoleName = ({ namespace }: Watch): string => named(sourceAccountName, namespace);
