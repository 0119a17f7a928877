import type { ResourceKind } from './resource';

/** What the console links to where it names the project of an object (`ResourceLink kind="Namespace"`). */
export const namespaceKind: ResourceKind = {
  apiVersion: 'v1',
  kind: 'Namespace',
  plural: 'namespaces',
  namespaced: false,
  abbr: 'NS',
  label: 'Namespace',
  labelPlural: 'Namespaces',
};
