import { useMemo } from 'react';
import { concernsProject, foundChainsOf } from '../domain/found-chain/found-chain';
import type { FoundChain } from '../domain/found-chain/found-chain';
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

/** The chains that were found, as far as the user may look. */
export interface FoundChains {
  readonly chains: readonly FoundChain[];
  /** Kinds that could not be read: chains of them are missing, or parts of chains. */
  readonly unread: readonly { readonly kind: ResourceKind; readonly problem: Problem }[];
  readonly stale: Problem | undefined;
}

/** An API that is not there hides nothing. */
const unreadOf = (kind: ResourceKind, list: Watched<unknown>): FoundChains['unread'] =>
  list.state === 'failed' && list.problem.code !== 'api-missing'
    ? [{ kind, problem: list.problem }]
    : [];

const loadedOf = <T>(list: Watched<T[]>): readonly T[] =>
  list.state === 'loaded' ? list.data : [];

const staleOf = (list: Watched<unknown>): Problem | undefined =>
  list.state === 'loaded' ? list.stale : undefined;

/**
 * The chains of a project that were made by hand. What the plugin made itself is left out by the
 * API server, so that its many Triggers are not sent twice.
 *
 * @returns undefined while they are loading; they never fail as a whole
 */
export const useFoundChains = (namespace: string | undefined): FoundChains | undefined => {
  const scope = useScope(namespace);
  const where = scope && { namespace: scope.namespace, requirements: [notManaged] };
  const sources = useWatchList<ApiServerSource>(where && { kind: apiServerSourceKind, ...where });
  const listeners = useWatchList<EventListener>(where && { kind: eventListenerKind, ...where });
  const triggers = useWatchList<Trigger>(where && { kind: triggerKind, ...where });
  const templates = useWatchList<TriggerTemplate>(where && { kind: triggerTemplateKind, ...where });
  return useMemo(() => {
    const lists = [sources, listeners, triggers, templates];
    if (lists.some(({ state }) => state === loading.state)) return undefined;
    const chains = foundChainsOf({
      sources: loadedOf(sources),
      listeners: loadedOf(listeners),
      triggers: loadedOf(triggers),
      templates: loadedOf(templates),
    });
    return {
      chains: chains.filter((one) => namespace === undefined || concernsProject(one, namespace)),
      unread: [
        ...unreadOf(apiServerSourceKind, sources),
        ...unreadOf(eventListenerKind, listeners),
        ...unreadOf(triggerKind, triggers),
        ...unreadOf(triggerTemplateKind, templates),
      ],
      stale: lists.map(staleOf).find((problem) => problem !== undefined),
    };
  }, [sources, listeners, triggers, templates, namespace]);
};
