import type { Condition, K8sObject, ResourceKind } from './resource';

export const knativeEventingKind: ResourceKind = {
  apiGroup: 'operator.knative.dev',
  apiVersion: 'v1beta1',
  kind: 'KnativeEventing',
  plural: 'knativeeventings',
  namespaced: true,
  abbr: 'KE',
  label: 'KnativeEventing',
  labelPlural: 'KnativeEventings',
};

/** The instance that makes the Serverless operator install Knative Eventing. */
export interface KnativeEventing extends K8sObject {
  status?: { version?: string; conditions?: Condition[] };
}
