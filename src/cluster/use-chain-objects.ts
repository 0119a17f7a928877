import { useMemo } from 'react';
import type { ChainObjects } from '../domain/found-chain/found-chain';
import { notManaged } from '../domain/marks';
import type { Problem } from '../domain/problem';
import { loading } from '../domain/watched';
import type { Watched } from '../domain/watched';
import type { ApiServerSource } from '../k8s/api-server-source';
import { apiServerSourceKind } from '../k8s/api-server-source';
import type { EventListener } from '../k8s/event-listener';
import { eventListenerKind } from '../k8s/event-listener';
import type { ResourceKind } from '../k8s/resource';
import type { TriggerTemplate } from '../k8s/trigger-template';
import { triggerTemplateKind } from '../k8s/trigger-template';
import type { Trigger } from '../k8s/trigger';
import { triggerKind } from '../k8s/trigger';
import { useScope } from './use-image-triggers';
import { useWatchList } from './use-watch';

/** A kind that could not be read. */
export interface UnreadKind {
  readonly kind: ResourceKind;
  readonly problem: Problem;
}

/** What chains are made of, as far as the user may look. */
export interface ReadObjects {
  readonly objects: ChainObjects;
  /** Kinds that could not be read: chains of them are missing, or parts of chains. */
  readonly unread: readonly UnreadKind[];
  readonly stale: Problem | undefined;
  /** Whether all projects were looked at. */
  readonly complete: boolean;
}

/** An API that is not there hides nothing. */
export const unreadOf = (kind: ResourceKind, list: Watched<unknown>): UnreadKind[] =>
  list.state === 'failed' && list.problem.code !== 'api-missing'
    ? [{ kind, problem: list.problem }]
    : [];

export const loadedOf = <T>(list: Watched<T[]>): readonly T[] =>
  list.state === 'loaded' ? list.data : [];

const staleOf = (list: Watched<unknown>): Problem | undefined =>
  list.state === 'loaded' ? list.stale : undefined;

/**
 * Where chains of a project can be, without what the plugin made itself: the API server leaves that
 * out, so that its many Triggers are not sent twice.
 */
export const useChainScope = (namespace: string | undefined) => {
  const scope = useScope(namespace);
  return useMemo(
    () => scope && { ...scope, where: { namespace: scope.namespace, requirements: [notManaged] } },
    [scope],
  );
};

/** The objects of which chains of a project can be made; undefined while they are loading. */
export const useChainObjects = (namespace: string | undefined): ReadObjects | undefined => {
  const scope = useChainScope(namespace);
  const where = scope?.where;
  const sources = useWatchList<ApiServerSource>(where && { kind: apiServerSourceKind, ...where });
  const listeners = useWatchList<EventListener>(where && { kind: eventListenerKind, ...where });
  const triggers = useWatchList<Trigger>(where && { kind: triggerKind, ...where });
  const templates = useWatchList<TriggerTemplate>(where && { kind: triggerTemplateKind, ...where });
  return useMemo(() => {
    const lists = [sources, listeners, triggers, templates];
    if (!scope || lists.some(({ state }) => state === loading.state)) return undefined;
    return {
      objects: {
        sources: loadedOf(sources),
        listeners: loadedOf(listeners),
        triggers: loadedOf(triggers),
        templates: loadedOf(templates),
      },
      unread: [
        ...unreadOf(apiServerSourceKind, sources),
        ...unreadOf(eventListenerKind, listeners),
        ...unreadOf(triggerKind, triggers),
        ...unreadOf(triggerTemplateKind, templates),
      ],
      stale: lists.map(staleOf).find((problem) => problem !== undefined),
      complete: scope.complete,
    };
  }, [sources, listeners, triggers, templates, scope]);
};
