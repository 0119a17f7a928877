/** The value below which a share of the values lies, between the two nearest where there is none. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? NaN;
  const above = sorted[Math.ceil(at)] ?? NaN;
  return below + (above - below) * (at - Math.floor(at));
};

export interface Summary {
  readonly median: number;
  /** The tenth and the ninetieth percentile. */
  readonly p10: number;
  readonly p90: number;
}

export const summaryOf = (values: readonly number[]): Summary => ({
  median: quantile(values, 0.5),
  p10: quantile(values, 0.1),
  p90: quantile(values, 0.9),
});
