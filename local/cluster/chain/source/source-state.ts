import type { ApiServerSource } from '../../../../src/k8s/api-server-source';
import type { Condition } from '../../../../src/k8s/resource';
import { fieldOf, isRecord, type ObjectKey, type Stored } from '../../object';
import { attributesOf } from '../../rbac/authorizer';
import { serviceAccountUser } from '../../rbac/user';
import { resources } from '../../resources';
import { matcherOf } from '../../../../src/k8s/label-selector';
import type { ChainContext } from '../context';
import type { Verdict } from '../workload/conditions';
import { definitionOf } from './config';

type SinkRef = NonNullable<NonNullable<ApiServerSource['spec']>['sink']['ref']>;

const verbs = ['get', 'list', 'watch'];

/** The namespaces that a source watches (apiserversource.go namespacesFromSelector). */
export const namespacesOf = (
  { store }: ChainContext,
  source: Stored<ApiServerSource>,
): string[] => {
  const selector = source.spec?.namespaceSelector;
  if (selector === undefined) {
    return [source.metadata.namespace ?? ''];
  }
  const labels = matcherOf(selector);
  return store.list(resources.namespaces, { labels }).map(({ metadata }) => metadata.name);
};

/** Whether a source watches every namespace, by an empty selector (isEmptySelector). */
export const selectsAll = ({ spec }: ApiServerSource): boolean => {
  const selector = spec?.namespaceSelector;
  if (selector === undefined) {
    return false;
  }
  const { matchLabels = {}, matchExpressions = [] } = selector;
  return Object.keys(matchLabels).length + matchExpressions.length === 0;
};

/** Whom Knative resolves sinks as (knative/eventing config/core/200-eventing-serviceaccount.yaml). */
const controller = serviceAccountUser('knative-eventing', 'eventing-controller');

/**
 * The address that an object of a kind says it has, such as an EventListener: Knative may read it
 * only where a ClusterRole labelled `duck.knative.dev/addressable` says so, which Tekton brings none
 * of (knative/pkg resolver/addressable_resolver.go addressableFromDestinationRef).
 */
const addressOf = (
  { store, authorizer }: ChainContext,
  { apiVersion, kind }: SinkRef,
  key: ObjectKey,
): string | undefined => {
  const definition = store.registry.ofKind({ apiVersion, kind });
  const mayRead =
    definition !== undefined &&
    ['list', 'watch'].every((verb) =>
      authorizer.allows(controller, attributesOf({ definition, verb })),
    );
  const status = mayRead ? fieldOf(store.find(definition, key) ?? {}, 'status') : undefined;
  const address = isRecord(status) ? status.address : undefined;
  const url = isRecord(address) ? address.url : undefined;
  return typeof url === 'string' ? url : undefined;
};

/** The sink's URL, or undefined where it cannot be resolved. A Service is meant at its port 80. */
export const sinkOf = (
  context: ChainContext,
  source: Stored<ApiServerSource>,
): string | undefined => {
  const { uri, ref } = source.spec?.sink ?? {};
  if (ref === undefined) {
    return uri;
  }
  const { name, namespace = source.metadata.namespace ?? '' } = ref;
  const service = context.store.find(resources.services, { name, namespace });
  const isService = ref.apiVersion === 'v1' && ref.kind === 'Service';
  const own = service === undefined ? undefined : `http://${name}.${namespace}.svc.cluster.local`;
  const base = isService ? own : addressOf(context, ref, { name, namespace });
  return base === undefined || uri === undefined ? base : new URL(uri, base).href;
};

/** What the ServiceAccount may not read, in the controller's words (runAccessCheck). */
export const missingRights = (
  { authorizer }: ChainContext,
  source: Stored<ApiServerSource>,
  namespaces: readonly string[],
): string => {
  const { namespace = '' } = source.metadata;
  const user = serviceAccountUser(namespace, source.spec?.serviceAccountName ?? 'default');
  const missing = (source.spec?.resources ?? []).flatMap(({ apiVersion, kind }) => {
    const definition = definitionOf(apiVersion, kind);
    const { apiGroup = '', plural = `${kind.toLowerCase()}s` } = definition?.kind ?? {};
    return namespaces.flatMap((watched) => {
      const refused = verbs.filter(
        (verb) =>
          definition === undefined ||
          !authorizer.allows(user, attributesOf({ definition, verb, namespace: watched })),
      );
      return refused.length === 0
        ? []
        : [
            `${refused.join(', ')} resource "${plural}" in API group "${apiGroup}" in Namespace "${watched}"`,
          ];
    });
  });
  return missing.length === 0 ? '' : `User ${user.name} cannot ${missing.join(', ')}`;
};

/** pkg/apis/sources/v1/apiserver_lifecycle.go PropagateDeploymentAvailability. */
export const deployedVerdict = (name: string, conditions: readonly Condition[]): Verdict => {
  const available = conditions.find(({ type }) => type === 'Available');
  if (available === undefined) {
    const message = `The Deployment '${name}' is unavailable.`;
    return { type: 'Deployed', status: 'Unknown', reason: 'DeploymentUnavailable', message };
  }
  return available.status === 'True'
    ? { type: 'Deployed', status: 'True' }
    : {
        type: 'Deployed',
        status: 'False',
        reason: available.reason ?? '',
        message: available.message ?? '',
      };
};

/** Said where nobody has switched OIDC authentication on. */
export const oidcVerdict: Verdict = {
  type: 'OIDCIdentityCreated',
  status: 'True',
  reason: 'authentication-oidc feature disabled',
};
