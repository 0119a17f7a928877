import { createHash } from 'node:crypto';
import type { K8sObject } from '../../../../src/k8s/resource';
import type { CreateRequest } from '../../admission';
import { badRequest, invalid, invalidValue, isApiError } from '../../api-error';
import { fieldOf, isRecord } from '../../object';
import { resources } from '../../resources';
import type { Store } from '../../store';
import { repositoryOf, withFollowers, withTagEvent } from './tag-history';

const digestPattern = /^sha256:[0-9a-f]{64}$/;
/** Of the registry's host, the namespace and the name together (distribution reference.go). */
const mostRepositoryCharacters = 255;
const managed = 'openshift.io/image.managed';

interface PushedImage {
  digest: string;
  reference: string;
  isManaged: boolean;
  fields: Record<string, unknown>;
}

const textIn = (record: Record<string, unknown>, field: string): string => {
  const value = record[field];
  return typeof value === 'string' ? value : '';
};

/** The digest of a manifest, as registries compute it. */
export const digestOf = (manifest: string): string =>
  `sha256:${createHash('sha256').update(manifest).digest('hex')}`;

/**
 * @throws ApiError Invalid for a pull spec that no client could parse
 * (openshift-apiserver validation.go ValidateImageStreamMapping, library-go reference.go Parse)
 */
const checkReference = ({ metadata }: K8sObject, { reference }: PushedImage): void => {
  const repository = reference.replace(/(?::[^:/@]+)?(?:@.*)?$/, '');
  if (repository.length > mostRepositoryCharacters) {
    const rule = `repository name must not be more than ${mostRepositoryCharacters} characters`;
    const problem = invalidValue('image.dockerImageReference', reference, rule);
    throw invalid(resources.imageStreamMappings, metadata?.name ?? '', [problem]);
  }
};

const parseImage = (image: unknown): PushedImage => {
  const fields = isRecord(image) ? image : {};
  const metadata = isRecord(fields.metadata) ? fields.metadata : {};
  const annotations = isRecord(metadata.annotations) ? metadata.annotations : {};
  const manifest = textIn(fields, 'dockerImageManifest');
  const digest = manifest === '' ? textIn(metadata, 'name') : digestOf(manifest);
  if (!digestPattern.test(digest)) {
    throw badRequest('an image needs a manifest, or its digest as its name');
  }
  return {
    digest,
    reference: textIn(fields, 'dockerImageReference'),
    isManaged: annotations[managed] === 'true',
    fields: { ...fields, metadata: { ...metadata, name: digest } },
  };
};

/** @returns whether the image was not known before */
const createImage = (store: Store, { fields }: PushedImage, dryRun: boolean): boolean => {
  try {
    store.create(resources.images, { ...fields }, { dryRun });
    return true;
  } catch (error) {
    if (isApiError(error, 'AlreadyExists')) {
      return false;
    }
    throw error;
  }
};

/**
 * A push: the Image, if it is new, and an item at the head of the stream's tag and its aliases. The
 * digest is that of the given manifest. Nothing changes where the tag already has that image.
 *
 * @throws ApiError NotFound for a missing stream, BadRequest for an image without a digest, Invalid
 * for a pull spec that is too long
 * (openshift-apiserver pkg/image/apiserver/registry/imagestreammapping/rest.go Create)
 */
export const createMapping = (
  store: Store,
  { object, namespace = '', dryRun }: CreateRequest,
): K8sObject => {
  const stream = store.get(resources.imageStreams, {
    name: object.metadata?.name ?? '',
    namespace,
  });
  const image = parseImage(fieldOf(object, 'image'));
  checkReference(object, image);
  const tag = fieldOf(object, 'tag');
  const tagName = typeof tag === 'string' && tag !== '' ? tag : 'latest';
  const isNew = createImage(store, image, dryRun);
  const local = `${repositoryOf(stream)}@${image.digest}`;
  const isLocal = image.reference === '' || (!isNew && image.isManaged);
  const item = {
    created: store.clock.timestamp(),
    dockerImageReference: isLocal ? local : image.reference,
    image: image.digest,
    generation: stream.metadata.generation ?? 1,
  };
  const tagged = withTagEvent(stream, tagName, item);
  if (tagged !== stream) {
    store.updateStatus(resources.imageStreams, withFollowers(tagged, tagName, item), { dryRun });
  }
  const answer = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success' };
  return answer;
};
