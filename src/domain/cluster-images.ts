import type { Image } from '../k8s/image';
import type { ImageStream, TagEvent } from '../k8s/image-stream';
import { nameOf } from '../k8s/resource';
import { groupBy } from './group-by';
import { clusterImages, newestFirst } from './push';

/** What stands for the tag of an Image, in rules and records: its pull spec up to the digest. */
export const repositoryOf = (reference: string): string => reference.split('@')[0] ?? '';

/** What is read of an Image: a few of the up to 100 kB of its layers and its config. */
export const keptImageOf = ({ apiVersion, kind, metadata = {}, ...image }: Image): Image => {
  const { name, uid, resourceVersion, creationTimestamp } = metadata;
  return {
    apiVersion,
    kind,
    metadata: { name, uid, resourceVersion, creationTimestamp },
    dockerImageReference: image.dockerImageReference,
  };
};

/**
 * An Image as the item of a tag. It has the time at which it was new to the cluster: a push of it to
 * another tag or ImageStream is none that anybody could tell from the Image.
 */
const itemOf = (image: Image): TagEvent => ({
  created: image.metadata?.creationTimestamp ?? '',
  dockerImageReference: image.dockerImageReference ?? '',
  image: nameOf(image),
  generation: 0,
});

/**
 * The Images of the cluster as one ImageStream, with a tag for each repository that an Image came to
 * first: so whatever reads pushes, judges rules or makes runs of an ImageStream does it of them, too.
 */
export const imagesAsStream = (images: readonly Image[]): ImageStream => {
  const items = images
    .map(itemOf)
    .filter(({ dockerImageReference }) => dockerImageReference !== '');
  const tags = [...groupBy(items, (item) => repositoryOf(item.dockerImageReference))];
  return {
    metadata: { ...clusterImages },
    status: { tags: tags.map(([tag, own]) => ({ tag, items: own.sort(newestFirst) })) },
  };
};
