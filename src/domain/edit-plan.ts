import type { PipelineRun } from '../k8s/pipeline-run';
import type { K8sObject, Manifest, ObjectMeta } from '../k8s/resource';
import { nameOf } from '../k8s/resource';
import { triggerKind } from '../k8s/trigger';
import type { Trigger, TriggerManifest } from '../k8s/trigger';
import { triggerTemplateKind } from '../k8s/trigger-template';
import type { TriggerTemplate, TriggerTemplateSpec } from '../k8s/trigger-template';
import type { ActivityEntry } from './activity';
import { ownedBy } from './bridge';
import type { JsonPatch, ResourceRef } from './cluster-verbs';
import { differencesOf, patchOf } from './differences';
import type { Difference } from './differences';
import { laneCount, laneName } from './draft';
import type { CompleteDraft } from './draft';
import { runOfTemplate } from './image-trigger';
import type { ImageTrigger } from './image-trigger';
import { activeLane, laneManifest } from './manifests/trigger';
import {
  draftMarks,
  ownMarks,
  runParams,
  runWorkspaces,
  triggerTemplateManifest,
} from './manifests/trigger-template';
import { pushInterceptors, readPushFilter } from './push-filter';
import type { PushFilter } from './push-filter';
import { changedNaming } from './run-policy';
import { metadataParts } from './run-metadata';
import { withRunParts } from './run-spec';
import { tagRuleToCel } from './tag-rule-cel';

/** What an edit does to an object. */
export type EditChange = 'kept' | 'changed' | 'new' | 'removed';

/** An object of an image trigger, and what an edit makes of it. */
export interface EditedObject extends ResourceRef {
  readonly change: EditChange;
  /** Where a `changed` object will differ from what is there. */
  readonly differences: readonly Difference[];
  /** Of a `new` object, and of a `changed` one that can only be made anew. */
  readonly manifest?: Manifest;
  /** What is there, but for a `new` object. */
  readonly found?: K8sObject;
  /** What makes a `changed` object what it should be. */
  readonly patch?: JsonPatch;
  /** What its `spec` is then, where an edit changes it. */
  readonly spec?: object;
}

export interface EditPlan {
  /** Lane 1 first, the template last. */
  readonly objects: readonly EditedObject[];
  /** The filter of the lanes up to now, if filters change: then a bridge stands in for them. */
  readonly earlier: PushFilter | undefined;
  /** What the log keeps, if tag rule or policy are changed: what they were up to then. */
  readonly logged: Pick<ActivityEntry, 'earlier' | 'earlierPolicy'> | undefined;
  /** The `spec` of the template's run, if the edit changes it. */
  readonly run: object | undefined;
}

const withSpec = (
  ref: ResourceRef,
  found: K8sObject & { readonly spec?: object },
  spec: object,
): EditedObject => {
  const differences = differencesOf({ spec: found.spec }, { spec }, () => false);
  return differences.length === 0
    ? { ...ref, change: 'kept', differences, found }
    : { ...ref, change: 'changed', differences, found, patch: patchOf(differences), spec };
};

/** Named things in the order in which they were before, new ones last. */
const inOrderOf = <T extends { readonly name: string }>(
  before: readonly { readonly name: string }[] = [],
  named: readonly T[],
): T[] => {
  const places = new Map(before.map(({ name }, place) => [name, place]));
  const placeOf = ({ name }: T): number => places.get(name) ?? before.length;
  return [...named].sort((a, b) => placeOf(a) - placeOf(b));
};

/** The labels and annotations of a run: the plugin's own as they are there, else those of the draft. */
const editedMetadata = (run: PipelineRun, draft: CompleteDraft): Partial<ObjectMeta> => {
  const own = ownMarks(draft);
  return Object.fromEntries(
    metadataParts.flatMap((part) => {
      const found = run.metadata?.[part];
      const marks = Object.entries(found ?? {}).filter(([key]) => Object.hasOwn(own[part], key));
      const all = { ...Object.fromEntries(marks), ...draftMarks(draft, part) };
      return found || Object.keys(all).length > 0 ? [[part, all]] : [];
    }),
  );
};

/**
 * A template whose run is that of the draft, with what the draft keeps; all else in it stays, and
 * the order of its lists. Of one that makes no run, nothing does.
 */
const templateSpec = (template: TriggerTemplate, draft: CompleteDraft): TriggerTemplateSpec => {
  const run = runOfTemplate(template);
  if (!run) return triggerTemplateManifest(draft, '').spec;
  const params = inOrderOf(run.spec?.params, runParams(draft));
  const workspaces = inOrderOf(run.spec?.workspaces, runWorkspaces(draft));
  const spec = {
    ...draft.kept?.spec,
    pipelineRef: { ...run.spec?.pipelineRef, name: draft.pipeline },
    ...(params.length > 0 || run.spec?.params ? { params } : {}),
    ...(workspaces.length > 0 || run.spec?.workspaces ? { workspaces } : {}),
  };
  const edited = {
    ...run,
    metadata: { ...run.metadata, ...editedMetadata(run, draft) },
    spec: withRunParts(spec, draft),
  };
  return {
    ...template.spec,
    resourcetemplates: template.spec?.resourcetemplates?.map((resource) =>
      resource === run ? edited : resource,
    ),
  };
};

/** A lane that is missing, active as the others are. */
export const newLane = (
  trigger: ImageTrigger,
  filter: PushFilter,
  version: string,
): TriggerManifest => {
  const { namespace, active, objects } = trigger;
  const [root] = objects.lanes;
  const options = { namespace, filter, activity: '', version };
  const manifest = active === 'none' ? laneManifest(options) : activeLane(options);
  const ownerReferences = root && [ownedBy(root)];
  return { ...manifest, metadata: { ...manifest.metadata, ownerReferences } };
};

const editedTemplate = (
  { namespace, name, objects }: ImageTrigger,
  draft: CompleteDraft,
  version: string,
): { readonly object: EditedObject; readonly spec: TriggerTemplateSpec } => {
  const { lanes, template } = objects;
  const ref = { kind: triggerTemplateKind, namespace, name };
  if (template) {
    const spec = templateSpec(template, draft);
    return { object: withSpec(ref, template, spec), spec };
  }
  const built = triggerTemplateManifest(draft, version);
  const ownerReferences = lanes[0] && [ownedBy(lanes[0])];
  const manifest = { ...built, metadata: { ...built.metadata, ownerReferences } };
  return { object: { ...ref, change: 'new', differences: [], manifest }, spec: built.spec };
};

const editedLane = (
  ref: ResourceRef,
  lane: Trigger,
  filter: PushFilter | undefined,
): EditedObject =>
  filter === undefined || !lane.spec
    ? { ...ref, change: 'kept', differences: [], found: lane }
    : withSpec(ref, lane, { ...lane.spec, interceptors: pushInterceptors(filter) });

/** What an edit changes of the filters, and what of it the log keeps; undefined where they stay. */
const changedFilter = (
  old: PushFilter,
  { rule, policy }: CompleteDraft,
  at: string,
): { readonly filter: PushFilter; readonly logged: EditPlan['logged'] } | undefined => {
  const isNewPolicy = old.naming.policy !== policy;
  if (!isNewPolicy && tagRuleToCel(old.rule) === tagRuleToCel(rule)) return undefined;
  if (!isNewPolicy) return { filter: { ...old, rule }, logged: { earlier: old.rule } };
  const naming = changedNaming(policy, at);
  const earlierPolicy = { policy: old.naming.policy, until: naming.since };
  return { filter: { ...old, rule, naming }, logged: { earlier: old.rule, earlierPolicy } };
};

export interface EditPlanOptions {
  /** Of the plugin, kept on what is new. */
  readonly version: string;
  /** RFC 3339 by the API server's clock; until it is known, any time of the trigger. */
  readonly at: string;
}

/**
 * What an edit makes of the objects of a trigger: nothing but what the draft changes. Name,
 * namespace, ImageStream and activation time stay. The trigger must have no bridge and no
 * `readRefusal`; its relay is no part of it, for it stays as well.
 */
export const editPlan = (
  trigger: ImageTrigger,
  draft: CompleteDraft,
  { version, at }: EditPlanOptions,
): EditPlan => {
  const { namespace, name, objects } = trigger;
  const { lanes } = objects;
  const old = readPushFilter(name, lanes[0]?.spec?.interceptors);
  if (!old) return { objects: [], earlier: undefined, logged: undefined, run: undefined };
  const changed = changedFilter(old, draft, at);
  const found = new Map(lanes.map((lane) => [nameOf(lane), lane]));
  const refOfLane = (lane: string): ResourceRef => ({ kind: triggerKind, namespace, name: lane });
  const wanted = Array.from({ length: laneCount(draft) }, (_, lane): EditedObject => {
    const filter = { ...(changed?.filter ?? old), lane };
    const there = found.get(laneName(name, lane));
    found.delete(laneName(name, lane));
    const ref = refOfLane(laneName(name, lane));
    return there
      ? editedLane(ref, there, changed && filter)
      : { ...ref, change: 'new', differences: [], manifest: newLane(trigger, filter, version) };
  });
  const removed = [...found.values()].map((lane): EditedObject => ({
    ...refOfLane(nameOf(lane)),
    change: 'removed',
    differences: [],
    found: lane,
  }));
  const { object: edited, spec } = editedTemplate(trigger, draft, version);
  return {
    objects: [...wanted, ...removed, edited],
    earlier: changed && old,
    logged: changed?.logged,
    run: edited.change === 'kept' ? undefined : runOfTemplate({ spec })?.spec,
  };
};

/** Whether an edit would write anything. */
export const changesSomething = ({ objects }: EditPlan): boolean =>
  objects.some(({ change }) => change !== 'kept');
