import { useMemo } from 'react';
import { useRelays } from './use-relay';
import { useWatchList } from './use-watch';
import { pluginVersion } from './version';
import { findingsOf } from '../domain/health';
import type { Health } from '../domain/health';
import type { ImageTrigger } from '../domain/image-trigger';
import { triggerKey } from '../domain/image-trigger';
import { keyOf } from '../k8s/resource';
import type { Pipeline } from '../k8s/pipeline';
import { pipelineKind } from '../k8s/pipeline';

/** What is wrong with any trigger; undefined until it is known. */
export const useTriggerHealth = (
  namespace: string | undefined,
): ((trigger: ImageTrigger) => Health | undefined) => {
  const relays = useRelays(namespace);
  const pipelines = useWatchList<Pipeline>({ kind: pipelineKind, namespace });
  return useMemo(() => {
    const known = pipelines.state === 'loaded' ? new Set(pipelines.data.map(keyOf)) : undefined;
    return (trigger) => {
      if (relays.state === 'failed') return 'unknown';
      if (relays.state === 'loading' || pipelines.state === 'loading') return undefined;
      const looked = namespace === undefined || namespace === trigger.namespace;
      const exists =
        !known ||
        !looked ||
        trigger.pipeline === undefined ||
        known.has(triggerKey({ namespace: trigger.namespace, name: trigger.pipeline }));
      return findingsOf({
        trigger,
        ...relays.data(trigger),
        pipelineExists: exists,
        version: pluginVersion,
      });
    };
  }, [relays, pipelines, namespace]);
};
