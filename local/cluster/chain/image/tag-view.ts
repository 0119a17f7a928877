import type { ImageStream, TagReference } from '../../../../src/k8s/image-stream';
import type { K8sObject } from '../../../../src/k8s/resource';
import type { CreateRequest, View } from '../../admission';
import { alreadyExists, badRequest, notFound } from '../../api-error';
import { fieldOf, isRecord, type Stored } from '../../object';
import { resources } from '../../resources';
import type { Store } from '../../store';
import { headOf, specTagsOf, tagsOf } from './tag-history';

const split = (id: string): { name: string; tag: string } => {
  const [name = '', tag, ...rest] = id.split(':');
  if (tag === undefined || rest.length > 0 || name === '' || tag === '') {
    throw badRequest('ImageStreamTags must be retrieved with <name>:<tag>');
  }
  return { name, tag };
};

const imageOf = (store: Store, digest: string): K8sObject =>
  store.find(resources.images, { name: digest }) ?? { metadata: { name: digest } };

/** openshift-apiserver pkg/image/apiserver/registry/imagestreamtag/rest.go newISTag. */
const imageStreamTag = (store: Store, stream: Stored<ImageStream>, tag: string): K8sObject => {
  const name = `${stream.metadata.name}:${tag}`;
  const item = headOf(stream, tag);
  if (item === undefined || item.image === '') {
    throw notFound(resources.imageStreamTags, name);
  }
  const object = {
    apiVersion: 'image.openshift.io/v1',
    kind: 'ImageStreamTag',
    metadata: {
      name,
      ...(stream.metadata.namespace === undefined ? {} : { namespace: stream.metadata.namespace }),
      uid: stream.metadata.uid,
      resourceVersion: stream.metadata.resourceVersion,
      creationTimestamp: item.created,
    },
    tag: specTagsOf(stream).find((one) => one.name === tag) ?? null,
    generation: item.generation,
    lookupPolicy: { local: false },
    image: { ...imageOf(store, item.image), dockerImageReference: item.dockerImageReference },
  };
  return object;
};

const removeTag = (store: Store, stream: Stored<ImageStream>, tag: string): void => {
  const tags = tagsOf(stream).filter((one) => one.tag !== tag);
  const specTags = specTagsOf(stream).filter((one) => one.name !== tag);
  const isTagged = tags.length < tagsOf(stream).length;
  if (!isTagged && specTags.length === specTagsOf(stream).length) {
    throw notFound(resources.imageStreamTags, `${stream.metadata.name}:${tag}`);
  }
  const rest = {
    ...stream,
    spec: { ...stream.spec, tags: specTags },
    status: { ...stream.status, tags },
  };
  store.update(resources.imageStreams, rest, { whole: true });
};

/** How ImageStreamTags are read and deleted: they are parts of their ImageStream. */
export const imageStreamTagView = (store: Store): View => {
  const streamOf = (name: string, namespace = ''): Stored<ImageStream> =>
    store.get(resources.imageStreams, { name, namespace });
  return {
    get: ({ name: id, namespace }) => {
      const { name, tag } = split(id);
      return imageStreamTag(store, streamOf(name, namespace), tag);
    },
    list: ({ namespace }) =>
      store
        .list(resources.imageStreams, namespace === undefined ? {} : { namespace })
        .flatMap((stream) =>
          tagsOf(stream)
            .filter(({ tag }) => (headOf(stream, tag)?.image ?? '') !== '')
            .map(({ tag }) => imageStreamTag(store, stream, tag)),
        ),
    update: (request) => writeTag(store, request, true),
    remove: ({ name: id, namespace }) => {
      const { name, tag } = split(id);
      removeTag(store, streamOf(name, namespace), tag);
    },
  };
};

const isFrom = (value: unknown): value is NonNullable<TagReference['from']> =>
  isRecord(value) && typeof value.kind === 'string' && typeof value.name === 'string';

const specTagOf = (object: K8sObject, name: string): TagReference => {
  const reference = fieldOf(object, 'tag');
  const { from, reference: isReference } = isRecord(reference) ? reference : {};
  return {
    name,
    ...(isFrom(from) ? { from } : {}),
    ...(isReference === true ? { reference: true } : {}),
  };
};

/**
 * `oc tag`: writes a spec tag, into a new stream where there is none (imagestreamtag/rest.go Create
 * and Update).
 *
 * @throws ApiError AlreadyExists for the create of a spec tag that is there
 */
export const writeTag = (
  store: Store,
  { object, namespace = '', dryRun }: CreateRequest,
  mayReplace: boolean,
): K8sObject => {
  const id = object.metadata?.name ?? '';
  const { name, tag } = split(id);
  const specTag = specTagOf(object, tag);
  const stream = store.find(resources.imageStreams, { name, namespace });
  if (stream === undefined) {
    const created = { metadata: { name, namespace }, spec: { tags: [specTag] } };
    store.create(resources.imageStreams, created, { dryRun });
    return object;
  }
  const others = specTagsOf(stream).filter((one) => one.name !== tag);
  if (!mayReplace && others.length < specTagsOf(stream).length) {
    throw alreadyExists(resources.imageStreamTags, id);
  }
  const spec = { ...stream.spec, tags: [...others, specTag] };
  store.update(resources.imageStreams, { ...stream, ...{ spec } }, { dryRun });
  return object;
};
