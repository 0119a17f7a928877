import {
  listenerClusterRoleManifest,
  listenerRoleManifest,
  sourceRoleManifest,
} from '../../src/domain/manifests/role';
import { clusterImages } from '../../src/domain/push';
import type { PolicyRule } from '../../src/k8s/role';

/**
 * The roles of a relay: the listener's in its project and in the whole cluster, that of a source of
 * ImageStreams and that of one of all Images.
 */
type RelayRole = 'listener' | 'cluster' | 'source' | 'images';

/** A verb on one resource, of one of the roles of the relay. */
export interface Right {
  readonly role: RelayRole;
  readonly group: string;
  readonly resource: string;
  readonly verb: string;
}

/** What the plugin's roles allow. */
export const rulesOf: Readonly<Record<RelayRole, readonly PolicyRule[]>> = {
  listener: listenerRoleManifest('ci').rules,
  cluster: listenerClusterRoleManifest().rules,
  source: sourceRoleManifest({ namespace: 'ci', streams: 'images' }).rules,
  images: sourceRoleManifest({ namespace: 'ci', streams: clusterImages.namespace }).rules,
};

/** Every right that the plugin gives to a relay, one by one. */
export const relayRights: readonly Right[] = (
  ['source', 'images', 'listener', 'cluster'] as const
).flatMap((role) =>
  rulesOf[role].flatMap(({ apiGroups, resources, verbs }) =>
    apiGroups.flatMap((group) =>
      resources.flatMap((resource) => verbs.map((verb) => ({ role, group, resource, verb }))),
    ),
  ),
);

/** Whether it is of a source, and not of the listener. */
export const isOfSource = ({ role }: Right): boolean => role === 'source' || role === 'images';

/** Rules with one resource a rule, so that one verb can go of one resource; none without a verb. */
export const withoutRight = (
  rules: readonly PolicyRule[],
  { resource, verb }: Right,
): PolicyRule[] =>
  rules
    .flatMap(({ apiGroups, resources, verbs }) =>
      resources.map((one) => ({
        apiGroups,
        resources: [one],
        verbs: verbs.filter((other) => one !== resource || other !== verb),
      })),
    )
    .filter(({ verbs }) => verbs.length > 0);
