import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { consoleFetchJSON } from '@openshift-console/dynamic-plugin-sdk/lib/api/console-fetch';
import {
  getResourcesInFlight,
  receivedResources,
} from '@openshift-console/dynamic-plugin-sdk/lib/app/k8s/actions/k8s';
import type { ConsoleStore } from './console-store';
import { isJsonObject, listAt, objectAt, stringAt } from './json';

const aggregatedDiscovery = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

const verbs: ReadonlySet<unknown> = new Set([
  'create',
  'get',
  'list',
  'update',
  'patch',
  'delete',
  'deletecollection',
  'watch',
]);

type Verb = NonNullable<K8sModel['verbs']>[number];

const isVerb = (value: unknown): value is Verb => verbs.has(value);

/**
 * Badges of the console itself that do not follow its rule (public/models, and what
 * packages/knative-plugin/console-extensions.json says of kinds).
 */
const builtInAbbreviations: Readonly<Record<string, string>> = {
  ApiServerSource: 'AS',
  Namespace: 'NS',
  Project: 'PR',
};

/** The letters of a kind's badge: its capitals, at most four (console get-resources.ts kindToAbbr). */
export const abbreviationOf = (kind: string): string =>
  builtInAbbreviations[kind] ?? (kind.replace(/[^A-Z]/g, '') || kind.toUpperCase()).slice(0, 4);

const pluralOf = (kind: string): string => {
  if (/[^aeiou]y$/.test(kind)) return `${kind.slice(0, -1)}ies`;
  return /(s|x|ch)$/.test(kind) ? `${kind}es` : `${kind}s`;
};

interface GroupVersion {
  group: string;
  version: string;
}

const modelOf = ({ group, version }: GroupVersion, resource: unknown): K8sModel => {
  const kind = stringAt(objectAt(resource, 'responseKind'), 'kind');
  return {
    ...(group === '' ? {} : { apiGroup: group }),
    apiVersion: version,
    kind,
    plural: stringAt(resource, 'resource'),
    namespaced: stringAt(resource, 'scope') === 'Namespaced',
    verbs: listAt(resource, 'verbs').filter(isVerb),
    label: kind,
    labelPlural: pluralOf(kind),
    abbr: abbreviationOf(kind),
    id: stringAt(resource, 'singularResource'),
    crd: true,
  };
};

/**
 * The models of an APIGroupDiscoveryList (apidiscovery.k8s.io/v2), without subresources.
 *
 * Group and version come from the enclosing item: in the groups that openshift-apiserver serves,
 * `responseKind` carries neither.
 *
 * @throws Error if the document is something else, as from a server without aggregated discovery
 */
export const modelsOf = (document: unknown): K8sModel[] => {
  if (!isJsonObject(document) || document.kind !== 'APIGroupDiscoveryList') {
    throw new Error(
      'The API server does not offer aggregated discovery (Kubernetes 1.26 and newer).',
    );
  }
  return listAt(document, 'items').flatMap((item) => {
    const group = stringAt(objectAt(item, 'metadata'), 'name');
    return listAt(item, 'versions').flatMap((entry) =>
      listAt(entry, 'resources')
        .map((resource) => modelOf({ group, version: stringAt(entry, 'version') }, resource))
        .filter(({ kind }) => kind !== ''),
    );
  });
};

/** Merges what plugins say about kinds (console.model-metadata) into a discovered model. */
export type ModelDecorator = (model: K8sModel) => K8sModel;

/**
 * Learns what the API server serves and puts it into the store; before that, every watch of the SDK
 * reports "loading", and after it, an unknown kind is reported as such.
 *
 * @throws HttpError if the API server refuses or cannot be reached
 */
export const discoverModels = async (
  store: ConsoleStore,
  decorate: ModelDecorator = (model) => model,
): Promise<void> => {
  store.dispatch(getResourcesInFlight());
  const documents = await Promise.all(
    ['api', 'apis'].map(async (root): Promise<unknown> =>
      consoleFetchJSON(`${window.SERVER_FLAGS.basePath}api/kubernetes/${root}`, 'GET', {
        headers: { Accept: aggregatedDiscovery },
      }),
    ),
  );
  const models = documents.flatMap(modelsOf).map(decorate);
  store.dispatch(
    receivedResources({
      models,
      allResources: [],
      adminResources: [],
      configResources: [],
      clusterOperatorConfigResources: [],
      namespacedSet: new Set(),
      safeResources: [],
      groupVersionMap: {},
    }),
  );
};
