import { triggerKind } from '../../k8s/trigger';
import type { TriggerManifest } from '../../k8s/trigger';
import { apiVersionOf } from '../../k8s/resource';
import { laneName } from '../draft';
import { groupOf } from '../event-groups';
import {
  activeLabel,
  activityAnnotation,
  builderAnnotation,
  groupLabel,
  managedLabels,
  takesOverAnnotation,
  triggerLabel,
} from '../marks';
import { pushInterceptors } from '../push-filter';
import type { PushFilter } from '../push-filter';
import { receiverName } from '../relay-names';
import { takenChainToText } from '../take-over/taken-chain';
import type { TakenChain } from '../take-over/taken-chain';

export interface LaneOptions {
  readonly namespace: string;
  readonly filter: PushFilter;
  /** The value of the activity annotation, on lane 1 only. */
  readonly activity: string;
  readonly version: string;
  /** Kept on lane 1 until the take-over is done. */
  readonly takesOver?: TakenChain;
}

/**
 * A lane: a Tekton Trigger that no listener selects yet. The label that makes it active is set
 * when everything else is in place.
 */
export const laneManifest = ({
  namespace,
  filter,
  activity,
  version,
  takesOver,
}: LaneOptions): TriggerManifest => ({
  apiVersion: apiVersionOf(triggerKind),
  kind: triggerKind.kind,
  metadata: {
    name: laneName(filter.trigger, filter.lane),
    namespace,
    labels: {
      ...managedLabels,
      [triggerLabel]: filter.trigger,
      [groupLabel]: groupOf(filter.stream),
    },
    annotations: {
      [builderAnnotation]: version,
      ...(filter.lane === 0 && {
        [activityAnnotation]: activity,
        ...(takesOver && { [takesOverAnnotation]: takenChainToText(takesOver) }),
      }),
    },
  },
  spec: {
    interceptors: pushInterceptors(filter),
    bindings: [{ ref: receiverName(filter.stream.namespace) }],
    template: { ref: filter.trigger },
  },
});

/** A lane that the listener selects as soon as it is there. */
export const activeLane = (options: LaneOptions): TriggerManifest => {
  const manifest = laneManifest(options);
  const labels = { ...manifest.metadata.labels, [activeLabel]: 'true' };
  return { ...manifest, metadata: { ...manifest.metadata, labels } };
};
