import { apiServerSourceKind } from '../k8s/api-server-source';
import { eventListenerKind } from '../k8s/event-listener';
import { networkPolicyKind } from '../k8s/network-policy';
import { nameOf } from '../k8s/resource';
import type { Manifest, ResourceKind } from '../k8s/resource';
import { clusterRoleBindingKind, roleBindingKind } from '../k8s/role-binding';
import { clusterRoleKind, roleKind } from '../k8s/role';
import { serviceAccountKind } from '../k8s/service-account';
import { triggerBindingKind } from '../k8s/trigger-binding';
import type { ResourceRef } from './cluster-verbs';
import { apiServerSourceManifest } from './manifests/api-server-source';
import { eventListenerManifest } from './manifests/event-listener';
import { networkPolicyManifest } from './manifests/network-policy';
import { listenerRoleBindingManifest, sourceRoleBindingManifest } from './manifests/role-binding';
import { listenerRoleManifest, sourceRoleManifest } from './manifests/role';
import { serviceAccountManifest } from './manifests/service-account';
import { triggerBindingManifest } from './manifests/trigger-binding';
import { builderAnnotation, listenerAccountName, sourceAccountName } from './marks';
import { watchesImages } from './relay-names';
import type { Watch } from './relay-names';

/** An object of a plan, with its kind. */
export interface Resource {
  readonly kind: ResourceKind;
  readonly manifest: Manifest;
}

export const refOf = ({ kind, manifest }: Resource): ResourceRef => ({
  kind,
  namespace: manifest.metadata.namespace,
  name: nameOf(manifest),
});

/** Tells the objects of a plan apart. */
export const resourceKey = ({ kind, manifest }: Resource): string =>
  `${kind.plural} ${manifest.metadata.namespace ?? ''}/${nameOf(manifest)}`;

/** What all image triggers of a namespace share: the accounts of its listeners and sources. */
export const accountResources = (namespace: string): Resource[] => [
  { kind: serviceAccountKind, manifest: serviceAccountManifest(namespace, listenerAccountName) },
  { kind: roleKind, manifest: listenerRoleManifest(namespace) },
  { kind: roleBindingKind, manifest: listenerRoleBindingManifest(namespace) },
  { kind: serviceAccountKind, manifest: serviceAccountManifest(namespace, sourceAccountName) },
];

/** What receives the events: one for all ImageStreams, and one for all Images. */
export const receiverResources = (watch: Watch): Resource[] => [
  { kind: triggerBindingKind, manifest: triggerBindingManifest(watch) },
  { kind: networkPolicyKind, manifest: networkPolicyManifest(watch) },
  { kind: eventListenerKind, manifest: eventListenerManifest(watch) },
];

/**
 * What the image triggers of a namespace share for one watched namespace: the source's side. For all
 * Images the rights are those of the cluster.
 */
export const sourceResources = (watch: Watch): Resource[] => {
  const isOfImages = watchesImages(watch);
  return [
    { kind: isOfImages ? clusterRoleKind : roleKind, manifest: sourceRoleManifest(watch) },
    {
      kind: isOfImages ? clusterRoleBindingKind : roleBindingKind,
      manifest: sourceRoleBindingManifest(watch),
    },
    { kind: apiServerSourceKind, manifest: apiServerSourceManifest(watch) },
  ];
};

/** An object with the mark of the version of the plugin that builds it. */
const builtBy = ({ kind, manifest }: Resource, version: string): Resource => ({
  kind,
  manifest: {
    ...manifest,
    metadata: { ...manifest.metadata, annotations: { [builderAnnotation]: version } },
  },
});

/** The whole relay of a watch, in the order in which it is created. */
export const relayResources = (watch: Watch, version: string): Resource[] =>
  [
    ...accountResources(watch.namespace),
    ...receiverResources(watch),
    ...sourceResources(watch),
  ].map((resource) => builtBy(resource, version));
