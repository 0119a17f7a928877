import { useCallback, useRef, useState, type Dispatch, type SetStateAction } from 'react';

/** Where a preference is kept in the browser. */
export const storageKey = (key: string): string => `local-console.preference.${key}`;

const isUpdate = <T>(action: SetStateAction<T>): action is (previous: T) => T =>
  typeof action === 'function';

/** What is not JSON is handed out as it is, as the console does. */
const read = <T>(key: string, defaultValue: T): T => {
  const saved = localStorage.getItem(storageKey(key));
  if (saved === null) return defaultValue;
  // What was saved under a key is of the type that the key's owner gave it.
  const parse: (text: string) => T = JSON.parse;
  try {
    return parse(saved);
  } catch {
    return parse(JSON.stringify(saved));
  }
};

const write = async (key: string, value: unknown): Promise<void> => {
  await Promise.resolve();
  localStorage.setItem(storageKey(key), JSON.stringify(value));
};

/**
 * The SDK's useUserPreference: kept in the browser, where the console keeps it in a ConfigMap of the
 * user. `undefined` until something was saved, unless a default is given. A value that cannot be saved
 * is what it was before soon after, and nothing says why (openshift/console,
 * packages/console-shared/src/hooks/useUserPreference.ts).
 */
export const useUserPreference = <T>(
  key: string,
  defaultValue: T,
): [T, Dispatch<SetStateAction<T>>, boolean] => {
  const [value, setValue] = useState<T>(() => read(key, defaultValue));
  const latest = useRef(value);
  const save = useCallback<Dispatch<SetStateAction<T>>>(
    (action) => {
      const previous = latest.current;
      const change = (next: T): void => {
        latest.current = next;
        setValue(next);
      };
      const next = isUpdate(action) ? action(previous) : action;
      change(next);
      void write(key, next).catch(() => change(previous));
    },
    [key],
  );
  return [value, save, true];
};
