import { eventListenerManifest } from '../../../src/domain/manifests/event-listener';
import { activeLabel } from '../../../src/domain/marks';
import type { EventListenerSpec } from '../../../src/k8s/event-listener';

/** How listeners find the lanes that an event is for. */
export interface Layout {
  readonly title: string;
  /** Over how many projects the image triggers are spread, each with a listener and a source. */
  readonly projects: number;
  /** Fields of a listener's spec, null for none. */
  readonly spec: Readonly<
    Record<'labelSelector' | 'triggerGroups', EventListenerSpec[keyof EventListenerSpec] | null>
  >;
}

/** As the plugin builds it. */
const inGroups = {
  labelSelector: null,
  triggerGroups: eventListenerManifest({ namespace: '', streams: 'any' }).spec.triggerGroups,
};

export const layouts = {
  groups: { title: 'groups', projects: 1, spec: inGroups },
  'two-projects': { title: 'groups, two projects', projects: 2, spec: inGroups },
  lanes: {
    title: 'one call a lane',
    projects: 1,
    spec: { labelSelector: { matchLabels: { [activeLabel]: 'true' } }, triggerGroups: null },
  },
} as const satisfies Record<string, Layout>;

export type LayoutName = keyof typeof layouts;
