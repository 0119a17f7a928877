import type { ApiServerSource } from '../../../../src/k8s/api-server-source';
import type { Condition } from '../../../../src/k8s/resource';
import { fieldOf, type Stored } from '../../object';
import { attributesOf } from '../../rbac/authorizer';
import { serviceAccountUser } from '../../rbac/user';
import { resources } from '../../resources';
import { matcherOf } from '../../selectors';
import type { ChainContext } from '../context';
import type { Verdict } from '../workload/conditions';
import { definitionOf } from './config';

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

/** Whether a source watches every namespace, by an empty selector. */
export const selectsAll = ({ spec }: ApiServerSource): boolean =>
  spec?.namespaceSelector !== undefined &&
  Object.values(spec.namespaceSelector).every((part) => Object.keys(part).length === 0);

/** The sink's URL, or undefined where it cannot be resolved. A Service is meant at its port 80. */
export const sinkOf = (
  { store }: ChainContext,
  source: Stored<ApiServerSource>,
): string | undefined => {
  const { uri, ref } = source.spec?.sink ?? {};
  if (ref === undefined) {
    return uri;
  }
  const referred = fieldOf(ref, 'namespace');
  const namespace = typeof referred === 'string' ? referred : (source.metadata.namespace ?? '');
  const service = store.find(resources.services, { name: ref.name, namespace });
  return ref.kind === 'Service' && service !== undefined
    ? `http://${ref.name}.${namespace}.svc.cluster.local${uri ?? ''}`
    : undefined;
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
