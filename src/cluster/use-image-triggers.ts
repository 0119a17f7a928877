import { useMemo } from 'react';
import { imageTriggersOf } from '../domain/image-trigger';
import type { ImageTrigger } from '../domain/image-trigger';
import { managedLabels } from '../domain/marks';
import type { TagRule } from '../domain/tag-rule';
import type { ResourceKind } from '../k8s/resource';
import type { TriggerTemplate } from '../k8s/trigger-template';
import { triggerTemplateKind } from '../k8s/trigger-template';
import type { Trigger } from '../k8s/trigger';
import { triggerKind } from '../k8s/trigger';
import { useMay } from './use-access';
import { useCel } from './use-cel';
import { useWatchList } from './use-watch';
import { combineWatched, loading, mapWatched } from '../domain/watched';
import type { Watched } from '../domain/watched';

/**
 * Where to look for what belongs to a project: in the whole cluster where the user may, because
 * its ImageStreams may be bound to Pipelines of other projects; else in the project alone.
 * @returns undefined until the API server has said what the user may do.
 */
export const useScope = (
  namespace: string | undefined,
  kind: ResourceKind = triggerKind,
): { readonly namespace?: string; readonly complete: boolean } | undefined => {
  const everywhere = useMay({ kind, verb: 'list', namespace: undefined });
  return useMemo(() => {
    if (namespace === undefined) return { complete: true };
    if (everywhere === undefined) return undefined;
    return everywhere ? { complete: true } : { namespace, complete: false };
  }, [namespace, everywhere]);
};

const concerns = (trigger: ImageTrigger, namespace: string | undefined): boolean =>
  namespace === undefined ||
  trigger.namespace === namespace ||
  trigger.binding?.stream.namespace === namespace;

const isCel = (rule: TagRule | undefined): boolean => rule?.kind === 'cel';

/** Whether a trigger has, or had, a rule of CEL. */
const asksCel = ({ binding, activity }: ImageTrigger): boolean =>
  isCel(binding?.rule) || activity.some(({ earlier }) => isCel(earlier));

/** All image triggers of where one has to look for a project's. */
export const useTriggersInScope = (namespace: string | undefined): Watched<ImageTrigger[]> => {
  const scope = useScope(namespace);
  const labels = managedLabels;
  const where = scope && { namespace: scope.namespace, labels };
  const triggers = useWatchList<Trigger>(where && { kind: triggerKind, ...where });
  const templates = useWatchList<TriggerTemplate>(where && { kind: triggerTemplateKind, ...where });
  const found = useMemo(
    () => combineWatched(triggers, templates, imageTriggersOf),
    [triggers, templates],
  );
  const cel = useCel(found.state === 'loaded' && found.data.some(asksCel));
  // Without what judges it, any push might match a rule of CEL: a moment later it is known.
  return cel === 'loading' && found.state === 'loaded' && found.data.some(asksCel)
    ? loading
    : found;
};

/** The image triggers of a project, and those elsewhere that are bound to its ImageStreams. */
export const useImageTriggers = (namespace: string | undefined): Watched<ImageTrigger[]> => {
  const triggers = useTriggersInScope(namespace);
  return useMemo(
    () => mapWatched(triggers, (found) => found.filter((trigger) => concerns(trigger, namespace))),
    [triggers, namespace],
  );
};
