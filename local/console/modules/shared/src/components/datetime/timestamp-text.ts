const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** How far ahead of the browser's clock a time may be and still count as now. */
const clockSkew = minute;
const relativeUntil = 10.5 * minute;

const units = [
  ['day', day],
  ['hour', hour],
  ['minute', minute],
] as const;

const parts = {
  month: 'short',
  day: 'numeric',
  year: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
} as const;

// One of each for all, as in the console: to make one takes longer than all else of a cell.
const local = new Intl.DateTimeFormat(undefined, parts);
const utc = new Intl.DateTimeFormat(undefined, {
  ...parts,
  timeZone: 'UTC',
  timeZoneName: 'short',
});
const relative = new Intl.RelativeTimeFormat(undefined);

/** `Nov 22, 2026, 10:33 AM`, in the language and zone of the browser, or in UTC. */
export const dateTimeText = (time: Date, timeZone?: 'UTC'): string =>
  (timeZone === undefined ? local : utc).format(time);

/** How often the largest unit that fits is in an age; zero minutes for less than one. */
const inUnits = (age: number): { count: number; unit: 'day' | 'hour' | 'minute' } => {
  const [unit, length] = units.find(([, size]) => age >= size) ?? (['minute', minute] as const);
  return { count: Math.max(0, Math.floor(age / length)), unit };
};

const relativeText = (age: number): string => {
  const { count, unit } = inUnits(age);
  return count === 0 ? 'Just now' : relative.format(-count, unit);
};

const spanText = (age: number): string => {
  const { count, unit } = inUnits(age);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
};

/**
 * A time as the console shows it (console-shared utils/datetime.ts timestampFor): relative for the last
 * ten and a half minutes, else absolute; only the time that has passed with `omitSuffix`.
 */
export const timestampText = (time: Date, now: Date, omitSuffix = false): string => {
  const age = now.getTime() - time.getTime();
  if (Number.isNaN(age)) return '-';
  if (omitSuffix) return age < 0 ? '-' : spanText(age);
  return age > -clockSkew && age < relativeUntil ? relativeText(age) : dateTimeText(time);
};
