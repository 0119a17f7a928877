import { useMemo } from 'react';
import { useCel } from '../../cluster/use-cel';
import { useClusterImages } from '../../cluster/use-ledger';
import { useWatchList } from '../../cluster/use-watch';
import { imageTriggersOf } from '../../domain/image-trigger';
import { manyDrafts } from '../../domain/many-drafts';
import type { ManySurroundings } from '../../domain/many-drafts';
import { isClusterImages, keyOfStream, pushesOf, streamKey } from '../../domain/push';
import type { StreamRef } from '../../domain/push';
import { tagMatcher } from '../../domain/tag-rule';
import { mapWatched } from '../../domain/watched';
import type { Watched } from '../../domain/watched';
import type { ImageStream } from '../../k8s/image-stream';
import type { Pipeline } from '../../k8s/pipeline';
import { pipelineKind } from '../../k8s/pipeline';
import { projectKind } from '../../k8s/project';
import { nameOf } from '../../k8s/resource';
import type { K8sObject } from '../../k8s/resource';
import type { TriggerTemplate } from '../../k8s/trigger-template';
import { triggerTemplateKind } from '../../k8s/trigger-template';
import type { Trigger } from '../../k8s/trigger';
import { triggerKind } from '../../k8s/trigger';
import type { PreviewPush } from './pipeline/ParamPreview';
import { withWorkspaces } from './form-state';
import type { FormState } from './form-state';
import { useStreams } from './use-streams';

const namesOf = (objects: readonly K8sObject[]): string[] => objects.map(nameOf).sort();

const within = (namespace: string): { namespace: string } | undefined =>
  namespace === '' ? undefined : { namespace };

/** Whether what is chosen is certainly not there, as after it was deleted. */
const lacks = (watched: Watched<K8sObject[]>, name = ''): boolean =>
  name !== '' && watched.state === 'loaded' && !watched.data.some((one) => nameOf(one) === name);

const findStream = (
  streams: Watched<readonly ImageStream[]>,
  ref: StreamRef | undefined,
): ImageStream | undefined =>
  ref && streams.state === 'loaded'
    ? streams.data.find((one) => keyOfStream(one) === streamKey(ref))
    : undefined;

/** What the form offers: projects, ImageStreams, Pipelines, and names that are taken. */
export const useFormData = (state: FormState) => {
  const { draft, many } = state;
  const watchedProjects = useWatchList<K8sObject>({ kind: projectKind });
  const projects = useMemo(() => mapWatched(watchedProjects, namesOf), [watchedProjects]);
  const offered = useStreams(state, projects);
  const isOfImages = !many && draft.stream !== undefined && isClusterImages(draft.stream);
  const images = useClusterImages(isOfImages);
  const streams = useMemo(
    () => (isOfImages ? mapWatched(images, (one) => [one]) : offered.streams),
    [isOfImages, images, offered],
  );
  const isCel = draft.rule.kind === 'cel';
  const isJudged = useCel(isCel) === 'ready' || !isCel;
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
  const pipeline =
    pipelines.state === 'loaded'
      ? pipelines.data.find((one) => nameOf(one) === draft.pipeline)
      : undefined;
  const isMany = many !== undefined;
  const surroundings = useMemo((): ManySurroundings => {
    const isKnown = isMany && triggers.state === 'loaded' && templates.state === 'loaded';
    return {
      streams: streams.state === 'loaded' ? streams.data : [],
      triggers: isKnown ? imageTriggersOf(triggers.data, templates.data) : [],
      taken,
    };
  }, [isMany, streams, triggers, templates, taken]);
  const made = useMemo(
    () => many && manyDrafts(withWorkspaces(draft, pipeline), many, surroundings),
    [draft, pipeline, many, surroundings],
  );
  const stream = made
    ? made.matched.find(({ isWanted }) => isWanted)?.stream
    : findStream(streams, draft.stream);
  const preview = useMemo((): PreviewPush | undefined => {
    if (!stream) return undefined;
    const matches = isJudged ? tagMatcher(draft.rule) : () => true;
    const pushes = pushesOf(stream);
    const push = pushes.find(({ tags }) => tags.some(matches)) ?? pushes[0];
    const tag = push && (push.tags.find(matches) ?? push.tags[0]);
    return push && tag !== undefined ? { push, tag } : undefined;
  }, [stream, draft.rule, isJudged]);
  return {
    projects,
    streams,
    unreadable: offered.unreadable,
    made,
    /** The one that is chosen, or an example of many. */
    stream,
    streamGone: !many && draft.stream !== undefined && streams.state === 'loaded' && !stream,
    pipelines,
    pipeline,
    pipelineGone: lacks(pipelines, draft.pipeline),
    taken,
    preview,
  };
};
