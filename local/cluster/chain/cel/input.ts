import type { CelInput } from '@bufbuild/cel';
import { isRecord } from '../../object';

/** A JSON object as a map of CEL. */
export const celMapOf = (object: Readonly<Record<string, unknown>>): Map<string, CelInput> =>
  new Map(Object.entries(object).map(([key, value]) => [key, celInput(value)]));

/** Parsed JSON as CEL sees it: objects are maps, every number is a double. */
const celInput = (json: unknown): CelInput => {
  if (typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean') {
    return json;
  }
  if (json === null || json === undefined) {
    return null;
  }
  if (Array.isArray(json)) {
    return json.map(celInput);
  }
  if (isRecord(json)) {
    return celMapOf(json);
  }
  throw new TypeError(`A ${typeof json} is not JSON.`);
};
