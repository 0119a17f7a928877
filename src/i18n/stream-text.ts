import { isClusterImages, streamKey } from '../domain/push';
import type { StreamRef } from '../domain/push';
import type { Translate } from './use-t';

/** What an image trigger without an ImageStream of its own answers to. */
export const anyImageText = (t: Translate): string => t('Any image of the cluster');

/** An ImageStream by its project and name, or all Images of the cluster. */
export const streamText = (t: Translate, stream: StreamRef): string =>
  isClusterImages(stream) ? anyImageText(t) : streamKey(stream);

/** A tag of an ImageStream, or the repository of an Image. */
export const taggedText = (stream: StreamRef, tag: string): string =>
  isClusterImages(stream) ? tag : `${streamKey(stream)}:${tag}`;
