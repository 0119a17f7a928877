import type { ApiContext } from '../api-context';
import type { ResourceDefinition } from '../resource-definition';
import { jsonAnswer, pageNotFound, textAnswer, type Answer } from './answer';
import { acceptsAggregatedDiscovery } from './representation';
import type { ApiRequest } from './request';
import { groupVersionOf } from './target';

const aggregatedType = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

/** Groups that openshift-apiserver serves behind the aggregation layer. */
const isAggregated = (group: string): boolean =>
  ['image.openshift.io', 'project.openshift.io', 'user.openshift.io'].includes(group);

interface Version {
  readonly version: string;
  readonly definitions: readonly ResourceDefinition[];
}

interface Group {
  /** Empty for the core group. */
  readonly name: string;
  /** The preferred one first: v1, v1beta1, v1alpha1. */
  readonly versions: readonly Version[];
}

const stability = (version: string): number =>
  version.includes('alpha') ? 0 : version.includes('beta') ? 1 : 2;

const groupsOf = ({ registry }: ApiContext): Group[] => {
  const names = [...new Set(registry.all.map(({ kind }) => kind.apiGroup ?? ''))].sort();
  return names.map((name) => {
    const definitions = registry.all.filter(({ kind }) => (kind.apiGroup ?? '') === name);
    const versions = [...new Set(definitions.map(({ kind }) => kind.apiVersion))]
      .sort((one, other) => stability(other) - stability(one))
      .map((version) => ({
        version,
        definitions: definitions.filter(({ kind }) => kind.apiVersion === version),
      }));
    return { name, versions };
  });
};

/** What follows an object's name in a URL, with the verbs that it takes. */
const subresourcesOf = ({ kind, status }: ResourceDefinition) => [
  ...(status ? [{ name: 'status', verbs: ['get', 'patch', 'update'] }] : []),
  ...(kind.plural === 'services' ? [{ name: 'proxy', verbs: ['create', 'get'] }] : []),
];

const aggregatedResource = (definition: ResourceDefinition) => {
  const { kind, verbs } = definition;
  // Aggregated API servers leave the group and version of their kinds empty here.
  const responseKind = isAggregated(kind.apiGroup ?? '')
    ? { group: '', version: '', kind: kind.kind }
    : { group: kind.apiGroup ?? '', version: kind.apiVersion, kind: kind.kind };
  const subresources = subresourcesOf(definition);
  return {
    resource: kind.plural,
    responseKind,
    scope: kind.namespaced ? 'Namespaced' : 'Cluster',
    singularResource: kind.kind.toLowerCase(),
    verbs,
    ...(subresources.length === 0
      ? {}
      : {
          subresources: subresources.map(({ name, verbs: itsVerbs }) => ({
            subresource: name,
            responseKind,
            verbs: itsVerbs,
          })),
        }),
  };
};

const aggregatedDiscovery = (groups: readonly Group[]): Answer => ({
  ...jsonAnswer({
    kind: 'APIGroupDiscoveryList',
    apiVersion: 'apidiscovery.k8s.io/v2',
    metadata: {},
    items: groups.map(({ name, versions }) => ({
      metadata: { ...(name === '' ? {} : { name }), creationTimestamp: null },
      versions: versions.map(({ version, definitions }) => ({
        version,
        resources: definitions.map(aggregatedResource),
        freshness: 'Current',
      })),
    })),
  }),
  contentType: aggregatedType,
});

const groupJson = ({ name, versions }: Group) => {
  const entries = versions.map(({ version }) => ({ groupVersion: `${name}/${version}`, version }));
  return { name, versions: entries, preferredVersion: entries[0] };
};

const resourceListJson = ({ name }: Group, { version, definitions }: Version) => ({
  kind: 'APIResourceList',
  apiVersion: 'v1',
  groupVersion: name === '' ? version : `${name}/${version}`,
  resources: definitions.flatMap((definition) => {
    const { kind, verbs } = definition;
    const entry = { namespaced: kind.namespaced, kind: kind.kind };
    return [
      { name: kind.plural, singularName: kind.kind.toLowerCase(), ...entry, verbs },
      ...subresourcesOf(definition).map((subresource) => ({
        name: `${kind.plural}/${subresource.name}`,
        singularName: '',
        ...entry,
        verbs: subresource.verbs,
      })),
    ];
  }),
});

const versionDiscovery = (groups: readonly Group[], path: string): Answer => {
  const { group = '', version = '' } = groupVersionOf(path) ?? {};
  const found = groups.find(({ name }) => name === group);
  const versioned = found?.versions.find((one) => one.version === version);
  return found === undefined || versioned === undefined
    ? pageNotFound
    : jsonAnswer(resourceListJson(found, versioned));
};

/** The version that the local cluster claims: that of OpenShift 4.22. */
const serverVersion = { major: '1', minor: '35', gitVersion: 'v1.35.0', platform: 'linux/amd64' };

/** Answers every path that is no resource. */
export const answerDiscovery = (
  context: ApiContext,
  { path, headers }: Pick<ApiRequest, 'path' | 'headers'>,
): Answer => {
  const groups = groupsOf(context);
  const named = groups.filter(({ name }) => name !== '');
  const aggregated = acceptsAggregatedDiscovery(headers);
  switch (path.replace(/(.)\/$/, '$1')) {
    case '/api':
      return aggregated
        ? aggregatedDiscovery(groups.filter(({ name }) => name === ''))
        : jsonAnswer({ kind: 'APIVersions', versions: ['v1'], serverAddressByClientCIDRs: [] });
    case '/apis':
      return aggregated
        ? aggregatedDiscovery(named)
        : jsonAnswer({ kind: 'APIGroupList', apiVersion: 'v1', groups: named.map(groupJson) });
    case '/version':
      return jsonAnswer(serverVersion);
    case '/healthz':
    case '/livez':
    case '/readyz':
      return textAnswer('ok');
    case '/openapi/v2':
      return jsonAnswer({
        swagger: '2.0',
        info: { title: 'Kubernetes', version: serverVersion.gitVersion },
        paths: {},
        definitions: {},
      });
    default: {
      const group = /^\/apis\/([^/]+)$/.exec(path)?.[1];
      const found = named.find(({ name }) => name === group);
      return found === undefined
        ? versionDiscovery(groups, path)
        : jsonAnswer({ kind: 'APIGroup', apiVersion: 'v1', ...groupJson(found) });
    }
  }
};
