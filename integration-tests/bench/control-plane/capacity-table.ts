import { quantile } from '../statistics';
import type { Cell } from './capacity';
import { layouts } from './layouts';

const head = [
  'listener',
  'image triggers (Trigger objects)',
  'stream',
  'burst',
  'runs made',
  'median',
  'p95',
  'all done after',
  'processor time a push',
  'memory of the listeners',
  'of the interceptors',
];

const sizeText = (bytes: number): string =>
  bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

const secondsText = (values: readonly number[], share: number): string =>
  values.length === 0 ? '-' : `${(quantile(values, share) / 1000).toFixed(2)} s`;

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A row of the table, in Markdown. */
export const rowOf = (cell: Cell): string =>
  line([
    layouts[cell.layout].title,
    `${cell.triggers} (${cell.lanes})`,
    sizeText(cell.realBytes),
    String(cell.burst),
    `${cell.milliseconds.length} of ${cell.pushes}`,
    secondsText(cell.milliseconds, 0.5),
    secondsText(cell.milliseconds, 0.95),
    secondsText(cell.busy, 0.5),
    `${cell.processorSeconds.toFixed(2)} s`,
    `${Math.round(cell.listenerMebibytes)} MiB`,
    `${Math.round(cell.interceptorsMebibytes)} MiB`,
  ]);

export const headRows: readonly string[] = [line(head), line(head.map(() => '---'))];
