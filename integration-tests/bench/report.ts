import { cpus, loadavg, totalmem } from 'node:os';
import { quantile, summaryOf } from './statistics';

/** What a series should be at most, and which of its values counts. */
interface Goal {
  readonly most: number;
  readonly of: 'median' | 'p95' | 'most';
}

/** One line of the report: what was measured, and its values over the runs. */
export interface Series {
  readonly title: string;
  readonly values: readonly number[];
  readonly unit: 'ms' | 'kB' | 'MB' | 'times' | '';
  readonly goal?: Goal;
}

const digitsOf: Record<Series['unit'], number> = { ms: 0, kB: 0, MB: 0, times: 2, '': 0 };

const shareOf: Record<Goal['of'], number> = { median: 0.5, p95: 0.95, most: 1 };

const goalText = ({ values, unit, goal }: Series): string => {
  if (!goal) return '';
  const value = quantile(values, shareOf[goal.of]);
  const digits = digitsOf[unit];
  const verdict = value <= goal.most ? 'met' : 'missed';
  return `; ${goal.of} ${value.toFixed(digits)}: goal of at most ${goal.most} ${unit} ${verdict}`;
};

/** `title  median (p10 to p90)`, and whether the goal is met where there is one. */
export const lineOf = (series: Series): string => {
  const { title, values, unit } = series;
  const { median, p10, p90 } = summaryOf(values);
  const [middle = '', low = '', high = ''] = [median, p10, p90].map((value) =>
    value.toFixed(digitsOf[unit]),
  );
  const figures = `${middle.padStart(8)} ${unit.padEnd(5)}`;
  return `${title.padEnd(44)} ${figures} (${low} to ${high})${goalText(series)}`;
};

/** What the figures were taken on: they say nothing about another machine. */
export const machineLine = (browserVersion: string): string => {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `${processors[0]?.model.trim() ?? 'unknown CPU'}, ${processors.length} cores`,
    `${memory} GiB`,
    `load average ${(loadavg()[0] ?? 0).toFixed(1)}`,
    `node ${process.versions.node}`,
    `Chromium ${browserVersion}`,
  ].join('; ');
};
