import { relayName, sourceAccountName } from './marks';
import { textHash } from './text-hash';

/** A relay in `namespace` that watches the ImageStreams of the namespace `streams`. */
export interface Watch {
  readonly namespace: string;
  readonly streams: string;
}

/** Names of namespaces have up to 63 characters, and so have those of Deployments and Roles here. */
const mostNameCharacters = 63;

const named = (prefix: string, namespace: string): string => {
  const name = `${prefix}-${namespace}`;
  return name.length <= mostNameCharacters
    ? name
    : `${name.slice(0, mostNameCharacters - 9).replace(/-+$/, '')}-${textHash(namespace)}`;
};

/** The source that watches a namespace, in the namespace of the relay. */
export const sourceName = (streams: string): string => named(relayName, streams);

/** The Role and RoleBinding of a relay in the namespace that it watches. */
export const sourceRoleName = ({ namespace }: Watch): string => named(sourceAccountName, namespace);
