import type { K8sObject, ResourceKind } from './resource';

export const imageKind: ResourceKind = {
  apiGroup: 'image.openshift.io',
  apiVersion: 'v1',
  kind: 'Image',
  plural: 'images',
  namespaced: false,
  abbr: 'I',
  label: 'Image',
  labelPlural: 'Images',
};

/** An image that some ImageStream of the cluster holds or held; named by its digest. */
export interface Image extends K8sObject {
  /** The pull spec, with its digest, of where the image came first. */
  dockerImageReference?: string;
}
