import { useK8sModel } from '@openshift-console/dynamic-plugin-sdk';
import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { groupVersionKindOf } from '../k8s/resource';
import type { ResourceKind } from '../k8s/resource';

/** Whether the API server serves a kind; undefined until its discovery has been read. */
export const useServed = (kind: ResourceKind | undefined): boolean | undefined => {
  const result: readonly [K8sModel | undefined, boolean] = useK8sModel(
    kind ? groupVersionKindOf(kind) : { version: '', kind: '' },
  );
  const [model, discovering] = result;
  if (model) return true;
  return discovering ? undefined : false;
};
