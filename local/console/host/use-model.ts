import type { K8sGroupVersionKind, K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { useK8sModel } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks/useK8sModel';

/** The model of a kind; undefined where the cluster does not serve it, which the SDK's type leaves out. */
export const useModel = (of?: K8sGroupVersionKind | string): K8sModel | undefined =>
  useK8sModel(of)[0];
