import { eventListenerManifest } from '../../../src/domain/manifests/event-listener';
import { activeLabel } from '../../../src/domain/marks';
import type { EventListenerSpec } from '../../../src/k8s/event-listener';

/** How a listener finds the lanes that an event is for: fields of its spec, null for none. */
export interface Layout {
  readonly title: string;
  readonly spec: Readonly<
    Record<'labelSelector' | 'triggerGroups', EventListenerSpec[keyof EventListenerSpec] | null>
  >;
}

export const layouts = {
  groups: {
    title: 'groups',
    spec: {
      labelSelector: null,
      triggerGroups: eventListenerManifest('').spec.triggerGroups,
    },
  },
  lanes: {
    title: 'one call a lane',
    spec: { labelSelector: { matchLabels: { [activeLabel]: 'true' } }, triggerGroups: null },
  },
} as const satisfies Record<string, Layout>;

export type LayoutName = keyof typeof layouts;
