import { useMemo } from 'react';
import type { CompleteDraft } from '../domain/draft';
import type { ImageTrigger } from '../domain/image-trigger';
import { clusterImages, isClusterImages } from '../domain/push';
import { overloadsOf, overloadWith } from '../domain/relay-capacity';
import type { RelayLoad } from '../domain/relay-capacity';
import { useTriggersInScope } from './use-image-triggers';
import { boundNamespaces, useLedger } from './use-ledger';

/** The triggers that share a listener with those of a project, or with those that watch it. */
const besides = (
  namespace: string | undefined,
  triggers: readonly ImageTrigger[],
): readonly ImageTrigger[] => {
  if (namespace === undefined) return triggers;
  const homes = new Set([
    namespace,
    ...triggers
      .filter(({ binding }) => binding?.stream.namespace === namespace)
      .map((trigger) => trigger.namespace),
  ]);
  return triggers.filter((trigger) => homes.has(trigger.namespace));
};

/** The projects whose ImageStreams are sent: an Image is too small to matter. */
const watchedProjects = (triggers: readonly ImageTrigger[]): string[] =>
  boundNamespaces(triggers).filter((namespace) => namespace !== clusterImages.namespace);

const none: ReadonlyMap<string, RelayLoad> = new Map();

/**
 * The listeners, by their namespaces, whose load is too high: those of a project, and those
 * elsewhere that watch it. None until triggers and ImageStreams are known.
 */
export const useOverloads = (namespace: string | undefined): ReadonlyMap<string, RelayLoad> => {
  const inScope = useTriggersInScope(namespace);
  const triggers = useMemo(
    () => (inScope.state === 'loaded' ? besides(namespace, inScope.data) : undefined),
    [inScope, namespace],
  );
  const projects = useMemo(() => triggers && watchedProjects(triggers), [triggers]);
  const ledger = useLedger(projects, namespace);
  return useMemo(
    () => (triggers && ledger ? overloadsOf(triggers, ledger.streams) : none),
    [triggers, ledger],
  );
};

/** The load of the listener of a project, where new triggers make it too high. */
export const useOverloadWith = (
  namespace: string,
  drafts: readonly CompleteDraft[],
): RelayLoad | undefined => {
  const inScope = useTriggersInScope(namespace);
  const triggers = useMemo(
    () =>
      inScope.state === 'loaded'
        ? inScope.data.filter((trigger) => trigger.namespace === namespace)
        : undefined,
    [inScope, namespace],
  );
  const projects = useMemo(
    () =>
      triggers && [
        ...new Set([
          ...watchedProjects(triggers),
          ...drafts.flatMap(({ stream }) => (isClusterImages(stream) ? [] : stream.namespace)),
        ]),
      ],
    [triggers, drafts],
  );
  const ledger = useLedger(projects, namespace);
  return useMemo(
    () => triggers && ledger && overloadWith(drafts, triggers, ledger.streams),
    [drafts, triggers, ledger],
  );
};
