import type { StreamRef } from '../../src/domain/push';
import { imageKind } from '../../src/k8s/image';
import { imageStreamKind } from '../../src/k8s/image-stream';
import type { ImageStream, TagEvent, TagReference } from '../../src/k8s/image-stream';
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

/** `oc import-image` posts one (openshift/api image/v1 ImageStreamImport). */
const imageStreamImportKind: Kind = {
  apiGroup: 'image.openshift.io',
  apiVersion: 'v1',
  kind: 'ImageStreamImport',
  plural: 'imagestreamimports',
};

const imageStreamTagKind: Kind = {
  apiGroup: 'image.openshift.io',
  apiVersion: 'v1',
  kind: 'ImageStreamTag',
  plural: 'imagestreamtags',
};

const registryHost = 'image-registry.openshift-image-registry.svc:5000';

/** Where the cluster's own registry has a stream. */
export const repositoryOf = ({ namespace, name }: StreamRef): string =>
  `${registryHost}/${namespace}/${name}`;

/** The pull spec of an image in a stream. */
export const pullSpecOf = (stream: StreamRef, { digest }: Image): string =>
  `${repositoryOf(stream)}@${digest}`;

const labelled = (value: string) => ({ metadata: { labels: { 'scenario-label': value } } });

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

  /** `oc tag SOURCE@DIGEST STREAM:TAG` for several tags in one update. */
  async tag(
    stream: StreamRef,
    images: Readonly<Record<string, Image>>,
    { namespace, name }: StreamRef = stream,
  ): Promise<void> {
    const tags = Object.entries(images).map(([tag, { digest }]): TagReference => ({
      name: tag,
      from: { kind: 'ImageStreamImage', namespace, name: `${name}@${digest}` },
    }));
    await this.specify(stream, tags);
  }

  /** `oc tag --alias SOURCE:TAG STREAM:ALIAS`; in one stream, the alias follows the tag. */
  async alias(
    stream: StreamRef,
    alias: string,
    { tag, source = stream }: { tag: string; source?: StreamRef },
  ): Promise<void> {
    const { namespace, name } = source;
    const from = { kind: 'ImageStreamTag', namespace, name: `${name}:${tag}` };
    await this.specify(stream, [{ name: alias, from }]);
  }

  /** Writes tags of the spec in one update, each in the place of the one of its name. */
  async specify({ namespace, name }: StreamRef, tags: readonly TagReference[]): Promise<void> {
    const key = { namespace, name };
    const stream = await this.client.get<ImageStream>(imageStreamKind, key);
    const names = new Set(tags.map((tag) => tag.name));
    const kept = (stream?.spec?.tags ?? []).filter((tag) => !names.has(tag.name));
    await this.client.patch(imageStreamKind, key, { spec: { tags: [...kept, ...tags] } });
  }

  /** `oc import-image` of several tags in one request, each from a pull spec. */
  async import(
    { namespace, name }: StreamRef,
    pullSpecs: Readonly<Record<string, string>>,
  ): Promise<void> {
    const images = Object.entries(pullSpecs).map(([tag, pullSpec]) => ({
      from: { kind: 'DockerImage', name: pullSpec },
      to: { name: tag },
      importPolicy: { insecure: true },
    }));
    await this.client.create(imageStreamImportKind, {
      apiVersion: apiVersionOf(imageStreamKind),
      kind: imageStreamImportKind.kind,
      metadata: { namespace, name },
      ...{ spec: { import: true, images } },
    });
  }

  /** Leaves of a tag's history what a choice keeps, as the image pruner does. */
  async prune(
    { namespace, name }: StreamRef,
    tag: string,
    keep: (items: TagEvent[]) => TagEvent[],
  ): Promise<void> {
    const key = { namespace, name };
    const stream = await this.client.get<ImageStream>(imageStreamKind, key);
    const tags = (stream?.status?.tags ?? []).map((list) =>
      list.tag === tag ? { ...list, items: keep(list.items ?? []) } : list,
    );
    await this.client.patchStatus(imageStreamKind, key, { status: { tags } });
  }

  async removeTag({ namespace, name }: StreamRef, tag: string): Promise<void> {
    await this.client.remove(imageStreamTagKind, { namespace, name: `${name}:${tag}` });
  }

  async removeStream({ namespace, name }: StreamRef): Promise<void> {
    await this.client.remove(imageStreamKind, { namespace, name });
  }

  /** Changes a label, and nothing else. */
  async label({ namespace, name }: StreamRef, value: string): Promise<void> {
    await this.client.patch(imageStreamKind, { namespace, name }, labelled(value));
  }

  /** The same of an Image. */
  async labelImage({ digest }: Image, value: string): Promise<void> {
    await this.client.patch(imageKind, { name: digest }, labelled(value));
  }

  /** As the image pruner does to one that no ImageStream holds any more. */
  async removeImage({ digest }: Image): Promise<void> {
    await this.client.remove(imageKind, { name: digest });
  }
}
