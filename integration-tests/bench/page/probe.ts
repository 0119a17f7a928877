/** What runs inside the ImageStreams page: `probe`, put there before the page's own scripts. */
import { rawFetch } from './raw-fetch';
import { cellsOf, fillsTheView, tableOf, totalRows } from './table';
import { visitUntil } from './visit';
import type { Visit } from './visit';

/** How the first page of a complete list of ImageStreams looks. */
export interface ExpectedTable {
  /** How the address of its link in the navigation ends. */
  readonly link: string;
  readonly label: string;
  readonly total: number;
  /** Of so many rows one is bound, and shows what its last push started. */
  readonly boundOneOf: number;
}

const isComplete = ({ label, total, boundOneOf }: ExpectedTable): boolean => {
  const table = tableOf(label);
  if (!table || totalRows() !== total) return false;
  const triggers = cellsOf(table, 'Triggers');
  const bound = Math.ceil(triggers.length / boundOneOf);
  const named = triggers.filter((text) => text !== '' && text !== 'Not bound');
  const results = cellsOf(table, 'Last result').filter((text) => text !== '');
  const isJoined = !triggers.includes('') && named.length === bound && results.length === bound;
  return isJoined && fillsTheView(table);
};

const visit = (expected: ExpectedTable, patienceMs: number): Promise<Visit> =>
  visitUntil(expected.link, () => isComplete(expected), patienceMs);

declare global {
  interface Window {
    probe: { rawFetch: typeof rawFetch; visit: typeof visit };
  }
}

window.probe = { rawFetch, visit };
