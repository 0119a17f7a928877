import { nameOf } from '../k8s/resource';
import type { K8sObject, ResourceKind } from '../k8s/resource';
import { triggerTemplateKind } from '../k8s/trigger-template';
import { triggerKind } from '../k8s/trigger';
import type { Trigger } from '../k8s/trigger';
import { compareObject, differs, isNewer, withoutDifferences } from './comparison';
import type { Comparison } from './comparison';
import { laneCount } from './draft';
import { isOfImages } from './event-groups';
import { runOfTemplate } from './image-trigger';
import type { ImageTrigger } from './image-trigger';
import { isMeantActive } from './lanes';
import { activeLane, laneManifest } from './manifests/trigger';
import { templateAround } from './manifests/trigger-template';
import { clusterImages } from './push';
import { isAsBuilt, readPushFilter } from './push-filter';
import type { PushFilter } from './push-filter';
import { accountResources, receiverResources, relayResources } from './relay';
import type { Resource } from './relay';
import { versionOrder } from './version-order';

/**
 * The filter that the lanes which can be read agree on: by it, a lane that was changed by hand can
 * be built again. Those that are as they were built decide, if there are any. Undefined where none
 * can be read, or where they contradict each other.
 */
export const agreedFilter = ({ name, objects }: ImageTrigger): PushFilter | undefined => {
  const read = objects.lanes.flatMap(({ spec }) => {
    const filter = readPushFilter(name, spec?.interceptors);
    return filter ? [{ filter, isBuilt: isAsBuilt(filter, spec?.interceptors) }] : [];
  });
  const hasBuilt = read.some(({ isBuilt }) => isBuilt);
  const filters = read
    .filter(({ isBuilt }) => isBuilt || !hasBuilt)
    .map(({ filter }) => ({ ...filter, lane: 0 }));
  const different = new Set(filters.map((filter) => JSON.stringify(filter)));
  return different.size === 1 ? filters[0] : undefined;
};

/** An object that is not what this version would build, without saying where. */
const judge = (
  { kind, object }: { readonly kind: ResourceKind; readonly object: K8sObject },
  state: 'extra' | 'unreadable',
  version: string,
): Comparison => withoutDifferences(kind, object, isNewer(object, version) ? 'newer' : state);

const compareLanes = (trigger: ImageTrigger, filter: PushFilter, version: string): Comparison[] => {
  const { namespace, objects } = trigger;
  const found = new Map<string, Trigger>(objects.lanes.map((lane) => [nameOf(lane), lane]));
  const wanted = Array.from({ length: laneCount(filter) }, (_, lane) => {
    const options = { namespace, filter: { ...filter, lane }, activity: '', version };
    return isMeantActive(trigger) ? activeLane(options) : laneManifest(options);
  });
  const names = new Set(wanted.map(nameOf));
  return [
    ...wanted.map((manifest) =>
      compareObject({ kind: triggerKind, manifest }, found.get(nameOf(manifest)), version),
    ),
    ...objects.lanes
      .filter((lane) => !names.has(nameOf(lane)))
      .map((object) => judge({ kind: triggerKind, object }, 'extra', version)),
  ];
};

/**
 * Compares the lanes and the template of an image trigger with what this version of the plugin
 * builds of what is read back from them. What its runs do (Pipeline, parameters, account) is the
 * user's and is not compared; the activation time and the log of activity are its history.
 */
export const compareTrigger = (trigger: ImageTrigger, version: string): Comparison[] => {
  const { namespace, name, objects } = trigger;
  const { lanes, template } = objects;
  const filter = agreedFilter(trigger);
  if (!filter) {
    return [
      ...lanes.map((object) => ({ kind: triggerKind, object })),
      ...(template ? [{ kind: triggerTemplateKind, object: template }] : []),
    ].map((part) => judge(part, 'unreadable', version));
  }
  const run = runOfTemplate(template);
  // Whatever else has to change of it: what others label its runs with stays.
  const { labels = {}, annotations = {} } = run?.metadata ?? {};
  const kept = { spec: {}, labels, annotations };
  const owner = { namespace, name, stream: filter.stream, kept };
  const manifest = templateAround(owner, run?.spec, version);
  return [
    ...compareLanes(trigger, filter, version),
    compareObject({ kind: triggerTemplateKind, manifest }, template, version),
  ];
};

/** How many of its own objects an older version built otherwise than this one; 0 for its own. */
export const outdatedObjects = (trigger: ImageTrigger, version: string): number =>
  versionOrder(trigger.builder, version) === 'older'
    ? compareTrigger(trigger, version).filter(differs).length
    : 0;

/**
 * What a trigger shares with others, to be compared by `compareObject`. Where the trigger cannot be
 * read, nobody knows its source: then it is the listener's side alone.
 */
export const sharedWith = (trigger: ImageTrigger, version: string): Resource[] => {
  const { namespace, objects } = trigger;
  const streams = agreedFilter(trigger)?.stream.namespace;
  if (streams !== undefined) return relayResources({ namespace, streams }, version);
  // By its group, a lane still says which listener is its own.
  const watched = objects.lanes.some(isOfImages) ? clusterImages.namespace : namespace;
  return [...accountResources(namespace), ...receiverResources({ namespace, streams: watched })];
};
