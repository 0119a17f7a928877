import { isDeepStrictEqual } from 'node:util';
import type { ImageStream, TagReference } from '../../../../src/k8s/image-stream';
import type { Condition, K8sObject } from '../../../../src/k8s/resource';
import type { CreateRequest } from '../../admission';
import { invalid, invalidValue, isApiError, type ApiError } from '../../api-error';
import { fieldOf, isRecord } from '../../object';
import { resources } from '../../resources';
import type { Store } from '../../store';
import {
  headOf,
  specTagsOf,
  withConditions,
  withFollowers,
  withSpecTag,
  withTagEvent,
} from './tag-history';
import { fetchImage, type UpstreamImage } from './upstream-image';

/** One image that an ImageStreamImport asks for. */
interface Wanted {
  /** Its pull spec. */
  readonly from: string;
  /** Without it, the image is looked at and not kept. */
  readonly tag: string | undefined;
  readonly importPolicy: NonNullable<TagReference['importPolicy']>;
}

type Outcome = { readonly image: UpstreamImage } | { readonly failure: ApiError };

/** When the stream was last imported (openshift/api image/v1 DockerImageRepositoryCheckAnnotation). */
const checkAnnotation = 'openshift.io/image.dockerRepositoryCheck';

const textIn = (value: unknown, field: string): string | undefined => {
  const text = isRecord(value) ? value[field] : undefined;
  return typeof text === 'string' ? text : undefined;
};

const wantedOf = (value: unknown): Wanted => {
  const { from, to, importPolicy } = isRecord(value) ? value : {};
  const { insecure, scheduled } = isRecord(importPolicy) ? importPolicy : {};
  return {
    from: textIn(from, 'name') ?? '',
    tag: textIn(to, 'name'),
    importPolicy: {
      ...(insecure === true ? { insecure } : {}),
      ...(scheduled === true ? { scheduled } : {}),
    },
  };
};

/** @throws ApiError Invalid for an import of no image; whole repositories are not imported here */
const parseWanted = (object: K8sObject): Wanted[] => {
  const spec = fieldOf(object, 'spec');
  const images: unknown = isRecord(spec) ? spec.images : undefined;
  if (!Array.isArray(images) || images.length === 0) {
    const rule = 'you must specify at least one image or a repository import';
    const problem = invalidValue('spec.images', null, rule);
    throw invalid(resources.imageStreamImports, object.metadata?.name ?? '', [problem]);
  }
  return images.map(wantedOf);
};

const outcomeOf = ({ from, importPolicy }: Wanted): Promise<Outcome> =>
  fetchImage(from, importPolicy.insecure ?? false).then(
    (image) => ({ image }),
    (error: unknown) => {
      if (!isApiError(error)) throw error;
      return { failure: error };
    },
  );

interface Import {
  readonly wanted: Wanted;
  /** RFC 3339, in seconds. */
  readonly now: string;
  /** The generation that the stream gets if its spec changes. */
  readonly generation: number;
}

/** rest.go importSuccessful, and ensureSpecTag with a reset. */
const withImage = (
  stream: ImageStream,
  tag: string,
  { image, wanted, now, generation }: Import & { readonly image: UpstreamImage },
): ImageStream => {
  const head = headOf(stream, tag);
  const old = specTagsOf(stream).find(({ name }) => name === tag);
  const item = {
    created: now,
    dockerImageReference: image.reference,
    image: image.digest,
    generation,
  };
  const { importPolicy } = wanted;
  if (
    old !== undefined &&
    head?.image === item.image &&
    head.dockerImageReference === item.dockerImageReference
  ) {
    return withConditions(withSpecTag(stream, { ...old, importPolicy }), tag, undefined);
  }
  const from = { kind: 'DockerImage', name: wanted.from };
  const specTag = { ...old, name: tag, from, importPolicy };
  const tagged = withTagEvent(withSpecTag(stream, specTag), tag, item);
  // Its own update does this, for every tag that changed (strategy.go updateChangedTrackingTags).
  return withFollowers(tagged, tag, item);
};

/** rest.go setFailureCondition, and ensureSpecTag without a reset. */
const withFailure = (
  stream: ImageStream,
  tag: string,
  { failure, wanted, now }: Import & { readonly failure: ApiError },
): ImageStream => {
  const { reason, message } = failure.status;
  const condition: Condition = { type: 'ImportSuccess', status: 'False', reason, message };
  const { conditions = [] } = stream.status?.tags?.find((list) => list.tag === tag) ?? {};
  const isSaid = conditions.some((one) => one.reason === reason && one.message === message);
  const told = isSaid
    ? stream
    : withConditions(stream, tag, [{ ...condition, lastTransitionTime: now }]);
  if (specTagsOf(stream).some(({ name }) => name === tag)) {
    return told;
  }
  const { importPolicy } = wanted;
  return withSpecTag(told, {
    name: tag,
    from: { kind: 'DockerImage', name: wanted.from },
    importPolicy,
  });
};

const imported = (stream: ImageStream, outcome: Outcome, one: Import): ImageStream => {
  const { tag } = one.wanted;
  if (tag === undefined) {
    return stream;
  }
  return 'image' in outcome
    ? withImage(stream, tag, { ...one, ...outcome })
    : withFailure(stream, tag, { ...one, ...outcome });
};

const keepImage = (store: Store, { digest, reference, mediaType }: UpstreamImage): void => {
  if (store.find(resources.images, { name: digest }) === undefined) {
    const image = { dockerImageReference: reference, dockerImageManifestMediaType: mediaType };
    store.create(resources.images, { metadata: { name: digest }, ...image });
  }
};

/** Writes the stream, made where there is none; one in which nothing changed stays as it is. */
const write = (
  store: Store,
  { old, next, now }: { old: ImageStream | undefined; next: ImageStream; now: string },
): ImageStream => {
  const { annotations = {} } = next.metadata ?? {};
  if (old !== undefined && isDeepStrictEqual(old, next) && checkAnnotation in annotations) {
    return old;
  }
  const metadata = { ...next.metadata, annotations: { ...annotations, [checkAnnotation]: now } };
  const stream = { ...next, metadata };
  return old === undefined
    ? store.create(resources.imageStreams, stream, { whole: true })
    : store.update(resources.imageStreams, stream, { whole: true });
};

const statusOf = (outcome: Outcome): object =>
  'image' in outcome
    ? { status: { status: 'Success' }, image: { metadata: { name: outcome.image.digest } } }
    : { status: outcome.failure.status };

/**
 * `oc import-image`: fetches images by tag and puts them into a stream in one update, with what
 * failed as a condition of its tag. What the tag has already is no new item.
 *
 * @throws ApiError Invalid for an import of no image, Conflict where the stream changed meanwhile
 * (openshift-apiserver pkg/image/apiserver/registry/imagestreamimport/rest.go Create)
 */
export const createImport = async (
  store: Store,
  { object, namespace = '', dryRun }: CreateRequest,
): Promise<K8sObject> => {
  const name = object.metadata?.name ?? '';
  const old = store.find(resources.imageStreams, { name, namespace });
  const outcomes = await Promise.all(
    parseWanted(object).map(async (wanted) => ({ wanted, outcome: await outcomeOf(wanted) })),
  );
  const images = outcomes.map(({ outcome }) => statusOf(outcome));
  const spec = fieldOf(object, 'spec');
  if (dryRun || !isRecord(spec) || spec.import !== true) {
    return { ...object, ...{ status: { images } } };
  }
  const now = store.clock.timestamp();
  const generation = (old?.metadata.generation ?? 0) + 1;
  const next = outcomes.reduce<ImageStream>(
    (stream, { outcome, ...one }) => imported(stream, outcome, { ...one, now, generation }),
    old ?? { metadata: { name, namespace } },
  );
  outcomes.forEach(({ outcome }) => {
    if ('image' in outcome) keepImage(store, outcome.image);
  });
  return { ...object, ...{ status: { import: write(store, { old, next, now }), images } } };
};
