import type { CelFunc, CelList, CelValue } from '@bufbuild/cel';
import { CelScalar, celFunc, celMethod, celType, isCelList, listType } from '@bufbuild/cel';
import { compareValues, equalValues } from './comparison';
import { sortByKeysFunction } from './macros';

const { BOOL, DYN, INT } = CelScalar;
const LIST = listType(DYN);

const slice = (list: CelList, start: bigint, end: bigint): CelValue[] => {
  if (start < 0n || end < 0n) {
    throw new Error(`cannot slice(${start}, ${end}), negative indexes not supported`);
  }
  if (start > end) {
    const rule = 'start index must be less than or equal to end index';
    throw new Error(`cannot slice(${start}, ${end}), ${rule}`);
  }
  if (BigInt(list.size) < end) {
    throw new Error(`cannot slice(${start}, ${end}), list is length ${list.size}`);
  }
  return [...list].slice(Number(start), Number(end));
};

const flatten = (list: CelList, depth: bigint): CelValue[] => {
  if (depth < 0n) {
    throw new Error('level must be non-negative');
  }
  return [...list].flatMap((item) =>
    isCelList(item) && depth > 0n ? flatten(item, depth - 1n) : [item],
  );
};

const sortByKeys = (list: CelList, keys: CelList): CelValue[] => {
  const pairs = [...list].map((item, index) => ({ item, key: keys.get(index) ?? null }));
  const types = new Set(pairs.map(({ key }) => celType(key).name));
  if (types.size > 1) {
    throw new Error('list elements must have the same type');
  }
  const [first] = pairs;
  if (first !== undefined) {
    // A list of one is never compared, yet its element has to be comparable.
    compareValues(first.key, first.key);
  }
  return pairs.sort((left, right) => compareValues(left.key, right.key)).map(({ item }) => item);
};

const distinct = (list: CelList): CelValue[] => {
  const seen: CelValue[] = [];
  for (const item of list) {
    if (!seen.some((other) => equalValues(item, other))) {
      seen.push(item);
    }
  }
  return seen;
};

const range = (end: bigint): bigint[] =>
  Array.from({ length: Math.max(0, Number(end)) }, (_, index) => BigInt(index));

const containsAll = (list: CelList, sublist: CelList): boolean =>
  [...sublist].every((item) => [...list].some((other) => equalValues(item, other)));

const intersects = (left: CelList, right: CelList): boolean =>
  [...left].some((item) => [...right].some((other) => equalValues(item, other)));

/** cel-go's lists extension, version 2 (ext/lists.go), and its sets extension (ext/sets.go). */
export const listFunctions: CelFunc[] = [
  celMethod('slice', LIST, [INT, INT], LIST, function (start, end) {
    return slice(this, start, end);
  }),
  celMethod('flatten', LIST, [], LIST, function () {
    return flatten(this, 1n);
  }),
  celMethod('flatten', LIST, [INT], LIST, function (depth) {
    return flatten(this, depth);
  }),
  celMethod('sort', LIST, [], LIST, function () {
    return sortByKeys(this, this);
  }),
  celMethod(sortByKeysFunction, LIST, [LIST], LIST, function (keys) {
    return sortByKeys(this, keys);
  }),
  celMethod('reverse', LIST, [], LIST, function () {
    return [...this].reverse();
  }),
  celMethod('distinct', LIST, [], LIST, function () {
    return distinct(this);
  }),
  celFunc('lists.range', [INT], LIST, range),
  celFunc('sets.contains', [LIST, LIST], BOOL, containsAll),
  celFunc('sets.equivalent', [LIST, LIST], BOOL, (left, right) => {
    return containsAll(left, right) && containsAll(right, left);
  }),
  celFunc('sets.intersects', [LIST, LIST], BOOL, intersects),
];
