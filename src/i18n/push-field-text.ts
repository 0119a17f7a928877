import { pushFieldKeys } from '../domain/push-fields';
import type { PushField } from '../domain/push-fields';
import type { Translate } from './use-t';

/** How the fields of a push are written in a text. */
export const fieldPlaceholders = pushFieldKeys.map((field) => `$(${field})`).join(', ');

/** Of a field that pushes of ImageStreams have, and those of `clusterImages` have not. */
export const missingFieldText = (t: Translate): string =>
  t(
    'An Image has no tag and no ImageStream: its reference, its digest and its time are all there is.',
  );

export const pushFieldText: Record<PushField, (t: Translate) => string> = {
  reference: (t) => t('Image reference with digest'),
  digest: (t) => t('Image digest'),
  tag: (t) => t('Tag'),
  stream: (t) => t('Name of the ImageStream'),
  streamNamespace: (t) => t('Namespace of the ImageStream'),
  pushedAt: (t) => t('Time of the push'),
};
