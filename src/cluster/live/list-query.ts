import { apiVersionOf } from '../../k8s/resource';
import type { ResourceKind } from '../../k8s/resource';

/** Which objects to list and watch. */
export interface ListQuery {
  readonly kind: ResourceKind;
  /** Absent: all namespaces. */
  readonly namespace?: string;
  /** Only the object of this name: unlike a GET, a list of none is no error. */
  readonly name?: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** More requirements of a label selector, such as `a!=b` or `c in (d,e)`. */
  readonly requirements?: readonly string[];
}

/**
 * The path of a list or watch with its query, below the console's base path: its page has a
 * `<base>` (openshift/console, frontend/public/index.html).
 */
export const listPath = (
  { kind, namespace, name, labels = {}, requirements = [] }: ListQuery,
  params: Readonly<Record<string, string>>,
): string => {
  const root = kind.apiGroup === undefined ? 'api' : 'apis';
  const scope = namespace === undefined ? '' : `/namespaces/${namespace}`;
  const path = `api/kubernetes/${root}/${apiVersionOf(kind)}${scope}/${kind.plural}`;
  const url = new URL(path, document.baseURI);
  if (name !== undefined) url.searchParams.set('fieldSelector', `metadata.name=${name}`);
  const equalities = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  const selector = [...equalities, ...requirements].sort().join(',');
  if (selector !== '') url.searchParams.set('labelSelector', selector);
  for (const [key, value] of Object.entries(params)) url.searchParams.set(key, value);
  return `${url.pathname}${url.search}`;
};
