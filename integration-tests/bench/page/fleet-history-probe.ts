/** What runs inside the history of a fleet: `fleetHistory`, put there before the page's own scripts. */
import { frame, recordFrames } from './frames';
import type { FrameRecord } from './frames';
import { rawFetch } from './raw-fetch';
import { fillsTheView, tableOf, totalRows } from './table';
import { visitUntil } from './visit';
import type { Visit } from './visit';

/** What the page shows when it is complete. */
export interface ExpectedHistory {
  readonly total: number;
  /** Of all rows that are filtered for, by the name of the outcome in the legend. */
  readonly counts: Readonly<Record<string, number>>;
  /** Of the first rows, in their order: the digests as the page shows them, short. */
  readonly digests: readonly string[];
}

/** What a page looks like after something was done with it; what is absent may be anything. */
export interface ExpectedView {
  /** Of the table. */
  readonly label: string;
  readonly total?: number;
  /** The beginning of the links in the rows' cells, by the titles of their columns. */
  readonly cells?: Readonly<Record<string, readonly string[]>>;
}

/** Something that a user does. */
export type Deed =
  /** Presses the first element of a selector that has a text in it. */
  | { readonly press: string; readonly text?: string }
  | { readonly type: string; readonly into: string };

const pushesLabel = 'Pushes and runs';

const digestsShown = (table: Element): string[] =>
  [...table.querySelectorAll('tbody tr')].flatMap(
    (row) => row.querySelector('code')?.textContent ?? [],
  );

const beginsWith = (all: readonly string[], part: readonly string[]): boolean =>
  part.length > 0 && part.every((one, index) => all[index] === one);

const countIn = (outcome: string): number => {
  const texts = [...document.querySelectorAll('button')].map(({ textContent }) => textContent);
  const found = texts.find((text) => new RegExp(`^\\s*${outcome} \\d+$`).test(text));
  return Number(/\d+$/.exec(found ?? '')?.[0] ?? 0);
};

const isComplete = ({ total, counts, digests }: ExpectedHistory): boolean => {
  const table = tableOf(pushesLabel);
  if (!table || totalRows() !== total || !fillsTheView(table)) return false;
  const shown = digestsShown(table);
  return (
    shown.length > 0 &&
    beginsWith(digests, shown.slice(0, digests.length)) &&
    Object.entries(counts).every(([outcome, count]) => countIn(outcome) === count)
  );
};

/** The texts of the first links of the cells of a column: without a badge before them. */
const linksIn = (table: Element, title: string): string[] =>
  [...table.querySelectorAll(`tbody td[data-label="${title}"]`)].map(
    (cell) => cell.querySelector('a')?.textContent ?? '',
  );

const isSeen = ({ label, total, cells = {} }: ExpectedView): boolean => {
  const table = tableOf(label);
  if (!table || !fillsTheView(table)) return false;
  if (total !== undefined && totalRows() !== total) return false;
  return Object.entries(cells).every(([title, texts]) => beginsWith(linksIn(table, title), texts));
};

const elementOf = (selector: string, text = ''): HTMLElement => {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  const found = all.find(({ textContent }) => textContent.includes(text));
  if (!found) throw new Error(`There is no ${selector} with "${text}".`);
  return found;
};

/** Sets the value as typing does: React looks at the setter of the element itself. */
const typeInto = (selector: string, text: string): void => {
  const input = elementOf(selector);
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
};

const doIt = (deed: Deed): void => {
  if ('type' in deed) typeInto(deed.into, deed.type);
  else elementOf(deed.press, deed.text).click();
};

/** Until the rows that are out of sight are drawn, too, and the page has nothing to do. */
const untilAtRest = async (): Promise<void> => {
  while (document.querySelector('tbody tr[aria-hidden]')) await frame();
  await new Promise((resolve) => requestIdleCallback(resolve));
};

/**
 * Does something with a page at rest, and waits until it shows what comes of it: milliseconds, with
 * its frame.
 */
const measure = async (deed: Deed, expected: ExpectedView, patienceMs: number): Promise<number> => {
  await untilAtRest();
  await frame();
  const started = performance.now();
  doIt(deed);
  while (!isSeen(expected)) {
    await frame();
    if (performance.now() - started > patienceMs)
      throw new Error(`${JSON.stringify(deed)} does not lead to ${JSON.stringify(expected)}.`);
  }
  await frame();
  return performance.now() - started;
};

const visit = (linkEnd: string, expected: ExpectedHistory, patienceMs: number): Promise<Visit> =>
  visitUntil(linkEnd, () => isComplete(expected), patienceMs);

/** How long it takes until the page shows everything: milliseconds. */
const untilComplete = async (expected: ExpectedHistory, patienceMs: number): Promise<number> => {
  const started = performance.now();
  while (!isComplete(expected)) {
    await frame();
    if (performance.now() - started > patienceMs)
      throw new Error(
        `The history shows ${totalRows()} rows of ${expected.total}, ${Object.keys(expected.counts)
          .map((outcome) => `${outcome} ${countIn(outcome)}`)
          .join(', ')}.`,
      );
  }
  return performance.now() - started;
};

let stop: (() => FrameRecord) | undefined;

/** Begins to record frames, and when which number of rows is seen. */
const record = (): void => {
  stop = recordFrames(totalRows);
};

const recorded = (): FrameRecord | undefined => stop?.();

const probe = { rawFetch, visit, measure, untilComplete, record, recorded, doIt };

declare global {
  interface Window {
    fleetHistory: typeof probe;
  }
}

window.fleetHistory = probe;
