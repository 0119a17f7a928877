import { createHash, randomUUID } from 'node:crypto';
import type { K8sObject } from '../../../../src/k8s/resource';
import { digestOf } from './mapping';
import { registryHost } from './tag-history';

/** A tag that gets an image. */
interface Push {
  namespace: string;
  stream: string;
  tag: string;
  image: PushedImage;
}

/** An image by its manifest, or by its digest alone where the registry has it already. */
export interface PushedImage {
  digest: string;
  manifest?: string;
}

const sha256 = (text: string): string =>
  `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** An image that nobody has pushed before: its manifest is made from a random text. */
export const freshImage = (content: string = randomUUID()): PushedImage => {
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
    config: {
      mediaType: 'application/vnd.docker.container.image.v1+json',
      size: 1_473,
      digest: sha256(`config of ${content}`),
    },
    layers: [
      {
        mediaType: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
        size: 39_287_124,
        digest: sha256(`layer of ${content}`),
      },
    ],
  });
  return { digest: digestOf(manifest), manifest };
};

/** The ImageStreamMapping that the cluster's registry posts for a push. */
export const mappingOf = ({ namespace, stream, tag, image }: Push): K8sObject => {
  const mapping = {
    apiVersion: 'image.openshift.io/v1',
    kind: 'ImageStreamMapping',
    metadata: { name: stream, namespace },
    tag,
    image: {
      metadata: { name: image.digest, annotations: { 'openshift.io/image.managed': 'true' } },
      dockerImageReference: `${registryHost}/${namespace}/${stream}@${image.digest}`,
      ...(image.manifest === undefined
        ? {}
        : {
            dockerImageManifestMediaType: 'application/vnd.docker.distribution.manifest.v2+json',
            dockerImageManifest: image.manifest,
          }),
    },
  };
  return mapping;
};
