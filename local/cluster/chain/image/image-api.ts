import { isDeepStrictEqual } from 'node:util';
import type { ImageStream } from '../../../../src/k8s/image-stream';
import type { K8sObject } from '../../../../src/k8s/resource';
import { badRequest, notFound } from '../../api-error';
import { resources } from '../../resources';
import type { Store } from '../../store';
import { createImport } from './image-import';
import { createMapping } from './mapping';
import { withSpecTags } from './spec-tags';
import { repositoryOf, tagsOf } from './tag-history';
import { imageStreamTagView, writeTag } from './tag-view';

const imageStreamImage = (store: Store, id: string, namespace = ''): K8sObject => {
  const [name = '', digest = ''] = id.split('@');
  if (digest === '') {
    throw badRequest('ImageStreamImages must be retrieved with <name>@<id>');
  }
  const stream = store.get(resources.imageStreams, { name, namespace });
  const item = tagsOf(stream)
    .flatMap(({ items }) => items ?? [])
    .find(({ image }) => image.startsWith(digest));
  const image = item && store.find(resources.images, { name: item.image });
  if (item === undefined || image === undefined) {
    throw notFound(resources.imageStreamImages, id);
  }
  const object = {
    apiVersion: 'image.openshift.io/v1',
    kind: 'ImageStreamImage',
    metadata: { name: `${name}@${item.image}`, namespace, creationTimestamp: item.created },
    image: { ...image, dockerImageReference: item.dockerImageReference },
  };
  return object;
};

/**
 * openshift-apiserver's image API over the store: pushes are creates of ImageStreamMappings, spec
 * tags are followed when the stream is written, ImageStreamImports fetch images from outside,
 * ImageStreamTags are parts of their stream.
 */
export const registerImageApi = (store: Store): void => {
  const { admission } = store;

  const complete = (stream: ImageStream): ImageStream => {
    const { name = '', namespace = '' } = stream.metadata ?? {};
    const old = store.find(resources.imageStreams, { name, namespace });
    const status = { ...stream.status, dockerImageRepository: repositoryOf(stream) };
    if (old !== undefined && isDeepStrictEqual(old.spec, stream.spec)) {
      return { ...stream, status };
    }
    return withSpecTags(
      old,
      { ...stream, status },
      {
        now: store.clock.timestamp(),
        generation: (old?.metadata.generation ?? 0) + 1,
        streamOf: (ofNamespace, ofName) =>
          store.find(resources.imageStreams, { name: ofName, namespace: ofNamespace }),
      },
    );
  };

  admission.registerDefaulter(resources.imageStreams, complete);
  admission.registerCreateHandler(resources.imageStreamMappings, (request) =>
    createMapping(store, request),
  );
  admission.registerCreateHandler(resources.imageStreamImports, (request) =>
    createImport(store, request),
  );
  admission.registerCreateHandler(resources.imageStreamTags, (request) =>
    writeTag(store, request, false),
  );
  admission.registerView(resources.imageStreamTags, imageStreamTagView(store));
  admission.registerView(resources.imageStreamImages, {
    get: ({ name, namespace }) => imageStreamImage(store, name, namespace),
  });
};
