import { useMemo } from 'react';
import { useTriggersInScope } from '../../cluster/use-image-triggers';
import { pluginVersion } from '../../cluster/version';
import { useWatchList } from '../../cluster/use-watch';
import type { CompleteDraft } from '../../domain/draft';
import type { ImageTrigger } from '../../domain/image-trigger';
import { readDraft, readRefusal } from '../../domain/read-draft';
import type { ReadRefusal } from '../../domain/read-draft';
import { combineWatched } from '../../domain/watched';
import type { Watched } from '../../domain/watched';
import type { Pipeline } from '../../k8s/pipeline';
import { pipelineKind } from '../../k8s/pipeline';
import { nameOf, namespaceOf } from '../../k8s/resource';

/** A trigger of the cluster with the draft that it reads as. */
export interface ReadTrigger {
  readonly trigger: ImageTrigger;
  readonly draft: CompleteDraft;
}

export type Readable =
  | ({ readonly outcome: 'read' } & ReadTrigger)
  | { readonly outcome: 'refused'; readonly refusal: ReadRefusal }
  | { readonly outcome: 'gone' };

const readWith = (trigger: ImageTrigger, pipelines: readonly Pipeline[]): Readable => {
  const { namespace, pipeline: name } = trigger;
  const refusal = readRefusal(trigger, pluginVersion);
  const pipeline = pipelines.find((one) => nameOf(one) === name && namespaceOf(one) === namespace);
  const draft = readDraft(trigger, pipeline);
  return refusal === undefined && draft
    ? { outcome: 'read', trigger, draft }
    : { outcome: 'refused', refusal: refusal ?? 'changed-by-hand' };
};

/** Reads any trigger of a project into the form, by the Pipelines that are there now. */
export const useReader = (namespace: string): Watched<(trigger: ImageTrigger) => Readable> => {
  const pipelines = useWatchList<Pipeline>({ kind: pipelineKind, namespace });
  return useMemo(() => {
    // Without the right to see Pipelines, the parameters are those that the template fills.
    const known = pipelines.state === 'loaded' ? pipelines.data : [];
    return pipelines.state === 'loading'
      ? pipelines
      : { state: 'loaded', data: (trigger) => readWith(trigger, known) };
  }, [pipelines]);
};

/** The trigger of a name, read into the form as it is now. */
export const useReadableTrigger = (namespace: string, name: string): Watched<Readable> => {
  const triggers = useTriggersInScope(namespace);
  const reader = useReader(namespace);
  return useMemo(
    () =>
      combineWatched(triggers, reader, (all, read): Readable => {
        const found = all.find((one) => one.namespace === namespace && one.name === name);
        return found ? read(found) : { outcome: 'gone' };
      }),
    [triggers, reader, namespace, name],
  );
};
