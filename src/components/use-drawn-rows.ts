import { useIsSettled } from './use-is-settled';

/** The height of a row in px, about: for those that are not drawn yet. */
export const rowHeight = 56;

/** What is above the rows of every page at least, in px: masthead, heading, toolbar, table head. */
const headHeight = 256;

/** How many rows a window of so many px shows at most. */
const rowsInView = (windowHeight: number): number =>
  Math.max(1, Math.ceil((windowHeight - headHeight) / rowHeight));

/**
 * How many rows of a page of a table are drawn: as many as fill the window at once, and the others
 * as soon as those are on the screen, without keeping the page from answering meanwhile.
 *
 * Half of the time of a long list is its rows (`npm run bench`), of which a screen shows a fifth.
 */
export const useDrawnRows = (total: number): number =>
  useIsSettled() ? total : Math.min(total, rowsInView(window.innerHeight));
