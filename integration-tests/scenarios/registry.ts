import type { StreamRef } from '../../src/domain/push';
import { imageStreamKind } from '../../src/k8s/image-stream';
import type { ImageStream, TagReference } from '../../src/k8s/image-stream';
import { apiVersionOf } from '../../src/k8s/resource';
import type { ApiClient, Kind } from './api-client';
import { manifestType } from './image';
import type { Image } from './image';

/** What the registry posts for a push (openshift/api image/v1 ImageStreamMapping). */
const imageStreamMappingKind: Kind = {
  apiGroup: 'image.openshift.io',
  apiVersion: 'v1',
  kind: 'ImageStreamMapping',
  plural: 'imagestreammappings',
};

const registryHost = 'image-registry.openshift-image-registry.svc:5000';

/** The pull spec of an image in a stream. */
export const pullSpecOf = ({ namespace, name }: StreamRef, { digest }: Image): string =>
  `${registryHost}/${namespace}/${name}@${digest}`;

/** Everything by which an image comes to a tag, through the image API alone. */
export class Registry {
  constructor(private readonly client: ApiClient) {}

  async createStream({ namespace, name }: StreamRef): Promise<void> {
    await this.client.create(imageStreamKind, {
      apiVersion: apiVersionOf(imageStreamKind),
      kind: imageStreamKind.kind,
      metadata: { namespace, name },
    });
  }

  /** As the registry does after the layers and the manifest are uploaded. */
  async push(stream: StreamRef, tag: string, image: Image): Promise<void> {
    const { namespace, name } = stream;
    const mapping = {
      apiVersion: apiVersionOf(imageStreamKind),
      kind: imageStreamMappingKind.kind,
      metadata: { namespace, name },
      tag,
      image: {
        metadata: {
          name: image.digest,
          annotations: { 'openshift.io/image.managed': 'true' },
        },
        dockerImageReference: pullSpecOf(stream, image),
        dockerImageManifestMediaType: manifestType,
        dockerImageManifest: image.manifest,
        dockerImageConfig: image.config,
      },
    };
    await this.client.create(imageStreamMappingKind, mapping);
  }

  /** `oc tag STREAM@DIGEST STREAM:TAG` for several tags in one update. */
  async tag(
    { namespace, name }: StreamRef,
    images: Readonly<Record<string, Image>>,
  ): Promise<void> {
    const key = { namespace, name };
    const stream = await this.client.get<ImageStream>(imageStreamKind, key);
    const kept = (stream?.spec?.tags ?? []).filter((tag) => !(tag.name in images));
    const set = Object.entries(images).map(([tag, { digest }]): TagReference => ({
      name: tag,
      from: { kind: 'ImageStreamImage', name: `${name}@${digest}` },
    }));
    await this.client.patch(imageStreamKind, key, { spec: { tags: [...kept, ...set] } });
  }

  /** Changes a label, and nothing else. */
  async label({ namespace, name }: StreamRef, value: string): Promise<void> {
    const metadata = { labels: { 'scenario-label': value } };
    await this.client.patch(imageStreamKind, { namespace, name }, { metadata });
  }
}
