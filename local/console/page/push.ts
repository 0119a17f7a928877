import type { K8sModel, K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { objectAt, stringAt } from '../host/json';

/** What a registry creates for each push (openshift/api image/v1 ImageStreamMapping); never read. */
export const imageStreamMappingModel: K8sModel = {
  apiGroup: 'image.openshift.io',
  apiVersion: 'v1',
  kind: 'ImageStreamMapping',
  plural: 'imagestreammappings',
  namespaced: true,
  abbr: 'ISM',
  label: 'ImageStreamMapping',
  labelPlural: 'ImageStreamMappings',
};

/** `NAMESPACE/NAME`, as people write a stream. */
export const streamName = ({ metadata }: K8sResourceCommon): string =>
  `${metadata?.namespace ?? ''}/${metadata?.name ?? ''}`;

/** `sha256:` and 64 digits of chance: an image that no stream has yet. */
export const newDigest = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return `sha256:${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
};

/** What a registry sends to the API when an image has been pushed to a tag of a stream. */
export const mappingOf = (stream: K8sResourceCommon, tag: string, digest: string) => ({
  apiVersion: 'image.openshift.io/v1',
  kind: 'ImageStreamMapping',
  metadata: { name: stream.metadata?.name, namespace: stream.metadata?.namespace },
  image: {
    metadata: { name: digest },
    dockerImageReference: `${stringAt(objectAt(stream, 'status'), 'dockerImageRepository')}@${digest}`,
  },
  tag,
});
