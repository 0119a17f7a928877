import { isDeepStrictEqual } from 'node:util';
import type { ImageStream, TagEvent, TagReference } from '../../../../src/k8s/image-stream';
import {
  headOf,
  repositoryOf,
  specTagsOf,
  tagsOf,
  withFollowers,
  withTagEvent,
} from './tag-history';

/** What following a spec tag needs to know of the cluster. */
interface TagSources {
  /** RFC 3339, in seconds. */
  now: string;
  /** The generation that the changed stream gets. */
  generation: number;
  /** Undefined where there is no such stream. */
  streamOf(namespace: string, name: string): ImageStream | undefined;
}

const changed = (old: TagReference | undefined, next: TagReference): boolean =>
  old === undefined ||
  !isDeepStrictEqual(old.from, next.from) ||
  (old.reference ?? false) !== (next.reference ?? false);

/** A name with or without its stream: `web:v1` or `v1`, `web@sha256:...` or `sha256:...`. */
const splitName = (
  name: string,
  separator: ':' | '@',
): [stream: string | undefined, id: string] => {
  const [stream = '', ...rest] = name.split(separator);
  return rest.length === 0 ? [undefined, stream] : [stream, rest.join(separator)];
};

const itemOfImage = (stream: ImageStream, id: string, now: string): TagEvent | undefined => {
  const item = tagsOf(stream)
    .flatMap(({ items }) => items ?? [])
    .find(({ image }) => image.startsWith(id));
  return item && { ...item, created: now };
};

/** The item that a changed spec tag puts at the head of its tag; undefined for none (yet). */
const itemFor = (
  stream: ImageStream,
  { from, reference = false }: TagReference,
  sources: TagSources,
): TagEvent | undefined => {
  const { generation } = sources;
  if (!from || (from.kind === 'DockerImage' && !reference)) {
    return undefined;
  }
  if (from.kind === 'DockerImage') {
    return { created: sources.now, dockerImageReference: from.name, image: '', generation };
  }
  const byTag = from.kind === 'ImageStreamTag';
  const [name, id] = splitName(from.name, byTag ? ':' : '@');
  const { namespace = '', name: own = '' } = stream.metadata ?? {};
  const isOwn = (from.namespace ?? namespace) === namespace && (name ?? own) === own;
  const source = isOwn ? stream : sources.streamOf(from.namespace ?? namespace, name ?? own);
  const found = source && (byTag ? headOf(source, id) : itemOfImage(source, id, sources.now));
  if (source === undefined || found === undefined) {
    return undefined;
  }
  const local = found.dockerImageReference.replace(
    `${repositoryOf(source)}@`,
    `${repositoryOf(stream)}@`,
  );
  return {
    ...found,
    dockerImageReference: reference ? found.dockerImageReference : local,
    generation,
  };
};

/**
 * The stream with the tags that a change of its spec asks for, all in one update: an ImageStreamImage
 * is an item of now, an ImageStreamTag copies the item of its source with its `created`, a reference
 * to an outside image has no digest. Images from outside are not imported here.
 *
 * (openshift-apiserver pkg/image/apiserver/registry/imagestream/strategy.go tagsChanged,
 * updateChangedTrackingTags.)
 */
export const withSpecTags = (
  old: ImageStream | undefined,
  stream: ImageStream,
  sources: TagSources,
): ImageStream => {
  const oldTags = new Map((old ? specTagsOf(old) : []).map((tag) => [tag.name, tag]));
  const tagged = specTagsOf(stream)
    .filter((tag) => changed(oldTags.get(tag.name), tag))
    .reduce((next, tag) => {
      const item = itemFor(next, tag, sources);
      return item === undefined ? next : withTagEvent(next, tag.name, item);
    }, stream);
  return tagsOf(tagged).reduce((next, { tag, items }) => {
    const head = items?.[0];
    const before = old && headOf(old, tag);
    return head === undefined || isDeepStrictEqual(head, before)
      ? next
      : withFollowers(next, tag, head);
  }, tagged);
};
