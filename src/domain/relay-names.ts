import { relayName, sourceAccountName } from './marks';

/** A relay in `namespace` that watches the ImageStreams of the namespace `streams`. */
export interface Watch {
  readonly namespace: string;
  readonly streams: string;
}

/** Names of namespaces have up to 63 characters, and so have those of Deployments and Roles here. */
const mostNameCharacters = 63;

/** FNV-1a, 32 bits, as eight hexadecimal digits: short and stable, not secret. */
const hash = (text: string): string => {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return value.toString(16).padStart(8, '0');
};

const named = (prefix: string, namespace: string): string => {
  const name = `${prefix}-${namespace}`;
  return name.length <= mostNameCharacters
    ? name
    : `${name.slice(0, mostNameCharacters - 9).replace(/-+$/, '')}-${hash(namespace)}`;
};

/** The source that watches a namespace, in the namespace of the relay. */
export const sourceName = (streams: string): string => named(relayName, streams);

/** The Role and RoleBinding of a relay in the namespace that it watches. */
export const sourceRoleName = ({ namespace }: Watch): string => named(sourceAccountName, namespace);
