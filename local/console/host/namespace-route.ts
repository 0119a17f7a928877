/** What the console's useActiveNamespace says for "all projects". */
export const allNamespaces = '#ALL_NS#';

const allNamespacesSegment = 'all-namespaces';

const segmentsOf = (path: string): string[] => path.split('/').filter((segment) => segment !== '');

/** The namespace that a path names behind its first segment, or undefined where it names none. */
export const namespaceOfPath = (path: string): string | undefined => {
  const [, scope, name] = segmentsOf(path);
  if (scope === allNamespacesSegment) return allNamespaces;
  return scope === 'ns' ? name : undefined;
};

/** `ns/NAME`, or `all-namespaces`: how a namespace stands in the console's paths. */
export const namespaceSegments = (namespace: string): string =>
  namespace === allNamespaces ? allNamespacesSegment : `ns/${namespace}`;

/**
 * Where the project bar leads to from a path when another project is chosen, as in the console
 * (public/actions/ui.ts formatNamespaceRoute): the first segment and one behind the namespace are kept,
 * because an object of the old project does not exist in the new one. A path that ends in `new` is
 * kept whole, but for all projects.
 */
export const pathInNamespace = (path: string, namespace: string): string => {
  const previous = namespaceOfPath(path);
  if (previous === undefined) return path;
  const [prefix = '', ...segments] = segmentsOf(path);
  const rest = segments.slice(previous === allNamespaces ? 1 : 2);
  const isNew = rest[1] === 'new';
  const keepsAll =
    namespace === allNamespaces
      ? previous === allNamespaces && !isNew
      : previous === namespace || isNew;
  return `/${[prefix, namespaceSegments(namespace), ...(keepsAll ? rest : rest.slice(0, 1))].join('/')}`;
};
