import type { JsonPatch } from './cluster-verbs';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** One place where an object is not what is wanted. */
export interface Difference {
  /** A JSON pointer (RFC 6901), as a JSON patch takes it; empty for the whole. */
  readonly path: string;
  /** Undefined where there is nothing. */
  readonly found: unknown;
  /** Undefined where nothing should be. */
  readonly wanted: unknown;
}

/** Whether a field that nobody asked for may be there. */
export type Allows = (path: string, value: unknown) => boolean;

const childPath = (path: string, key: string): string =>
  `${path}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`;

const fieldsOf = (object: object): ReadonlyMap<string, unknown> =>
  new Map<string, unknown>(Object.entries(object));

/** A place to compare, with what is there and what should be. */
interface Place {
  readonly path: string;
  readonly found: unknown;
  readonly wanted: unknown;
}

/** The places one level below; undefined where the two cannot be taken apart side by side. */
const placesIn = ({ path, found, wanted }: Place, allows: Allows): Place[] | undefined => {
  if (!isObject(wanted) || !isObject(found)) return undefined;
  if (Array.isArray(wanted) !== Array.isArray(found)) return undefined;
  const [there, asked] = [fieldsOf(found), fieldsOf(wanted)];
  if (Array.isArray(wanted) && there.size !== asked.size) return undefined;
  const places = [...new Set([...asked.keys(), ...there.keys()])].map((key) => ({
    key,
    path: childPath(path, key),
    found: there.get(key),
    wanted: asked.get(key),
  }));
  return places.filter((place) => asked.has(place.key) || !allows(place.path, place.found));
};

const differencesAt = (place: Place, allows: Allows): Difference[] => {
  const places = placesIn(place, allows);
  if (places) return places.flatMap((one) => differencesAt(one, allows));
  const { path, found, wanted } = place;
  return found === wanted ? [] : [{ path, found, wanted }];
};

/**
 * Where `found` is not `wanted`, as deep as the two can be taken apart: lists of different lengths
 * differ as a whole. A patch that puts every `wanted` in its place leaves no difference, whatever
 * the order. Fields that only `found` has differ unless `allows` says that they may be there.
 */
export const differencesOf = (found: unknown, wanted: unknown, allows: Allows): Difference[] =>
  differencesAt({ path: '', found, wanted }, allows);

/** The patch that puts every `wanted` in its place. */
export const patchOf = (differences: readonly Difference[]): JsonPatch =>
  differences.map(({ path, found, wanted }) => {
    if (wanted === undefined) return { op: 'remove', path };
    return { op: found === undefined ? 'add' : 'replace', path, value: wanted };
  });

const anything: Allows = () => true;

/**
 * Whether `found` holds everything that `wanted` says. Fields that only `found` has do not count:
 * API servers and webhooks add defaults. Lists must have the same length and order.
 */
export const covers = (found: unknown, wanted: unknown): boolean =>
  differencesOf(found, wanted, anything).length === 0;
