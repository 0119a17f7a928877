import { ResourceLink } from '@openshift-console/dynamic-plugin-sdk';
import { groupVersionKindOf } from '../k8s/resource';
import type { ResourceKind } from '../k8s/resource';

/** A link to the console's own page of an object. */
export const KindLink = ({
  kind,
  namespace,
  name,
}: {
  readonly kind: ResourceKind;
  readonly namespace?: string;
  readonly name: string;
}) => (
  <ResourceLink
    groupVersionKind={groupVersionKindOf(kind)}
    namespace={namespace}
    name={name}
    inline
  />
);
