import type { K8sObject } from '../../../../src/k8s/resource';
import { namespaceOf } from '../../../../src/k8s/resource';
import type { User } from '../../rbac/user';
import type { ChainContext } from '../context';

/**
 * Creates an object with the rights of a user, as the API server would on that user's request.
 *
 * @throws ApiError Forbidden and whatever else refuses it, or an Error for an unknown kind
 */
export const createAs = async (
  { store, authorizer, outage }: ChainContext,
  user: User,
  object: K8sObject,
): Promise<K8sObject> => {
  if (outage.isDown) {
    throw new Error('dial tcp 172.30.0.1:443: connect: connection refused');
  }
  const definition = store.registry.ofKind(object);
  if (definition === undefined) {
    const { apiVersion = '', kind = '' } = object;
    const problem = `error could not find resource with apiVersion ${apiVersion} and kind ${kind}`;
    throw new Error(`couldn't find API resource for json: ${problem}`);
  }
  const namespace = namespaceOf(object);
  const inNamespace = namespace === '' ? {} : { namespace };
  authorizer.require(user, { definition, verb: 'create', ...inNamespace });
  const handler = store.admission.createHandlerOf(definition);
  return handler === undefined
    ? store.create(definition, object)
    : handler({ object, user, dryRun: false, ...inNamespace });
};
