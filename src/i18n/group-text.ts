import type { Grouping } from '../domain/push-groups';
import type { Translate } from './use-t';

/** What pushes can be grouped by, as the toolbar and the column of the groups call it. */
export const groupingText: Record<Grouping, (t: Translate) => string> = {
  trigger: (t) => t('Trigger'),
  stream: (t) => t('ImageStream'),
  digest: (t) => t('Digest'),
};
