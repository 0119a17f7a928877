import type { ResourceKind } from './resource';

/** What a tag of an ImageStream holds now; its name is `STREAM:TAG`. */
export const imageStreamTagKind: ResourceKind = {
  apiGroup: 'image.openshift.io',
  apiVersion: 'v1',
  kind: 'ImageStreamTag',
  plural: 'imagestreamtags',
  namespaced: true,
  abbr: 'IST',
  label: 'ImageStreamTag',
  labelPlural: 'ImageStreamTags',
};
