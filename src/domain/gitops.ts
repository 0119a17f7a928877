import { annotationOf, labelOf, nameOf, namespaceOf } from '../k8s/resource';
import type { K8sObject, ObjectMeta, ResourceKind } from '../k8s/resource';
import { triggerKind } from '../k8s/trigger';
import { triggerTemplateKind } from '../k8s/trigger-template';
import type { ResourceRef } from './cluster-verbs';
import { fieldsOf } from './fields';
import type { ImageTrigger } from './image-trigger';

/** What applies an object from somewhere else, Git in most cases. */
export interface GitOpsOwner {
  readonly kind: 'argo-application' | 'flux-kustomization' | 'flux-helm-release';
  /** Absent where the mark does not say it: Argo CD's own namespace. */
  readonly namespace?: string;
  readonly name: string;
}

/** An object of the cluster, with its kind: objects in lists do not say it. */
export interface FoundObject {
  readonly kind: ResourceKind;
  readonly object: K8sObject;
}

/** An owner with the objects that it applies. */
export interface GitOpsGroup {
  readonly owner: GitOpsOwner;
  readonly objects: readonly ResourceRef[];
}

const argo = {
  tracking: 'argocd.argoproj.io/tracking-id',
  installation: 'argocd.argoproj.io/installation-id',
  /** The label that its documentation proposes in place of the common one. */
  ownLabel: 'argocd.argoproj.io/instance',
  /** What it labels with unless told otherwise up to 2.x, as do Helm charts and many others. */
  commonLabel: 'app.kubernetes.io/instance',
  /** As whom it writes, whichever way it applies. */
  manager: 'argocd-controller',
} as const;

const fluxGroups = {
  'flux-kustomization': 'kustomize.toolkit.fluxcd.io',
  'flux-helm-release': 'helm.toolkit.fluxcd.io',
} as const;

/** `NAME`, or `NAMESPACE_NAME` of an Application outside Argo CD's own namespace. */
const applicationOf = (instance: string): GitOpsOwner => {
  const end = instance.indexOf('_');
  return end < 0
    ? { kind: 'argo-application', name: instance }
    : {
        kind: 'argo-application',
        namespace: instance.slice(0, end),
        name: instance.slice(end + 1),
      };
};

/** Whether Argo CD was the last to write the common label. */
const isWrittenByArgo = ({ metadata }: K8sObject): boolean =>
  (metadata?.managedFields ?? []).some(({ manager, fieldsV1 }) => {
    if (manager !== argo.manager) return false;
    const path = ['f:metadata', 'f:labels', `f:${argo.commonLabel}`];
    return path.reduce<unknown>((tree, key) => fieldsOf(tree)[key], fieldsV1) !== undefined;
  });

const argoOwner = ({ kind, object }: FoundObject): GitOpsOwner | undefined => {
  const tracking = annotationOf(object, argo.tracking);
  if (tracking !== undefined) {
    const [application = '', ...rest] = tracking.split(':');
    const self = `${kind.apiGroup ?? ''}/${kind.kind}:${namespaceOf(object)}/${nameOf(object)}`;
    return application !== '' && rest.join(':') === self ? applicationOf(application) : undefined;
  }
  const common = isWrittenByArgo(object) ? labelOf(object, argo.commonLabel) : undefined;
  const instance = labelOf(object, argo.ownLabel) ?? common;
  return instance === undefined ? undefined : applicationOf(instance);
};

const fluxOwner = (
  { object }: FoundObject,
  kind: keyof typeof fluxGroups,
): GitOpsOwner | undefined => {
  const name = labelOf(object, `${fluxGroups[kind]}/name`);
  const namespace = labelOf(object, `${fluxGroups[kind]}/namespace`);
  return name === undefined || namespace === undefined ? undefined : { kind, namespace, name };
};

/**
 * What applies an object again and again, by the marks that it leaves; undefined where nothing
 * certainly does.
 *
 * - Argo CD: an annotation `APPLICATION:GROUP/KIND:NAMESPACE/NAME` that names the object itself; one
 *   that was copied from another object counts for nothing (argoproj/argo-cd
 *   docs/user-guide/resource_tracking.md; util/argo/resource_tracking.go, `BuildAppInstanceValue`;
 *   controller/state.go, `isSelfReferencedObj`; util/argo/argo.go, `AppInstanceName`). Or a label: in
 *   its own domain, or the common one where the API server says that Argo CD wrote it (common/common.go,
 *   `ArgoCDSSAManager`; argoproj/gitops-engine pkg/utils/kube/resource_ops.go, `newApplyOptions`).
 * - Flux: two labels on all that a Kustomization or a HelmRelease applies (fluxcd/pkg ssa/manager.go,
 *   `SetOwnerLabels`; fluxcd/helm-controller internal/postrender/origin_labels.go).
 */
export const gitOpsOwnerOf = (found: FoundObject): GitOpsOwner | undefined =>
  argoOwner(found) ??
  fluxOwner(found, 'flux-kustomization') ??
  fluxOwner(found, 'flux-helm-release');

const ownerKey = ({ kind, namespace = '', name }: GitOpsOwner): string =>
  `${kind} ${namespace}/${name}`;

/** What applies any of some objects, each with its objects, in their order. */
export const gitOpsGroups = (found: readonly FoundObject[]): GitOpsGroup[] => {
  const groups = new Map<string, { owner: GitOpsOwner; objects: ResourceRef[] }>();
  for (const { kind, object } of found) {
    const owner = gitOpsOwnerOf({ kind, object });
    if (!owner) continue;
    const group = groups.get(ownerKey(owner)) ?? { owner, objects: [] };
    group.objects.push({ kind, namespace: namespaceOf(object), name: nameOf(object) });
    groups.set(ownerKey(owner), group);
  }
  return [...groups.values()];
};

/** The lanes and the template of an image trigger. */
export const ownObjectsOf = ({ objects: { lanes, template } }: ImageTrigger): FoundObject[] => [
  ...lanes.map((object) => ({ kind: triggerKind, object })),
  ...(template ? [{ kind: triggerTemplateKind, object: template }] : []),
];

const toolMarks: ReadonlySet<string> = new Set([
  argo.tracking,
  argo.installation,
  argo.ownLabel,
  ...Object.values(fluxGroups).flatMap((group) => [`${group}/name`, `${group}/namespace`]),
]);

const without = (
  entries: Record<string, string> = {},
  isLeftOut: (key: string) => boolean,
): Record<string, string> =>
  Object.fromEntries(Object.entries(entries).filter(([key]) => !isLeftOut(key)));

/**
 * Labels and annotations without the marks of the tools: each tool puts its own on what it applies,
 * and another's would be wrong there.
 */
export const withoutToolMarks = (
  object: K8sObject,
): Required<Pick<ObjectMeta, 'labels' | 'annotations'>> => {
  const { labels, annotations } = object.metadata ?? {};
  const isArgos = isWrittenByArgo(object);
  return {
    labels: without(labels, (key) => toolMarks.has(key) || (isArgos && key === argo.commonLabel)),
    annotations: without(annotations, (key) => toolMarks.has(key)),
  };
};
