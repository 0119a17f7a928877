import type { ResourceKind } from './resource';

export const projectKind: ResourceKind = {
  apiGroup: 'project.openshift.io',
  apiVersion: 'v1',
  kind: 'Project',
  plural: 'projects',
  namespaced: false,
  abbr: 'PR',
  label: 'Project',
  labelPlural: 'Projects',
};
