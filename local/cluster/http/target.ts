import { badRequest } from '../api-error';
import { builtIn, kindOf, type ResourceDefinition } from '../resource-definition';
import type { ResourceRegistry } from '../resources';

/** What a resource URL means. */
export interface Target {
  readonly definition: ResourceDefinition;
  /** False for a kind that no one serves: it is authorized, then not found. */
  readonly served: boolean;
  readonly namespace?: string;
  readonly name?: string;
  readonly subresource?: string;
  /** The path after the subresource, such as that of a proxied request. */
  readonly rest: string;
}

interface GroupVersion {
  readonly group: string;
  readonly version: string;
  readonly segments: readonly string[];
}

/** `/api/v1/...` or `/apis/GROUP/VERSION/...`. */
export const groupVersionOf = (path: string): GroupVersion | undefined => {
  const [root, ...parts] = path.split('/').filter((part) => part !== '');
  if (root === 'api' && parts[0] !== undefined) {
    return { group: '', version: parts[0], segments: parts.slice(1) };
  }
  const [group, version, ...segments] = parts;
  return root === 'apis' && group !== undefined && version !== undefined
    ? { group, version, segments }
    : undefined;
};

const namespacedSubresources = ['status', 'finalize'];

/** The namespace of a URL, and what follows it; `namespaces/x` itself is a cluster-scoped object. */
const scopeOf = (segments: readonly string[]) => {
  const [first, namespace, plural] = segments;
  return first === 'namespaces' &&
    namespace !== undefined &&
    plural !== undefined &&
    !namespacedSubresources.includes(plural)
    ? { namespace, segments: segments.slice(2) }
    : { namespace: undefined, segments };
};

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    throw badRequest(`${segment}: ${error instanceof Error ? error.message : String(error)}`);
  }
};

/**
 * Reads the path of a resource; undefined for any other path.
 * A kind that is not served gets a stand-in, for the words of a refusal.
 *
 * @throws ApiError BadRequest for a path that is not well encoded
 */
export const parseTarget = (registry: ResourceRegistry, path: string): Target | undefined => {
  const groupVersion = groupVersionOf(path);
  if (groupVersion === undefined || groupVersion.segments.length === 0) {
    return undefined;
  }
  const { group, version } = groupVersion;
  const { namespace, segments } = scopeOf(groupVersion.segments.map(decoded));
  const [plural = '', name, subresource, ...rest] = segments;
  const known = registry.find(group, plural);
  const served =
    known?.kind.apiVersion === version &&
    (known.kind.namespaced
      ? namespace !== undefined || name === undefined
      : namespace === undefined);
  const type = group === '' ? `${version}/${plural}` : `${group}/${version}/${plural}`;
  return {
    definition: known ?? builtIn(kindOf(type, plural)),
    served,
    ...(namespace === undefined ? {} : { namespace }),
    ...(name === undefined ? {} : { name }),
    ...(subresource === undefined ? {} : { subresource }),
    rest: rest.join('/'),
  };
};
