import type { CelValue } from '@bufbuild/cel';
import { isCelError, isCelList, isCelMap, run } from '@bufbuild/cel';

/** Integers that a JSON number holds exactly; cel-go writes larger ones as strings. */
const isExact = (value: bigint): boolean => BigInt.asIntN(54, value) === value;

/** A timestamp, a duration or any other value, as `string()` writes it. */
const asText = (value: CelValue): string => {
  const text = run('string(value)', { value });
  if (isCelError(text) || typeof text !== 'string') {
    throw new Error('unsupported type for conversion to JSON');
  }
  return text;
};

/** A value inside of a list or a map, as cel-go converts it to google.protobuf.Value. */
const nestedJson = (value: CelValue): unknown => {
  if (typeof value === 'bigint') {
    return isExact(value) ? Number(value) : value.toString();
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  if (value instanceof Uint8Array) {
    return Buffer.from(value).toString('base64');
  }
  if (isCelList(value)) {
    return [...value].map(nestedJson);
  }
  if (isCelMap(value)) {
    return Object.fromEntries(
      [...value].map(([key, entry]) => [
        typeof key === 'string' ? key : asText(key),
        nestedJson(entry),
      ]),
    );
  }
  return asText(value);
};

/**
 * The result of an overlay as the JSON that lands in `extensions`.
 *
 * Throws for what the interceptor cannot convert at the top: null, timestamps, durations, unsigned
 * integers and types (tektoncd/triggers pkg/interceptors/cel/cel.go Process).
 */
export const overlayJson = (value: CelValue): unknown => {
  const isSimple = value !== null && typeof value !== 'object';
  if (isSimple || value instanceof Uint8Array || isCelList(value) || isCelMap(value)) {
    return nestedJson(value);
  }
  throw new Error(`unsupported type conversion to '[]uint8'`);
};
