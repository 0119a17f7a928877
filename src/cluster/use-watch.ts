import { useMemo } from 'react';
import { useK8sWatchResource, useK8sWatchResources } from '@openshift-console/dynamic-plugin-sdk';
import { groupVersionKindOf } from '../k8s/resource';
import type { K8sObject, ResourceKind } from '../k8s/resource';
import { parseProblem } from './parse-problem';
import { loading } from '../domain/watched';
import type { Watched } from '../domain/watched';

export interface ListQuery {
  readonly kind: ResourceKind;
  /** Absent: all namespaces. */
  readonly namespace?: string;
  /** Only the object of this name: unlike a GET, a list of none is no error. */
  readonly name?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

interface WatchResult<T> {
  data: T;
  loaded: boolean;
  loadError?: unknown;
}

/** Problems after which the data that came before must not be shown any more. */
const isFinal = (code: string): boolean => code === 'api-missing' || code === 'forbidden';

/** A 403 leaves `loaded` false for ever, so the error is looked at first. */
const watchedOf = <T>({ data, loaded, loadError }: WatchResult<T>): Watched<T> => {
  const problem =
    loadError === undefined || loadError === null || loadError === ''
      ? undefined
      : parseProblem(loadError);
  if (problem && (!loaded || isFinal(problem.code))) return { state: 'failed', problem };
  return loaded ? { state: 'loaded', data, stale: problem } : loading;
};

const descriptorOf = ({ kind, namespace, name, labels }: ListQuery) => ({
  groupVersionKind: groupVersionKindOf(kind),
  isList: true,
  namespace,
  ...(name === undefined ? {} : { fieldSelector: `metadata.name=${name}` }),
  ...(labels ? { selector: { matchLabels: { ...labels } } } : {}),
});

/**
 * Watches a list; `undefined` watches nothing and is loading. The objects come in no order.
 * The only door to the SDK's list watch: it pages through long lists 250 objects at a time
 * (openshift/console, dynamic-plugin-sdk utils/k8s/hooks), so a faster one can take its place here.
 */
export const useWatchList = <T extends K8sObject>(query: ListQuery | undefined): Watched<T[]> => {
  const result: [T[], boolean, unknown] = useK8sWatchResource<T[]>(
    query ? descriptorOf(query) : null,
  );
  const [data, loaded, loadError] = result;
  const watching = query !== undefined;
  return useMemo(
    () => (watching ? watchedOf({ data, loaded, loadError }) : loading),
    [watching, data, loaded, loadError],
  );
};

/** Watches one list a namespace, by namespace. */
export const useWatchLists = <T extends K8sObject>(
  kind: ResourceKind,
  namespaces: readonly string[],
): ReadonlyMap<string, Watched<T[]>> => {
  const joined = namespaces.join(' ');
  const descriptors = useMemo(
    () =>
      Object.fromEntries(
        joined
          .split(' ')
          .filter((namespace) => namespace !== '')
          .map((namespace) => [namespace, descriptorOf({ kind, namespace })]),
      ),
    [kind, joined],
  );
  const results = useK8sWatchResources<Record<string, T[]>>(descriptors);
  return useMemo(
    () =>
      new Map(
        Object.keys(descriptors).map((namespace) => {
          const result = results[namespace];
          return [namespace, result ? watchedOf(result) : loading];
        }),
      ),
    [descriptors, results],
  );
};
