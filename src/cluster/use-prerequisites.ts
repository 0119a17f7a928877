import { useMemo } from 'react';
import { prerequisitesOf, unmetOf } from '../domain/prerequisites';
import type {
  Prerequisite,
  PrerequisiteId,
  PrerequisiteInput,
  PrerequisiteState,
} from '../domain/prerequisites';
import { listenerClusterRoleName } from '../domain/marks';
import { apiServerSourceKind } from '../k8s/api-server-source';
import { imageStreamKind } from '../k8s/image-stream';
import type { KnativeEventing } from '../k8s/knative-eventing';
import { knativeEventingKind } from '../k8s/knative-eventing';
import { pipelineKind } from '../k8s/pipeline';
import { conditionOf } from '../k8s/resource';
import type { K8sObject } from '../k8s/resource';
import { clusterRoleKind } from '../k8s/role';
import { triggerKind } from '../k8s/trigger';
import { useServed } from './use-served';
import { useWatchList } from './use-watch';
import { loading } from '../domain/watched';
import type { Watched } from '../domain/watched';

const eventingState = (watched: Watched<KnativeEventing[]>): PrerequisiteState | undefined => {
  if (watched.state === 'loading') return undefined;
  if (watched.state === 'failed') return 'unknown';
  if (watched.data.length === 0) return 'missing';
  const ready = watched.data.some(
    ({ status }) => conditionOf(status?.conditions, 'Ready')?.status === 'True',
  );
  return ready ? 'present' : 'not-ready';
};

const roleState = (watched: Watched<K8sObject[]>): PrerequisiteState | undefined => {
  if (watched.state === 'loading') return undefined;
  if (watched.state === 'failed') return 'unknown';
  return watched.data.length > 0 ? 'present' : 'missing';
};

/** The APIs that the cluster serves; undefined until its discovery has been read. */
const useApis = (): PrerequisiteInput['apis'] | undefined => {
  const imageStreams = useServed(imageStreamKind);
  const pipelines = useServed(pipelineKind);
  const triggers = useServed(triggerKind);
  const sources = useServed(apiServerSourceKind);
  const knativeOperator = useServed(knativeEventingKind);
  return useMemo(
    () =>
      imageStreams === undefined ||
      pipelines === undefined ||
      triggers === undefined ||
      sources === undefined ||
      knativeOperator === undefined
        ? undefined
        : { imageStreams, pipelines, triggers, sources, knativeOperator },
    [imageStreams, pipelines, triggers, sources, knativeOperator],
  );
};

/** What certainly is missing, by the API server's discovery alone: nobody is forbidden to ask. */
export const useMissingApis = (): readonly PrerequisiteId[] => {
  const apis = useApis();
  return useMemo(() => {
    if (!apis) return [];
    const all = prerequisitesOf({ apis, knativeEventing: 'unknown', listenerRole: 'unknown' });
    return unmetOf(all).map(({ id }) => id);
  }, [apis]);
};

/** What the cluster has of what image triggers need. */
export const usePrerequisites = (): Watched<Prerequisite[]> => {
  const apis = useApis();
  const instances = useWatchList<KnativeEventing>(
    apis?.knativeOperator ? { kind: knativeEventingKind } : undefined,
  );
  const role = useWatchList<K8sObject>({ kind: clusterRoleKind, name: listenerClusterRoleName });
  const knativeEventing = apis?.knativeOperator === false ? 'unknown' : eventingState(instances);
  const listenerRole = roleState(role);
  return useMemo(() => {
    if (!apis || knativeEventing === undefined || listenerRole === undefined) return loading;
    return { state: 'loaded', data: prerequisitesOf({ apis, knativeEventing, listenerRole }) };
  }, [apis, knativeEventing, listenerRole]);
};
