import type { AnyRow } from './found-chain/found-row';
import { perObject } from './per-object';

/** When the push of a row came, in milliseconds since 1970; undefined where nobody knows. */
export const timeOf = perObject(({ created }: AnyRow): number | undefined => {
  const time = Date.parse(created);
  return Number.isNaN(time) ? undefined : time;
});
