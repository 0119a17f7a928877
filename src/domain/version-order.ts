const semantic = /^(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;

interface Version {
  readonly numbers: readonly number[];
  readonly preRelease: string | undefined;
}

const parseVersion = (text: string): Version | undefined => {
  const found = semantic.exec(text);
  return found ? { numbers: found.slice(1, 4).map(Number), preRelease: found[4] } : undefined;
};

const comparePreReleases = (a: string | undefined, b: string | undefined): number => {
  if (a === b) return 0;
  // 1.0.0-rc.1 comes before 1.0.0.
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a.localeCompare(b, 'en', { numeric: true });
};

/** How the version that built something stands to another: undefined where either is none. */
export type VersionOrder = 'older' | 'same' | 'newer';

/** How version `a` stands to version `b`, both semantic versions (semver.org). */
export const versionOrder = (a: string | undefined, b: string): VersionOrder | undefined => {
  const [left, right] = [a === undefined ? undefined : parseVersion(a), parseVersion(b)];
  if (!left || !right) return undefined;
  const difference =
    left.numbers.map((number, index) => number - (right.numbers[index] ?? 0)).find(Boolean) ??
    comparePreReleases(left.preRelease, right.preRelease);
  if (difference === 0) return 'same';
  return difference < 0 ? 'older' : 'newer';
};
