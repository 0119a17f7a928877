import { cpus, totalmem } from 'node:os';
import { summaryOf } from './statistics';

/** One line of the report: what was measured, and its values over the runs. */
export interface Series {
  readonly title: string;
  readonly values: readonly number[];
  readonly unit: 'ms' | 'kB' | 'times' | '';
}

const digitsOf: Record<Series['unit'], number> = { ms: 0, kB: 0, times: 2, '': 0 };

/** `title  median (p10 to p90)`. */
export const lineOf = ({ title, values, unit }: Series): string => {
  const { median, p10, p90 } = summaryOf(values);
  const [middle = '', low = '', high = ''] = [median, p10, p90].map((value) =>
    value.toFixed(digitsOf[unit]),
  );
  const figures = `${middle.padStart(8)} ${unit.padEnd(5)}`;
  return `${title.padEnd(44)} ${figures} (${low} to ${high})`;
};

/** What the figures were taken on: they say nothing about another machine. */
export const machineLine = (browserVersion: string): string => {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `${processors[0]?.model.trim() ?? 'unknown CPU'}, ${processors.length} cores`,
    `${memory} GiB`,
    `node ${process.versions.node}`,
    `Chromium ${browserVersion}`,
  ].join('; ');
};
