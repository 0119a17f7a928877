import { useCallback, useState, type Dispatch, type SetStateAction } from 'react';

const storageKey = (key: string): string => `local-console.preference.${key}`;

const isUpdate = <T>(action: SetStateAction<T>): action is (previous: T) => T =>
  typeof action === 'function';

/**
 * The SDK's useUserPreference: kept in the browser, where the console keeps it in a ConfigMap of the
 * user. `undefined` until something was saved, unless a default is given.
 */
export const useUserPreference = <T>(
  key: string,
  defaultValue: T,
): [T, Dispatch<SetStateAction<T>>, boolean] => {
  // What was saved under a key is of the type that the key's owner gave it.
  const parse: (text: string) => T = JSON.parse;
  const [value, setValue] = useState<T>(() => {
    const saved = localStorage.getItem(storageKey(key));
    return saved === null ? defaultValue : parse(saved);
  });
  const save = useCallback<Dispatch<SetStateAction<T>>>(
    (action) => {
      setValue((previous) => {
        const next = isUpdate(action) ? action(previous) : action;
        localStorage.setItem(storageKey(key), JSON.stringify(next));
        return next;
      });
    },
    [key],
  );
  return [value, save, true];
};
