import type { K8sObject, OwnerReference } from '../../../src/k8s/resource';
import { forbidden } from '../api-error';
import type { ResourceDefinition } from '../resource-definition';
import type { ResourceRegistry } from '../resources';
import { attributesOf, type Authorizer } from './authorizer';
import type { User } from './user';

interface OwnedWrite {
  readonly definition: ResourceDefinition;
  readonly object: K8sObject;
  /** What the object was before an update. */
  readonly existing?: K8sObject;
  readonly user: User;
}

interface Parts {
  readonly authorizer: Authorizer;
  readonly registry: ResourceRegistry;
}

const blockingOwners = (object?: K8sObject): OwnerReference[] =>
  (object?.metadata?.ownerReferences ?? []).filter((one) => one.blockOwnerDeletion === true);

/**
 * Refuses that a user holds up the deletion of an owner whose finalizers it may not set. OpenShift
 * turns this check on (kubernetes plugin/pkg/admission/gc, OwnerReferencesPermissionEnforcement).
 *
 * @throws ApiError Forbidden
 */
export const checkOwnerReferences = (
  { authorizer, registry }: Parts,
  { definition, object, existing, user }: OwnedWrite,
): void => {
  const { name = '', namespace = '' } = object.metadata ?? {};
  const known = blockingOwners(existing).map(({ uid }) => uid);
  for (const owner of blockingOwners(object).filter(({ uid }) => !known.includes(uid))) {
    const ownerDefinition = registry.ofKind(owner);
    const allowed =
      ownerDefinition !== undefined &&
      authorizer.allows(
        user,
        attributesOf({
          definition: ownerDefinition,
          verb: 'update',
          subresource: 'finalizers',
          namespace: ownerDefinition.kind.namespaced ? namespace : '',
          name: owner.name,
        }),
      );
    if (!allowed) {
      throw forbidden(
        definition,
        name,
        "cannot set blockOwnerDeletion if an ownerReference refers to a resource you can't set finalizers on: , <nil>",
      );
    }
  }
};
