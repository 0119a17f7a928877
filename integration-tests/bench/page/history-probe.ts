/** What runs inside the history page: `historyProbe`, put there before the page's own scripts. */

import { frame } from './frames';

/** When a push was first seen: milliseconds of the epoch. */
export interface SeenPush {
  readonly row: number;
  /** Its row with the link to its PipelineRun. */
  readonly run: number;
}

const rowOf = (digest: string): Element | undefined =>
  [...document.querySelectorAll('table tbody tr')].find((row) =>
    [...row.querySelectorAll('code')].some(({ textContent }) => textContent === digest),
  );

/** @param digest as the page shows it, short */
const untilSeen = async (digest: string, patienceMs: number): Promise<SeenPush> => {
  const deadline = Date.now() + patienceMs;
  let row: number | undefined;
  for (;;) {
    const found = rowOf(digest);
    if (found) row ??= Date.now();
    if (row !== undefined && found?.querySelector('td[data-label="PipelineRun"] a'))
      return { row, run: Date.now() };
    if (Date.now() > deadline) throw new Error(`The history shows no run of ${digest}.`);
    await frame();
  }
};

declare global {
  interface Window {
    historyProbe: { untilSeen: typeof untilSeen };
  }
}

window.historyProbe = { untilSeen };
