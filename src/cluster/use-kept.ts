import { useState } from 'react';

/**
 * What was last there under a key while it is on its way again: a page that has shown something must
 * not take it away, and what is open on it, because one more list of the cluster is to be read.
 *
 * @param current undefined while it is on its way; the same value as long as nothing changes
 * @returns undefined until there has been something under the key
 */
export const useKept = <T>(current: T | undefined, key: string | undefined): T | undefined => {
  const [kept, setKept] = useState({ key, value: current });
  const isNew = kept.key !== key || (current !== undefined && kept.value !== current);
  if (isNew) setKept({ key, value: current });
  return current ?? (kept.key === key ? kept.value : undefined);
};
