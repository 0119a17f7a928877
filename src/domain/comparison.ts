import { annotationOf, nameOf, namespaceOf } from '../k8s/resource';
import type { K8sObject, Manifest, ResourceKind } from '../k8s/resource';
import { eventListenerKind } from '../k8s/event-listener';
import { triggerKind } from '../k8s/trigger';
import { triggerTemplateKind } from '../k8s/trigger-template';
import type { ResourceRef } from './cluster-verbs';
import { differencesOf } from './differences';
import type { Allows, Difference } from './differences';
import { builderAnnotation, isManaged } from './marks';
import { refOf } from './relay';
import type { Resource } from './relay';
import { versionOrder } from './version-order';

/**
 * What an object in the cluster is to what this version of the plugin would build: the `same`; not
 * there (`missing`); one that this version would not have (`extra`); not to be judged, because its
 * trigger cannot be read (`unreadable`); built by a `newer` version, so that this one says nothing;
 * different, because an older version built it (`outdated`), somebody changed it (`by-hand`), or
 * somebody else made it (`foreign`).
 */
export type ComparisonState =
  'same' | 'missing' | 'extra' | 'unreadable' | 'newer' | 'outdated' | 'by-hand' | 'foreign';

/** An object of an image trigger, compared with what this version of the plugin would build. */
export interface Comparison extends ResourceRef {
  readonly state: ComparisonState;
  /** The version of the plugin that built it; undefined where it does not say. */
  readonly builder: string | undefined;
  /** In the order of the manifest; of an object that is there and differs. */
  readonly differences: readonly Difference[];
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.values(value).every(isEmpty));

/** Fields that nobody asked for and that say nothing new. */
interface Addition {
  readonly kind: ResourceKind;
  readonly path: RegExp;
  readonly says: (value: unknown) => boolean;
}

/**
 * What admission adds to what is written (tektoncd/triggers pkg/apis/triggers/v1beta1:
 * trigger_defaults.go, and the structs of event_listener_types.go that Go cannot leave out), and
 * labels and annotations that a user puts on runs. All else in what the plugin builds is a change:
 * a selector with one more label, a listener with one more namespace or account.
 */
const additions: readonly Addition[] = [
  {
    kind: triggerKind,
    path: /^\/spec\/bindings\/\d+\/kind$/,
    says: (value) => value === 'TriggerBinding',
  },
  {
    kind: eventListenerKind,
    path: /^\/spec\/(?:triggerGroups\/\d+\/triggerSelector\/)?namespaceSelector$/,
    says: isEmpty,
  },
  {
    kind: eventListenerKind,
    path: /^\/spec\/resources\/kubernetesResource\/spec$/,
    says: isEmpty,
  },
  {
    kind: triggerTemplateKind,
    path: /^\/spec\/resourcetemplates\/\d+\/metadata\/(?:labels|annotations)\//,
    says: () => true,
  },
];

const allowedIn =
  (kind: ResourceKind): Allows =>
  (path, value) =>
    additions.some((one) => one.kind === kind && one.path.test(path) && one.says(value));

const metadataFields: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata']);

/** What a manifest says but for its metadata: the `spec`, or the rules and subjects. */
const contentOf = (object: K8sObject, fields: ReadonlySet<string>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(object).filter(([field]) => fields.has(field)));

const contentDifferences = (
  kind: ResourceKind,
  found: K8sObject,
  wanted: Manifest,
): Difference[] => {
  const fields = new Set(Object.keys(wanted).filter((field) => !metadataFields.has(field)));
  return differencesOf(contentOf(found, fields), contentOf(wanted, fields), allowedIn(kind));
};

/** Labels that the plugin reads; what others put on the object is theirs. */
const labelDifferences = (found: K8sObject, wanted: Manifest): Difference[] => {
  const labels = { metadata: { labels: wanted.metadata.labels } };
  const there = { metadata: { labels: found.metadata?.labels } };
  return differencesOf(there, labels, () => true);
};

const stateOf = (found: K8sObject, version: string): ComparisonState => {
  if (!isManaged(found)) return 'foreign';
  const order = versionOrder(annotationOf(found, builderAnnotation), version);
  return order === 'older' ? 'outdated' : 'by-hand';
};

/** An object in the cluster about which nothing can be said but that. */
export const withoutDifferences = (
  kind: ResourceKind,
  found: K8sObject,
  state: ComparisonState,
): Comparison => ({
  kind,
  namespace: namespaceOf(found),
  name: nameOf(found),
  state,
  builder: annotationOf(found, builderAnnotation),
  differences: [],
});

/** Whether a newer version of the plugin built an object: then this one says nothing about it. */
export const isNewer = (found: K8sObject, version: string): boolean =>
  isManaged(found) && versionOrder(annotationOf(found, builderAnnotation), version) === 'newer';

/**
 * Compares an object with what this version of the plugin builds. Its annotations are not compared:
 * they are its history.
 */
export const compareObject = (
  wanted: Resource,
  found: K8sObject | undefined,
  version: string,
): Comparison => {
  const { kind, manifest } = wanted;
  if (found === undefined)
    return { ...refOf(wanted), state: 'missing', builder: undefined, differences: [] };
  if (isNewer(found, version)) return withoutDifferences(kind, found, 'newer');
  const differences = [
    ...labelDifferences(found, manifest),
    ...contentDifferences(kind, found, manifest),
  ];
  const state = differences.length === 0 ? 'same' : stateOf(found, version);
  return { ...withoutDifferences(kind, found, state), differences };
};

/** Whether this version of the plugin would build the object otherwise. */
export const differs = ({ state }: Comparison): boolean => state !== 'same' && state !== 'newer';
