import type { ResourceKind } from './resource';

export const storageClassKind: ResourceKind = {
  apiGroup: 'storage.k8s.io',
  apiVersion: 'v1',
  kind: 'StorageClass',
  plural: 'storageclasses',
  namespaced: false,
  abbr: 'SC',
  label: 'StorageClass',
  labelPlural: 'StorageClasses',
};
