import type {
  ImageStream,
  NamedTagEventList,
  TagEvent,
  TagReference,
} from '../../../../src/k8s/image-stream';
import type { Condition } from '../../../../src/k8s/resource';

export const registryHost = 'image-registry.openshift-image-registry.svc:5000';

/** `REGISTRY/NAMESPACE/NAME` of a stream of the cluster's own registry. */
export const repositoryOf = ({ metadata = {} }: ImageStream): string =>
  `${registryHost}/${metadata.namespace ?? ''}/${metadata.name ?? ''}`;

export const tagsOf = ({ status }: ImageStream): NamedTagEventList[] => status?.tags ?? [];

export const specTagsOf = ({ spec }: ImageStream): TagReference[] => spec?.tags ?? [];

/** The newest item of a tag, or undefined where it has none. */
export const headOf = (stream: ImageStream, tag: string): TagEvent | undefined =>
  tagsOf(stream).find((list) => list.tag === tag)?.items?.[0];

const withHistory = (stream: ImageStream, history: NamedTagEventList): ImageStream => {
  const others = tagsOf(stream).filter(({ tag }) => tag !== history.tag);
  const tags = [...others, history].sort((a, b) => (a.tag < b.tag ? -1 : 1));
  return { ...stream, status: { ...stream.status, tags } };
};

/** The stream with a spec tag, in the place of the one of that name. */
export const withSpecTag = (stream: ImageStream, tag: TagReference): ImageStream => {
  const others = specTagsOf(stream).filter(({ name }) => name !== tag.name);
  const tags = [...others, tag].sort((a, b) => (a.name < b.name ? -1 : 1));
  return { ...stream, spec: { ...stream.spec, tags } };
};

/** The stream with what is said of a tag; its items are null where it never had an image. */
export const withConditions = (
  stream: ImageStream,
  tag: string,
  conditions: Condition[] | undefined,
): ImageStream => {
  const { items = null } = tagsOf(stream).find((list) => list.tag === tag) ?? {};
  return withHistory(stream, { tag, items, ...(conditions === undefined ? {} : { conditions }) });
};

/**
 * The stream with one more item at the head of a tag; the same stream where the head already is that
 * item. What differs in its generation or in one half of its identity changes the head in place,
 * with the head's `created` (openshift-apiserver pkg/image/apiserver/internal/imageutil/helpers.go
 * AddTagEventToImageStream).
 */
export const withTagEvent = (stream: ImageStream, tag: string, next: TagEvent): ImageStream => {
  const [previous, ...older] = tagsOf(stream).find((list) => list.tag === tag)?.items ?? [];
  if (previous === undefined) {
    return withHistory(stream, { tag, items: [next] });
  }
  const sameReference = previous.dockerImageReference === next.dockerImageReference;
  const sameImage = previous.image === next.image;
  if (sameReference && sameImage && previous.generation === next.generation) {
    return stream;
  }
  const items =
    sameReference || sameImage
      ? [{ ...next, created: previous.created }, ...older]
      : [next, previous, ...older];
  return withHistory(stream, { tag, items });
};

/** The tag of the same stream that a spec tag follows, or undefined for any other spec tag. */
const followedTag = (stream: ImageStream, { from }: TagReference): string | undefined => {
  const { name = '', namespace = '' } = stream.metadata ?? {};
  if (from?.kind !== 'ImageStreamTag' || (from.namespace ?? namespace) !== namespace) {
    return undefined;
  }
  const [streamName = '', tag] = from.name.split(':');
  if (tag === undefined) {
    return streamName;
  }
  return streamName === name ? tag : undefined;
};

/**
 * The stream with the item of a tag at the head of all its aliases in the same stream as well
 * (helpers.go UpdateTrackingTags).
 */
export const withFollowers = (stream: ImageStream, tag: string, item: TagEvent): ImageStream =>
  specTagsOf(stream)
    .filter((reference) => followedTag(stream, reference) === tag)
    .reduce((changed, { name }) => withTagEvent(changed, name, item), stream);
