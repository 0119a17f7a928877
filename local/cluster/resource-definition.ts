import { apiVersionOf, type K8sObject, type ResourceKind } from '../../src/k8s/resource';

export type Verb =
  'create' | 'delete' | 'deletecollection' | 'get' | 'list' | 'patch' | 'update' | 'watch';

/** A column of the Table form; `date` columns show an age, as the real server's do. */
export interface Column {
  readonly name: string;
  readonly type: 'string' | 'date';
  readonly value: (object: K8sObject) => unknown;
}

/** What the API server knows of a kind. `T` is the type of its objects. */
export interface ResourceDefinition<T extends K8sObject = K8sObject> {
  readonly kind: ResourceKind;
  /** Made by a CustomResourceDefinition, so without strategic merge patch. */
  readonly custom: boolean;
  /** Has a status subresource: writes of the object leave `status` alone. */
  readonly status: boolean;
  /** Counts the changes of its spec in `metadata.generation`. */
  readonly counted: boolean;
  readonly verbs: readonly Verb[];
  /** The Table's columns after the name; the age where they are absent. */
  readonly columns?: readonly Column[];
  /** Whether an object is of this kind, by its `apiVersion` and `kind`. */
  readonly holds: (object: K8sObject) => object is T;
}

export type DefinitionOptions = Partial<
  Pick<ResourceDefinition, 'status' | 'counted' | 'verbs' | 'columns'>
>;

const allVerbs: readonly Verb[] = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];

const definitionOf = <T extends K8sObject>(
  kind: ResourceKind,
  custom: boolean,
  options: DefinitionOptions,
): ResourceDefinition<T> => ({
  kind,
  custom,
  status: custom,
  counted: custom,
  verbs: allVerbs,
  ...options,
  holds: (object): object is T =>
    object.kind === kind.kind && object.apiVersion === apiVersionOf(kind),
});

/** A kind that is compiled into kube-apiserver or openshift-apiserver. */
export const builtIn = <T extends K8sObject>(
  kind: ResourceKind,
  options: DefinitionOptions = {},
): ResourceDefinition<T> => definitionOf<T>(kind, false, options);

/** A kind of a CustomResourceDefinition with a status subresource. */
export const custom = <T extends K8sObject>(
  kind: ResourceKind,
  options: DefinitionOptions = {},
): ResourceDefinition<T> => definitionOf<T>(kind, true, options);

/**
 * A kind that the plugin itself does not know.
 *
 * @param type `apiVersion/Kind`, such as `v1/Pod` or `tekton.dev/v1/TaskRun`
 * @param plural its name in URLs
 */
export const kindOf = (
  type: string,
  plural: string,
  scope: 'namespaced' | 'cluster' = 'namespaced',
): ResourceKind => {
  const [kind = '', apiVersion = '', apiGroup] = type.split('/').reverse();
  return {
    ...(apiGroup === undefined ? {} : { apiGroup }),
    apiVersion,
    kind,
    plural,
    namespaced: scope === 'namespaced',
    abbr: kind.replace(/[a-z]/g, '').slice(0, 4),
    label: kind,
    labelPlural: `${kind}s`,
  };
};

/** `group/plural`, unique among the kinds of a cluster. */
export const resourceKeyOf = ({ kind }: ResourceDefinition): string =>
  `${kind.apiGroup ?? ''}/${kind.plural}`;
