import { useCallback, useState } from 'react';
import { useUserPreference } from '@openshift-console/dynamic-plugin-sdk';
import { parseStoredViews, storedOf } from '../domain/saved-views';
import type { SavedViews, StoredViews } from '../domain/saved-views';

const preference = 'imageTriggers.historyViews';

/** The text by which two values that were stored can be compared. */
const textOf = (stored: unknown): string => JSON.stringify(stored ?? null);

/** The views of the history that the user has saved, and the way to change them. */
export interface OwnViews {
  /** Before, nothing is saved. */
  readonly isLoaded: boolean;
  readonly stored: StoredViews;
  readonly save: (saved: SavedViews) => void;
  /** The last change was not stored. */
  readonly isRefused: boolean;
}

/**
 * What the user has saved, by the SDK's preferences: the console keeps them in a ConfigMap of the user,
 * so that they are there in every browser, and in the browser itself where it may not write one. A
 * change that the console cannot store it takes back without a word (openshift/console,
 * packages/console-shared/src/hooks/useUserPreference.ts): that is how we know.
 */
export const useSavedViews = (): OwnViews => {
  const [stored, store, isLoaded] = useUserPreference<unknown>(preference, undefined, true);
  const [last, setLast] = useState<{ readonly before: string; readonly after: string }>();
  const text = textOf(stored);
  const save = useCallback(
    (saved: SavedViews) => {
      const next = storedOf(saved);
      setLast({ before: text, after: textOf(next) });
      store(next);
    },
    [store, text],
  );
  return {
    isLoaded,
    stored: parseStoredViews(stored),
    save,
    isRefused: last !== undefined && last.before !== last.after && text === last.before,
  };
};
