import type { Outcome } from '../domain/timeline';
import type { Translate } from './use-t';

/** What each outcome of pushes is called in a chart. */
export const outcomeText: Record<Outcome, (t: Translate) => string> = {
  succeeded: (t) => t('Succeeded'),
  failed: (t) => t('Failed or cancelled'),
  missed: (t) => t('Missed or superseded'),
  'under-way': (t) => t('Under way or waiting'),
  other: (t) => t('Other'),
};
