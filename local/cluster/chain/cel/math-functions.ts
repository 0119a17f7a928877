import type { CelFunc, CelList, CelValue } from '@bufbuild/cel';
import { CelScalar, celFunc, listType } from '@bufbuild/cel';
import { compareValues } from './comparison';
import { greatestFunction, leastFunction } from './macros';

const { BOOL, DOUBLE, DYN, INT } = CelScalar;
const NUMBERS = listType(DYN);

/** The extreme number of a list: of equal ones the first (cel-go ext/math.go minList, maxList). */
const extreme =
  (sign: 1 | -1) =>
  (list: CelList): CelValue => {
    const numbers = [...list];
    if (numbers.some((value) => typeof value !== 'bigint' && typeof value !== 'number')) {
      throw new Error('no such overload');
    }
    return numbers.reduce((best, value) => (compareValues(value, best) * sign > 0 ? value : best));
  };

/** Half away from zero, as Go's math.Round; JavaScript's rounds half up. */
const round = (value: number): number => Math.sign(value) * Math.round(Math.abs(value));

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

/** The part of cel-go's math extension (ext/math.go) that works on numbers; not its bit operations. */
export const mathFunctions: CelFunc[] = [
  celFunc(greatestFunction, [NUMBERS], DYN, extreme(1)),
  celFunc(leastFunction, [NUMBERS], DYN, extreme(-1)),
  celFunc('math.ceil', [DOUBLE], DOUBLE, Math.ceil),
  celFunc('math.floor', [DOUBLE], DOUBLE, Math.floor),
  celFunc('math.round', [DOUBLE], DOUBLE, round),
  celFunc('math.trunc', [DOUBLE], DOUBLE, Math.trunc),
  celFunc('math.abs', [DOUBLE], DOUBLE, Math.abs),
  celFunc('math.abs', [INT], INT, absolute),
  celFunc('math.sign', [DOUBLE], DOUBLE, Math.sign),
  celFunc('math.sign', [INT], INT, (value) => BigInt(compareValues(value, 0n))),
  celFunc('math.sqrt', [DOUBLE], DOUBLE, Math.sqrt),
  celFunc('math.sqrt', [INT], DOUBLE, (value) => Math.sqrt(Number(value))),
  celFunc('math.isNaN', [DOUBLE], BOOL, Number.isNaN),
  celFunc('math.isInf', [DOUBLE], BOOL, (value) => Math.abs(value) === Infinity),
  celFunc('math.isFinite', [DOUBLE], BOOL, Number.isFinite),
];
