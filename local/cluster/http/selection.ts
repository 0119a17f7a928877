import type { ApiContext } from '../api-context';
import type { Stored } from '../object';
import type { User } from '../rbac/user';
import type { ResourceDefinition } from '../resource-definition';
import { parseFieldSelector, parseLabelSelector } from '../selectors';
import type { ListOptions } from '../store';
import type { ApiRequest } from './request';
import type { Target } from './target';

/** Which objects a list, a watch or a deletecollection is about. */
export interface Selection {
  /** The kind that the store holds: the target's own, or the one it is derived from. */
  readonly source: ResourceDefinition;
  readonly options: ListOptions;
  readonly selects: (object: Stored) => boolean;
  /** The form in which the object is answered. */
  readonly derive: (object: Stored) => Stored;
}

/** @throws ApiError BadRequest for selectors that cannot be read */
export const selectionOf = (
  { admission }: ApiContext,
  { definition, namespace: scope }: Target,
  { query, user }: Pick<ApiRequest, 'query'> & { user: User },
): Selection => {
  const { name, namespace = scope } = parseFieldSelector(query.get('fieldSelector') ?? '');
  const labels = parseLabelSelector(query.get('labelSelector') ?? '');
  const derivation = admission.derivationOf(definition);
  return {
    source: derivation?.from ?? definition,
    options: { namespace, name, labels },
    selects: (object) =>
      (scope === undefined || object.metadata.namespace === scope) &&
      (namespace === undefined || object.metadata.namespace === namespace) &&
      (name === undefined || object.metadata.name === name) &&
      labels(object.metadata.labels ?? {}) &&
      (derivation === undefined || derivation.isVisible(object, user)),
    derive: derivation === undefined ? (object) => object : (object) => derivation.derive(object),
  };
};

/** The objects that the store holds of a selection, in the form in which they are answered. */
export const selectedObjects = (
  { store }: ApiContext,
  { source, options, selects, derive }: Selection,
): Stored[] => store.list(source, options).filter(selects).map(derive);
