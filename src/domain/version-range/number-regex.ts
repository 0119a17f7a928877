/** Regular expressions of which one matches. */
export const either = (alternatives: readonly string[]): string =>
  alternatives.length === 1 ? alternatives.join('') : `(?:${alternatives.join('|')})`;

/** A whole number without leading zeros. */
export const anyNumber = String.raw`(?:0|[1-9]\d*)`;

const digits = (count: number): string => String.raw`\d`.repeat(count);

const digitBetween = (least: number, most: number): string =>
  least === most ? String(least) : `[${least}-${most}]`;

/** Numbers from one to another of as many digits. */
const ofOneLength = (least: string, most: string): string => {
  if (least === '') return '';
  const [first, last] = [Number(least[0]), Number(most[0])];
  const [afterFirst, afterLast] = [least.slice(1), most.slice(1)];
  if (first === last) return `${first}${ofOneLength(afterFirst, afterLast)}`;
  const length = afterFirst.length;
  const fromZeros = /^0*$/.test(afterFirst);
  const toNines = /^9*$/.test(afterLast);
  const from = fromZeros ? first : first + 1;
  const to = toNines ? last : last - 1;
  return either([
    ...(fromZeros ? [] : [`${first}${ofOneLength(afterFirst, '9'.repeat(length))}`]),
    ...(from <= to ? [digitBetween(from, to) + digits(length)] : []),
    ...(toNines ? [] : [`${last}${ofOneLength('0'.repeat(length), afterLast)}`]),
  ]);
};

/**
 * A regular expression of the whole numbers of a range, without leading zeros.
 * @param most the last one; Infinity for all from `least` on
 */
export const numbersBetween = (least: number, most: number): string => {
  if (least === 0 && most === Infinity) return anyNumber;
  const shortest = String(least).length;
  const longest = most === Infinity ? shortest : String(most).length;
  const lengths = Array.from({ length: longest - shortest + 1 }, (_, index) => shortest + index);
  const bounded = lengths.map((length) => {
    const from = Math.max(least, length === 1 ? 0 : 10 ** (length - 1));
    const to = Math.min(most, 10 ** length - 1);
    return ofOneLength(String(from), String(to));
  });
  return either(most === Infinity ? [...bounded, `[1-9]\\d{${shortest},}`] : bounded);
};
