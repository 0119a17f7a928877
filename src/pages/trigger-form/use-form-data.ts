import { useMemo } from 'react';
import { useWatchList } from '../../cluster/use-watch';
import { pushesOf } from '../../domain/push';
import { tagMatcher } from '../../domain/tag-rule';
import { mapWatched } from '../../domain/watched';
import type { Watched } from '../../domain/watched';
import type { ImageStream } from '../../k8s/image-stream';
import { imageStreamKind } from '../../k8s/image-stream';
import type { Pipeline } from '../../k8s/pipeline';
import { pipelineKind } from '../../k8s/pipeline';
import { projectKind } from '../../k8s/project';
import { nameOf } from '../../k8s/resource';
import type { K8sObject } from '../../k8s/resource';
import type { TriggerTemplate } from '../../k8s/trigger-template';
import { triggerTemplateKind } from '../../k8s/trigger-template';
import type { Trigger } from '../../k8s/trigger';
import { triggerKind } from '../../k8s/trigger';
import type { PreviewPush } from './ParamRows';
import type { FormState } from './form-state';

const namesOf = (objects: readonly K8sObject[]): string[] => objects.map(nameOf).sort();

const within = (namespace: string): { namespace: string } | undefined =>
  namespace === '' ? undefined : { namespace };

/** Whether what is chosen is certainly not there, as after it was deleted. */
const lacks = (watched: Watched<K8sObject[]>, name = ''): boolean =>
  name !== '' && watched.state === 'loaded' && !watched.data.some((one) => nameOf(one) === name);

/** What the form offers: projects, ImageStreams, Pipelines, and names that are taken. */
export const useFormData = ({ draft, streamNamespace }: FormState) => {
  const projects = useWatchList<K8sObject>({ kind: projectKind });
  const from = within(streamNamespace);
  const streams = useWatchList<ImageStream>(from && { kind: imageStreamKind, ...from });
  const home = within(draft.namespace);
  const pipelines = useWatchList<Pipeline>(home && { kind: pipelineKind, ...home });
  const triggers = useWatchList<Trigger>(home && { kind: triggerKind, ...home });
  const templates = useWatchList<TriggerTemplate>(home && { kind: triggerTemplateKind, ...home });
  const taken = useMemo(
    () =>
      new Set([
        ...(triggers.state === 'loaded' ? namesOf(triggers.data) : []),
        ...(templates.state === 'loaded' ? namesOf(templates.data) : []),
      ]),
    [triggers, templates],
  );
  const preview = useMemo((): PreviewPush | undefined => {
    const all = streams.state === 'loaded' ? streams.data : [];
    const stream = all.find((one) => nameOf(one) === draft.stream?.name);
    if (!stream) return undefined;
    const matches = tagMatcher(draft.rule);
    const pushes = pushesOf(stream);
    const push = pushes.find(({ tags }) => tags.some(matches)) ?? pushes[0];
    const tag = push && (push.tags.find(matches) ?? push.tags[0]);
    return push && tag !== undefined ? { push, tag } : undefined;
  }, [streams, draft.stream, draft.rule]);
  return {
    projects: mapWatched(projects, namesOf),
    streams,
    streamGone: lacks(streams, draft.stream?.name),
    pipelines,
    pipeline:
      pipelines.state === 'loaded'
        ? pipelines.data.find((one) => nameOf(one) === draft.pipeline)
        : undefined,
    pipelineGone: lacks(pipelines, draft.pipeline),
    taken,
    preview,
  };
};
