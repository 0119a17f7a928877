import type { ChainInput } from '../domain/trigger-chain';
import { clusterInterceptorKind } from '../k8s/cluster-interceptor';
import type { K8sObject } from '../k8s/resource';
import { useWatchList } from './use-watch';

/** Whether the interceptor that evaluates the filters of image triggers is there. */
export const useInterceptor = (): ChainInput['interceptor'] => {
  const found = useWatchList<K8sObject>({ kind: clusterInterceptorKind, name: 'cel' });
  if (found.state !== 'loaded') return 'unknown';
  return found.data.length > 0 ? 'present' : 'missing';
};
