import type { PrerequisiteId } from '../../domain/prerequisites';

/** The id of the element that names a prerequisite. */
export const prerequisitePlace = (id: PrerequisiteId): string => `prerequisite-${id}`;

/**
 * Moves the focus to a prerequisite, which brings it into view. Not a link: the console's pages have a
 * base URL, so that a fragment alone would lead to another page.
 */
export const showPrerequisite = (id: PrerequisiteId): void => {
  document.getElementById(prerequisitePlace(id))?.focus();
};
