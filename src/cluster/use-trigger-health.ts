import { useMemo } from 'react';
import { useRelays } from './use-relay';
import { useWatchList } from './use-watch';
import { pluginVersion } from './version';
import { findingsOf } from '../domain/health';
import type { Health } from '../domain/health';
import type { ImageTrigger } from '../domain/image-trigger';
import { triggerKey } from '../domain/image-trigger';
import { keyOf, nameOf } from '../k8s/resource';
import type { K8sObject } from '../k8s/resource';
import type { Pipeline } from '../k8s/pipeline';
import { pipelineKind } from '../k8s/pipeline';
import { serviceAccountKind } from '../k8s/service-account';

/**
 * What is wrong with any trigger; undefined until it is known. `accountsOf` is the namespace whose
 * ServiceAccounts are looked at, for one trigger that names one for its runs.
 */
export const useTriggerHealth = (
  namespace: string | undefined,
  accountsOf?: string,
): ((trigger: ImageTrigger) => Health | undefined) => {
  const relays = useRelays(namespace);
  const pipelines = useWatchList<Pipeline>({ kind: pipelineKind, namespace });
  const accounts = useWatchList<K8sObject>(
    accountsOf === undefined ? undefined : { kind: serviceAccountKind, namespace: accountsOf },
  );
  return useMemo(() => {
    const known =
      pipelines.state === 'loaded'
        ? new Map(pipelines.data.map((pipeline) => [keyOf(pipeline), pipeline]))
        : undefined;
    const names =
      accounts.state === 'loaded' ? new Set(accounts.data.map((one) => nameOf(one))) : undefined;
    return (trigger) => {
      if (relays.state === 'failed') return 'unknown';
      if (relays.state === 'loading' || pipelines.state === 'loading') return undefined;
      const looked = namespace === undefined || namespace === trigger.namespace;
      const name = trigger.pipeline ?? '';
      const pipeline =
        known && looked
          ? (known.get(triggerKey({ namespace: trigger.namespace, name })) ?? 'missing')
          : 'unknown';
      return findingsOf({
        trigger,
        ...relays.data(trigger),
        pipeline,
        accounts: names,
        version: pluginVersion,
      });
    };
  }, [relays, pipelines, accounts, namespace]);
};
