/** Nanoseconds of a unit (Go's package time, unitMap). */
const units = new Map(
  Object.entries({ ns: 1, us: 1e3, µs: 1e3, μs: 1e3, ms: 1e6, s: 1e9, m: 60e9, h: 3600e9 }),
);

const part = '(?:\\d+\\.?\\d*|\\.\\d+)(?:ns|us|µs|μs|ms|s|m|h)';
const legal = new RegExp(`^(?:0|(?:${part})+)$`);

/** Go counts a duration in 64 bits. */
const most = 2 ** 63;

/**
 * The nanoseconds of a duration such as `1h30m`, as Go writes it; `0` needs no unit. Undefined where
 * it is none, or less than nothing.
 */
export const parseGoDuration = (text: string): number | undefined => {
  if (!legal.test(text)) return undefined;
  const sum = [...text.matchAll(/([\d.]+)([a-zµμ]+)/g)].reduce(
    (total, [, number, unit = '']) => total + Number(number) * (units.get(unit) ?? 0),
    0,
  );
  return sum < most ? sum : undefined;
};
