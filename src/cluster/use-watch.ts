import { useMemo, useSyncExternalStore } from 'react';
import { apiVersionOf } from '../k8s/resource';
import type { K8sObject, ResourceKind } from '../k8s/resource';
import { loading } from '../domain/watched';
import type { Watched } from '../domain/watched';
import { listPath } from './live/list-query';
import type { ListQuery } from './live/list-query';
import { useLiveLists } from './use-live-lists';
import { useServed } from './use-served';

const notServed = (kind: ResourceKind): Watched<never> => ({
  state: 'failed',
  problem: {
    code: 'api-missing',
    message: `The API server does not serve ${kind.plural} of ${apiVersionOf(kind)}.`,
  },
});

/** A list holds what it was asked for; that the objects have their fields, the API vouches for. */
const isOf = <T extends K8sObject>(
  kind: ResourceKind,
  watched: Watched<K8sObject[]>,
): watched is Watched<T[]> =>
  watched.state !== 'loaded' || (watched.data[0]?.kind ?? kind.kind) === kind.kind;

const oddList: Watched<never> = {
  state: 'failed',
  problem: { code: 'unexpected', message: 'The API server answered with objects of another kind.' },
};

/** Watches lists of one kind. */
const useLists = <T extends K8sObject>(
  kind: ResourceKind | undefined,
  queries: readonly ListQuery[],
): readonly Watched<T[]>[] => {
  const lists = useLiveLists();
  const served = useServed(kind);
  const key = queries.map((query) => listPath(query, {})).join(' ');
  const view = useMemo(
    () => lists.view(served ? queries : []),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says everything about the queries
    [lists, served, key],
  );
  const states = useSyncExternalStore(view.subscribe, view.current);
  return useMemo(() => {
    if (!kind || served === undefined) return queries.map(() => loading);
    if (!served) return queries.map(() => notServed(kind));
    return states.map((state) => (isOf<T>(kind, state) ? state : oddList));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says everything about the queries
  }, [kind, served, key, states]);
};

/**
 * Watches a list; `undefined` watches nothing and is loading. The objects come in no order, and
 * one that changes is a new object. The only door to the cluster's lists for the pages.
 */
export const useWatchList = <T extends K8sObject>(query: ListQuery | undefined): Watched<T[]> =>
  useLists<T>(query?.kind, query ? [query] : [])[0] ?? loading;

/** Watches one list a namespace, by namespace. */
export const useWatchLists = <T extends K8sObject>(
  kind: ResourceKind,
  namespaces: readonly string[],
): ReadonlyMap<string, Watched<T[]>> => {
  const states = useLists<T>(
    kind,
    namespaces.map((namespace) => ({ kind, namespace })),
  );
  return useMemo(
    () => new Map(namespaces.map((namespace, index) => [namespace, states[index] ?? loading])),
    [namespaces, states],
  );
};
