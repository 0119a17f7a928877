import { apiVersionOf, nameOf, namespaceOf } from '../k8s/resource';
import type { K8sObject, Manifest, ResourceKind } from '../k8s/resource';
import { triggerKind } from '../k8s/trigger';
import { logOf } from './apply/edit-writes';
import type { PlannedEdit } from './apply/edit-writes';
import type { ResourceRef } from './cluster-verbs';
import type { EditedObject } from './edit-plan';
import { withoutToolMarks } from './gitops';
import type { FoundObject } from './gitops';
import { activeLabel, activityAnnotation } from './marks';
import type { PlannedResource } from './plan';
import type { Resource } from './relay';

/** A trigger as manifests, for whoever applies them in place of this plugin. */
export interface TriggerExport {
  /** The relay, in the order in which it is written. */
  readonly shared: readonly Resource[];
  /** The template, then the lanes, lane 1 last: whole as soon as it is there, and not before. */
  readonly own: readonly Resource[];
  /** What is there and is to go. */
  readonly removed: readonly ResourceRef[];
}

/**
 * Annotations that say who wrote an object: those of `kubectl apply`, and of Knative's webhooks
 * (knative/pkg apis/metadata_validation.go, `CreatorAnnotationSuffix`, `UpdaterAnnotationSuffix`).
 */
const writers =
  /^kubectl\.kubernetes\.io\/last-applied-configuration$|\.knative\.dev\/(?:creator|lastModifier)$/;

const orNone = (entries: Record<string, string>): Record<string, string> | undefined =>
  Object.keys(entries).length === 0 ? undefined : entries;

/**
 * An object of the cluster as a manifest: what somebody says of it, and not what the API server and
 * the controllers do. Owners are none of it: their uids are those of this cluster, and an object whose
 * owner is not there is deleted.
 */
const manifestOf = (kind: ResourceKind, object: K8sObject): Manifest => {
  const { labels, annotations } = withoutToolMarks(object);
  const kept = Object.entries(annotations).filter(([key]) => !writers.test(key));
  const content = Object.entries(object).filter(
    ([field]) => !['apiVersion', 'kind', 'metadata', 'status'].includes(field),
  );
  return {
    apiVersion: apiVersionOf(kind),
    kind: kind.kind,
    metadata: {
      name: nameOf(object),
      namespace: object.metadata?.namespace,
      labels: orNone(labels),
      annotations: orNone(Object.fromEntries(kept)),
    },
    ...Object.fromEntries<unknown>(content),
  };
};

/** A lane with the label by which the listener selects it. */
const activated = (manifest: Manifest): Manifest => {
  const labels = { ...manifest.metadata.labels, [activeLabel]: 'true' };
  return { ...manifest, metadata: { ...manifest.metadata, labels } };
};

const isOf = ({ kind, manifest }: Resource, found: FoundObject): boolean =>
  found.kind === kind &&
  nameOf(found.object) === nameOf(manifest) &&
  namespaceOf(found.object) === namespaceOf(manifest);

/**
 * Parts of a relay as manifests: as they are in the cluster, where they are, for other triggers run
 * on them; else as this version builds them. Of what is there, only what the plugin says of such an
 * object: OpenShift adds Secrets to ServiceAccounts, whose names are of this cluster.
 */
export const sharedExport = (
  resources: readonly Resource[],
  found: readonly FoundObject[],
): Resource[] =>
  resources.map((resource) => {
    const { kind, manifest } = resource;
    const there = found.find((one) => isOf(resource, one))?.object;
    if (!there) return resource;
    const said = Object.entries(manifestOf(kind, there)).filter(([field]) => field in manifest);
    return { kind, manifest: { ...manifest, ...Object.fromEntries<unknown>(said) } };
  });

const ofLane = ({ kind }: Pick<Resource, 'kind'>): boolean => kind === triggerKind;

/** The template first: a lane that comes before it runs nothing. Of the lanes, lane 1 comes last. */
const inOrder = (parts: readonly Resource[]): Resource[] => [
  ...parts.filter((part) => !ofLane(part)),
  ...parts.filter(ofLane).reverse(),
];

/**
 * A trigger that is not there yet, active from the time of its plan on: pushes made since then, and
 * before all of it is applied, are its pushes, and show as missed.
 * @param found what is there of the relay
 */
export const exportOfPlan = (
  plan: readonly PlannedResource[],
  found: readonly FoundObject[],
): TriggerExport => {
  const partsOf = (isShared: boolean): Resource[] =>
    plan
      .filter(({ part }) => (part === 'shared') === isShared)
      .map(({ kind, manifest }) => ({ kind, manifest }));
  return {
    shared: sharedExport(partsOf(true), found),
    own: inOrder(partsOf(false)).map((part) =>
      ofLane(part) ? { ...part, manifest: activated(part.manifest) } : part,
    ),
    removed: [],
  };
};

const finalManifest = (object: EditedObject, isActive: boolean): Manifest | undefined => {
  const { kind, change, found, manifest, spec } = object;
  if (change === 'removed') return undefined;
  const said = manifest ?? found;
  if (!said) return undefined;
  const final = { ...manifestOf(kind, said), ...(spec && { spec }) };
  return change === 'changed' && ofLane(object) && isActive ? activated(final) : final;
};

/**
 * A trigger as an edit leaves it, less what shows the way there: bridge, owners, marks of tools.
 * @param shared what `sharedExport` makes of its relay
 * @param at RFC 3339 by the API server's clock: from then on, pushes are judged by the new rule
 */
export const exportOfEdit = (
  edit: PlannedEdit,
  { shared, at }: { readonly shared: readonly Resource[]; readonly at: string },
): TriggerExport => {
  const { trigger, plan } = edit;
  const log = logOf(edit, { at });
  const withLog = (manifest: Manifest): Manifest => {
    if (log === undefined || manifest.kind !== triggerKind.kind) return manifest;
    if (nameOf(manifest) !== trigger.name) return manifest;
    const annotations = { ...manifest.metadata.annotations, [activityAnnotation]: log };
    return { ...manifest, metadata: { ...manifest.metadata, annotations } };
  };
  const own = plan.objects.flatMap((object) => {
    const manifest = finalManifest(object, trigger.active !== 'none');
    return manifest ? [{ kind: object.kind, manifest: withLog(manifest) }] : [];
  });
  const removed = plan.objects
    .filter(({ change }) => change === 'removed')
    .map(({ kind, namespace, name }) => ({ kind, namespace, name }));
  return { shared, own: inOrder(own), removed };
};
