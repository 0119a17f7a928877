/**
 * How far the clock of the browser is expected to be from those of the cluster: what is said of the
 * age of a push must be true on either side.
 */
export const mostSkewSeconds = 30;

/** The time since an RFC 3339 time, in seconds by the browser's clock. */
export const ageSeconds = (time: string, now: Date): number =>
  (now.getTime() - Date.parse(time)) / 1000;
