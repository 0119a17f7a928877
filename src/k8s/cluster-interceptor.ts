import type { ResourceKind } from './resource';

/** What a listener asks before a Trigger runs; OpenShift Pipelines brings `cel`. */
export const clusterInterceptorKind: ResourceKind = {
  apiGroup: 'triggers.tekton.dev',
  apiVersion: 'v1alpha1',
  kind: 'ClusterInterceptor',
  plural: 'clusterinterceptors',
  namespaced: false,
  abbr: 'CI',
  label: 'ClusterInterceptor',
  labelPlural: 'ClusterInterceptors',
};
