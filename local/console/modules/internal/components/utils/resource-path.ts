import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { referenceOf } from '../../../../host/k8s-reducer';

/** The console's path of an object, or of the list of its kind where there is no name. */
export const resourcePath = (model: K8sModel, namespace?: string, name?: string): string => {
  const inNamespace =
    namespace === undefined || namespace === '' ? 'all-namespaces' : `ns/${namespace}`;
  const scope = model.namespaced ? inNamespace : 'cluster';
  const object = name === undefined ? '' : `/${encodeURIComponent(name)}`;
  return `/k8s/${scope}/${referenceOf(model)}${object}`;
};
