import type { K8sModel, K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { useK8sWatchResource } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks/useK8sWatchResource';
import { getGroupVersionKindForModel } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-ref';

/** What is known of something watched. */
export type Watched<T> =
  { state: 'loading' } | { state: 'failed'; reason: string } | { state: 'loaded'; data: T };

const watchedOf = <T>([data, loaded, error]: readonly [T, boolean, unknown]): Watched<T> => {
  if (error instanceof Error) return { state: 'failed', reason: error.message };
  return loaded ? { state: 'loaded', data } : { state: 'loading' };
};

/** All objects of a kind, of one namespace or of all. */
export const useWatchedList = (model: K8sModel, namespace?: string): Watched<K8sResourceCommon[]> =>
  watchedOf(
    useK8sWatchResource<K8sResourceCommon[]>({
      groupVersionKind: getGroupVersionKindForModel(model),
      isList: true,
      namespace,
    }),
  );

/**
 * One object. After a watch error the SDK holds the error's Status in its place for a while, which has
 * no name: that counts as loading.
 */
export const useWatchedObject = (
  model: K8sModel,
  namespace?: string,
  name?: string,
): Watched<K8sResourceCommon> => {
  const watched = watchedOf(
    useK8sWatchResource<K8sResourceCommon>({
      groupVersionKind: getGroupVersionKindForModel(model),
      namespace,
      name,
    }),
  );
  const hasName = watched.state !== 'loaded' || watched.data.metadata?.name !== undefined;
  return hasName ? watched : { state: 'loading' };
};
