import { useMemo } from 'react';
import { loading } from '../domain/watched';
import type { Watched } from '../domain/watched';
import { useFoundHistory } from './use-found-history';
import type { FoundHistory } from './use-found-history';
import { useHistory } from './use-history';
import type { History } from './use-history';

/** What image triggers did, and what other chains did that pushes start. */
export interface AllHistory extends History {
  readonly found: FoundHistory;
}

/** The history of a project, live: it fails only where that of the image triggers does. */
export const useAllHistory = (
  namespace: string | undefined,
  since?: number,
): Watched<AllHistory> => {
  const history = useHistory(namespace, since);
  const found = useFoundHistory(namespace);
  return useMemo(() => {
    if (history.state !== 'loaded') return history;
    if (!found) return loading;
    const { data, stale } = history;
    return { state: 'loaded', data: { ...data, found }, stale: stale ?? found.stale };
  }, [history, found]);
};
