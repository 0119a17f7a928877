import { mostNameLength } from '../domain/saved-views';
import type { NameProblem, StoredViews } from '../domain/saved-views';
import type { Translate } from './use-t';

/** What is wrong with the name of a view. */
export const nameProblemText: Record<NameProblem, (t: Translate) => string> = {
  empty: (t) => t('Give the view a name.'),
  long: (t) => t('A name has {{most}} characters at most.', { most: mostNameLength }),
  taken: (t) => t('There is a view of this name already.'),
};

/** Why the views that were saved are not there. */
export const unreadViewsText: Record<
  Exclude<StoredViews['state'], 'read'>,
  (t: Translate) => string
> = {
  broken: (t) =>
    t('What is stored of them makes no sense. The next view that you save replaces it.'),
  newer: (t) =>
    t(
      'A newer version of this plugin has saved them. Reload the page: until then they stay as they are.',
    ),
};
