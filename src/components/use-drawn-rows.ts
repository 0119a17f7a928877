import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/** The height of a row in px, about: for those that are not drawn yet. */
export const rowHeight = 56;

/** As many as fill the window. */
const rowsAtOnce = (): number => Math.ceil(window.innerHeight / rowHeight);

/** How far below the view rows are drawn already. */
const margin = '400px';

/** The element that scrolls what is inside it; null: the window. */
const scrollerOf = (element: Element): Element | null => {
  for (let one = element.parentElement; one; one = one.parentElement)
    if (/auto|scroll/.test(getComputedStyle(one).overflowY)) return one;
  return null;
};

/**
 * How many rows of a page of a table are drawn: those of the first screen at once, and more as the
 * place where they would be comes near the view, by whatever means. A row that was drawn stays, and
 * keeps its focus. Where the browser cannot tell what is near, all are drawn.
 *
 * Half of the time of a long list is its rows (`npm run bench`), of which a screen shows a third.
 *
 * @returns the number, and where to put what stands for the other rows
 */
export const useDrawnRows = (
  total: number,
): { readonly drawn: number; readonly restRef: RefObject<HTMLTableRowElement> } => {
  const restRef = useRef<HTMLTableRowElement>(null);
  const [most, setMost] = useState(() =>
    'IntersectionObserver' in window ? rowsAtOnce() : Infinity,
  );
  const drawn = Math.min(most, total);
  useEffect(() => {
    const rest = restRef.current;
    if (!rest) return undefined;
    // A new one for each time: it tells once whether what it begins with is near.
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setMost(drawn + rowsAtOnce());
      },
      { root: scrollerOf(rest), rootMargin: margin },
    );
    observer.observe(rest);
    return () => observer.disconnect();
  }, [drawn, total]);
  return { drawn, restRef };
};
