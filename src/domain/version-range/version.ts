/** A version as semver.org 2.0.0 orders them; tags cannot hold build metadata, which starts with `+`. */
export interface Version {
  /** Major, minor, patch. */
  readonly numbers: readonly [number, number, number];
  /** The identifiers of a pre-release; none of a release. */
  readonly pre: readonly string[];
}

const isNumeric = (identifier: string): boolean => /^\d+$/.test(identifier);

const inCodes = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

const compareIdentifiers = (a: string, b: string): number => {
  if (isNumeric(a) && isNumeric(b)) return Number(a) - Number(b);
  if (isNumeric(a) || isNumeric(b)) return isNumeric(a) ? -1 : 1;
  return inCodes(a, b);
};

const comparePre = (a: readonly string[], b: readonly string[]): number => {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  const pairs = a.slice(0, b.length).map((one, index) => compareIdentifiers(one, b[index] ?? ''));
  return pairs.find((order) => order !== 0) ?? a.length - b.length;
};

/** Negative where `a` comes before `b`, 0 where they are the same version. */
export const compareVersions = (a: Version, b: Version): number => {
  const orders = a.numbers.map((number, index) => number - (b.numbers[index] ?? 0));
  return orders.find((order) => order !== 0) ?? comparePre(a.pre, b.pre);
};

/** The version that follows a pre-release immediately: no version lies between. */
export const afterPre = ({ numbers, pre }: Version): Version => ({ numbers, pre: [...pre, '0'] });

/** As it is written, without a `v`. */
export const versionText = ({ numbers, pre }: Version): string =>
  [numbers.join('.'), ...(pre.length === 0 ? [] : [pre.join('.')])].join('-');
