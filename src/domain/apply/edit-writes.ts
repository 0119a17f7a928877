import type { K8sObject, Manifest } from '../../k8s/resource';
import { labelOf, nameOf } from '../../k8s/resource';
import { triggerKind } from '../../k8s/trigger';
import { appendActivity, lastSwitch } from '../activity';
import { bridgeManifest } from '../bridge';
import { metadataPath } from '../cluster-verbs';
import type { JsonPatch, ResourceRef } from '../cluster-verbs';
import { laneCount } from '../draft';
import type { EditPlan, EditedObject } from '../edit-plan';
import type { ImageTrigger } from '../image-trigger';
import { laneManifest } from '../manifests/trigger';
import { activeLabel, activityAnnotation } from '../marks';
import { readPushFilter } from '../push-filter';

/** One request of an edit. */
export type EditWrite = { readonly ref: ResourceRef } & (
  | { readonly do: 'create'; readonly manifest: Manifest }
  | { readonly do: 'patch'; readonly found: K8sObject; readonly patch: JsonPatch }
  | { readonly do: 'remove'; readonly uid: string }
);

export interface EditStamp {
  /** RFC 3339 by the API server's clock. */
  readonly at: string;
  readonly by?: string;
  readonly version: string;
}

export interface PlannedEdit {
  readonly trigger: ImageTrigger;
  readonly plan: EditPlan;
}

const isLane = ({ kind }: EditedObject): boolean => kind === triggerKind;

/** The Triggers that stand in for the old lanes; none where their filters stay. */
export const bridgeOf = (
  { trigger, plan: { earlier, run } }: PlannedEdit,
  version: string,
): Manifest[] => {
  const { namespace, active, objects: parts } = trigger;
  const [root] = parts.lanes;
  const template = parts.template?.spec;
  if (!earlier || !root || !template) return [];
  // A lane that cannot be read would make a bridge of which nobody could tell what it does.
  const readable = new Map(
    parts.lanes
      .filter(({ spec }) => readPushFilter(trigger.name, spec?.interceptors))
      .map((lane) => [nameOf(lane), lane.spec]),
  );
  return Array.from({ length: laneCount(earlier) }, (_, lane) => {
    const filter = { ...earlier, lane };
    const built = laneManifest({ namespace, filter, activity: '', version });
    return bridgeManifest({
      namespace,
      filter,
      lane: readable.get(nameOf(built)) ?? built.spec,
      template,
      root,
      active: active !== 'none',
      edit: { run },
      version,
    });
  });
};

const refOfManifest = ({ metadata }: Manifest): ResourceRef => ({
  kind: triggerKind,
  namespace: metadata.namespace,
  name: metadata.name,
});

const refOf = ({ kind, namespace, name }: EditedObject): ResourceRef => ({ kind, namespace, name });

/** The lanes that are about to change stop, so that the template can change under them. */
const deactivations = (lanes: readonly EditedObject[]): EditWrite[] =>
  lanes.flatMap((lane) =>
    lane.change !== 'kept' && lane.found && labelOf(lane.found, activeLabel) !== undefined
      ? [
          {
            do: 'patch' as const,
            ref: refOf(lane),
            found: lane.found,
            patch: [{ op: 'remove' as const, path: metadataPath('labels', activeLabel) }],
          },
        ]
      : [],
  );

/** The log of lane 1 with the edit in it; undefined where rule and policy stay, so that it does, too. */
export const logOf = (
  { trigger, plan }: PlannedEdit,
  { at, by }: Pick<EditStamp, 'at' | 'by'>,
): string | undefined => {
  const state = lastSwitch(trigger.activity)?.state ?? 'active';
  const { logged } = plan;
  return logged && appendActivity(trigger.activity, { at, state, by, ...logged });
};

const logPatch = (edit: PlannedEdit, stamp: EditStamp): JsonPatch => {
  const value = logOf(edit, stamp);
  if (value === undefined) return [];
  return [{ op: 'add', path: metadataPath('annotations', activityAnnotation), value }];
};

const activation: JsonPatch = [
  { op: 'add', path: metadataPath('labels', activeLabel), value: 'true' },
];

const lanePatches = (edit: PlannedEdit, stamp: EditStamp): EditWrite[] =>
  edit.plan.objects.filter(isLane).flatMap((lane) => {
    const { found, change } = lane;
    if (change !== 'changed' || !found) return [];
    const patch: JsonPatch = [
      ...(lane.patch ?? []),
      ...(edit.trigger.active === 'none' ? [] : activation),
      ...(nameOf(found) === edit.trigger.name ? logPatch(edit, stamp) : []),
    ];
    return [{ do: 'patch', ref: refOf(lane), found, patch }];
  });

const templateWrites = ({ objects }: EditPlan): EditWrite[] =>
  objects
    .filter((object) => !isLane(object))
    .flatMap((object): EditWrite[] => {
      const { found, manifest, patch = [] } = object;
      if (manifest) return [{ do: 'create', ref: refOf(object), manifest }];
      return object.change === 'changed' && found
        ? [{ do: 'patch', ref: refOf(object), found, patch }]
        : [];
    });

/**
 * What an edit writes, in order. Where the filters stay, there is no bridge: a lane that is missing
 * is made, one too many goes, and a patch of the template is one write. Else, after any number of these writes, there is a whole set of lanes:
 * the old one until the bridge stands, the bridge, and the new one from the patch of lane 1 on,
 * which is the commit; the bridge goes last.
 */
export const editWrites = (edit: PlannedEdit, stamp: EditStamp): EditWrite[] => {
  const lanes = edit.plan.objects.filter(isLane);
  const template = templateWrites(edit.plan);
  const bridge = bridgeOf(edit, stamp.version);
  const creation = (manifest: Manifest): EditWrite => ({
    do: 'create',
    ref: refOfManifest(manifest),
    manifest,
  });
  return [
    ...bridge.map(creation),
    ...(bridge.length > 0 && template.length > 0 ? deactivations(lanes) : []),
    ...template,
    ...lanes.flatMap(({ manifest }) => (manifest ? [creation(manifest)] : [])),
    ...lanes
      .filter(({ change }) => change === 'removed')
      .map((lane): EditWrite => ({
        do: 'remove',
        ref: refOf(lane),
        uid: lane.found?.metadata?.uid ?? '',
      })),
    ...lanePatches(edit, stamp).reverse(),
  ];
};
