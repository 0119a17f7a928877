import { startTransition, useEffect, useState } from 'react';

/** The height of a row in px, about: for those that are not drawn yet. */
export const rowHeight = 56;

/**
 * How many rows of a page of a table are drawn: as many as fill the window at once, and the others
 * as soon as those are on the screen, without keeping the page from answering meanwhile.
 *
 * Half of the time of a long list is its rows (`npm run bench`), of which a screen shows a third.
 */
export const useDrawnRows = (total: number): number => {
  const [areAll, setAll] = useState(false);
  useEffect(() => startTransition(() => setAll(true)), []);
  return areAll ? total : Math.min(total, Math.ceil(window.innerHeight / rowHeight));
};
