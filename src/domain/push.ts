import type { ImageStream, TagEvent } from '../k8s/image-stream';
import { nameOf, namespaceOf } from '../k8s/resource';
import { perObject } from './per-object';

/** Names an ImageStream. */
export interface StreamRef {
  readonly namespace: string;
  readonly name: string;
}

/**
 * All Images of the cluster, where an ImageStream is named: no ImageStream has a name like that. They
 * are read as one ImageStream of which every repository is a tag (`imagesAsStream`).
 */
export const clusterImages: StreamRef = { namespace: '', name: '' };

export const isClusterImages = ({ namespace, name }: StreamRef): boolean =>
  namespace === clusterImages.namespace && name === clusterImages.name;

/**
 * One image that came to an ImageStream, however it came: a registry push, an import, `oc tag` or
 * a rollback. Several tags set to one image in the same second are one push of that image, as the
 * lanes' filter sees it: what identifies a push is its image and its time.
 */
export interface Push {
  readonly stream: StreamRef;
  /** Sorted by name, at least one. */
  readonly tags: readonly string[];
  /**
   * Those of the tags that are aliases: `oc tag --alias` copies an item with its `created`, so that
   * the time of the push does not tell since when an alias holds it
   * (openshift-apiserver pkg/image/apiserver/registry/imagestream/strategy.go tagReferenceToTagEvent).
   */
  readonly aliases: readonly string[];
  /**
   * Those of the tags that hold another image now. Times do not tell: two pushes by one tag can be
   * of the same second, and an alias can be moved back.
   */
  readonly leftBy: readonly string[];
  /** `sha256:...` */
  readonly digest: string;
  /** The pull spec with the digest. */
  readonly reference: string;
  /** RFC 3339 by openshift-apiserver's clock, resolution one second. */
  readonly created: string;
}

/** `namespace/name`, unique among ImageStreams. */
export const streamKey = ({ namespace, name }: StreamRef): string => `${namespace}/${name}`;

/** Reads `namespace/name`, as links to the form carry it, or what stands for all Images. */
export const parseStreamRef = (text: string): StreamRef | undefined => {
  if (text === streamKey(clusterImages)) return clusterImages;
  const [namespace, name, ...rest] = text.split('/');
  return namespace && name && rest.length === 0 ? { namespace, name } : undefined;
};

/** Reads several with commas between; what is none of them is left out. */
export const parseStreamRefs = (text: string): StreamRef[] =>
  text.split(',').flatMap((one) => parseStreamRef(one) ?? []);

/** The same as `streamKey` for an export: all Images of the cluster have no name. */
export const exportedStream = (stream: StreamRef): string =>
  isClusterImages(stream) ? '' : streamKey(stream);

export const streamRefOf = (stream: ImageStream): StreamRef => ({
  namespace: namespaceOf(stream),
  name: nameOf(stream),
});

/** The `streamKey` of an ImageStream. */
export const keyOfStream = perObject((stream: ImageStream): string =>
  streamKey(streamRefOf(stream)),
);

/** Orders RFC 3339 times of whole seconds in UTC, as the API server writes them, newest first. */
export const newestFirst = (a: { created: string }, b: { created: string }): number =>
  b.created.localeCompare(a.created);

const aliasesOf = ({ spec }: ImageStream): Set<string> =>
  new Set(
    (spec?.tags ?? [])
      .filter(({ from }) => from?.kind === 'ImageStreamTag')
      .map(({ name }) => name),
  );

const append = (list: string[], tag: string): void => {
  if (list.includes(tag)) return;
  list.push(tag);
  list.sort();
};

/** What identifies a push within its stream. */
const keyOf = ({ created, image }: TagEvent): string => `${created} ${image}`;

/** A push while its tags are gathered. */
type Gathered = Push & { tags: string[]; aliases: string[]; leftBy: string[] };

/**
 * The ledger: the pushes that the ImageStream still holds, newest first. Items without a digest
 * (tags with `reference: true`) are no pushes: there is no image that could be run for. The same
 * pushes of the same object.
 */
export const pushesOf = perObject((stream: ImageStream): readonly Push[] => {
  const ref = streamRefOf(stream);
  const aliases = aliasesOf(stream);
  const pushes = new Map<string, Gathered>();
  for (const { tag, items } of stream.status?.tags ?? []) {
    const held = items?.[0] && keyOf(items[0]);
    for (const item of items ?? []) {
      if (!item.image.startsWith('sha256:')) continue;
      const key = keyOf(item);
      const push: Gathered = pushes.get(key) ?? {
        stream: ref,
        tags: [],
        aliases: [],
        leftBy: [],
        digest: item.image,
        reference: item.dockerImageReference,
        created: item.created,
      };
      pushes.set(key, push);
      append(push.tags, tag);
      if (aliases.has(tag)) append(push.aliases, tag);
      if (key !== held) append(push.leftBy, tag);
    }
  }
  return [...pushes.values()].sort(newestFirst);
});

/** The names of all tags of the stream, sorted, those without an image included. */
export const tagsOf = (stream: ImageStream): string[] =>
  (stream.status?.tags ?? []).map(({ tag }) => tag).sort();

/** The first twelve characters of a digest without its algorithm, as registries show it. */
export const shortDigest = (digest: string): string => digest.replace(/^sha256:/, '').slice(0, 12);
