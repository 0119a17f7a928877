import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

export interface Query {
  /** The value of a query parameter of the URL; empty where it is absent. */
  readonly get: (name: string) => string;
  /** Changes parameters; an empty value removes one. The history gets no entry for each key. */
  readonly set: (changes: Record<string, string>) => void;
  /** The query string, with `?`, that `set` would lead to: for links. */
  readonly with: (changes: Record<string, string>) => string;
}

const changed = (params: URLSearchParams, changes: Record<string, string>): URLSearchParams => {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
};

/** The page's state that lives in its URL, so that it survives a reload and can be shared. */
export const useQuery = (): Query => {
  const [params, setParams] = useSearchParams();
  const get = useCallback((name: string) => params.get(name) ?? '', [params]);
  const set = useCallback(
    (changes: Record<string, string>) => setParams(changed(params, changes), { replace: true }),
    [params, setParams],
  );
  const withChanges = useCallback(
    (changes: Record<string, string>) => `?${changed(params, changes).toString()}`,
    [params],
  );
  return { get, set, with: withChanges };
};
