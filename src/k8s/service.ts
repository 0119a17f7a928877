import type { ResourceKind } from './resource';

export const serviceKind: ResourceKind = {
  apiVersion: 'v1',
  kind: 'Service',
  plural: 'services',
  namespaced: true,
  abbr: 'S',
  label: 'Service',
  labelPlural: 'Services',
};
