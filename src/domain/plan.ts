import { triggerTemplateKind } from '../k8s/trigger-template';
import { triggerKind } from '../k8s/trigger';
import { appendActivity } from './activity';
import { laneCount } from './draft';
import type { CompleteDraft } from './draft';
import { laneManifest } from './manifests/trigger';
import { triggerTemplateManifest } from './manifests/trigger-template';
import { relayResources, resourceKey } from './relay';
import type { Resource } from './relay';
import { namingOf } from './run-policy';

/**
 * What an object of the plan is to the trigger: `shared` with the namespace's other triggers, the
 * `root` (lane 1) that owns the rest, or `owned` by it.
 */
export type ResourcePart = 'shared' | 'root' | 'owned';

export interface PlannedResource extends Resource {
  readonly part: ResourcePart;
}

export interface PlanOptions {
  /** RFC 3339 by the API server's clock. */
  readonly activatedAt: string;
  /** The version of the plugin, kept on what it builds. */
  readonly version: string;
  /** The user, where the console knows one. */
  readonly by?: string;
}

/**
 * Every object of an image trigger, in the order in which it is written. The preview, the dry run,
 * the apply, the roll-back and the access reviews all read this list; nothing else knows it.
 */
export const triggerPlan = (
  draft: CompleteDraft,
  { activatedAt, version, by }: PlanOptions,
): PlannedResource[] => {
  const { namespace, name, stream, rule, policy } = draft;
  const naming = namingOf(policy);
  const activity = appendActivity([], { at: activatedAt, state: 'active', by });
  const lanes = Array.from({ length: laneCount(draft) }, (_, lane): PlannedResource => ({
    kind: triggerKind,
    manifest: laneManifest({
      namespace,
      filter: { trigger: name, stream, rule, activatedAt, lane, naming },
      activity,
      version,
      takesOver: draft.takesOver,
    }),
    part: lane === 0 ? 'root' : 'owned',
  }));
  return [
    ...relayResources({ namespace, streams: stream.namespace }, version).map(
      (resource): PlannedResource => ({ ...resource, part: 'shared' }),
    ),
    ...lanes,
    {
      kind: triggerTemplateKind,
      manifest: triggerTemplateManifest(draft, version),
      part: 'owned',
    },
  ];
};

/** Several plans as one: what their triggers share is in it once. */
export const plansTogether = (
  plans: readonly (readonly PlannedResource[])[],
): PlannedResource[] => [
  ...new Map(plans.flat().map((resource) => [resourceKey(resource), resource])).values(),
];
