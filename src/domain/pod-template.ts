import { isSame } from './changed-rows';
import { isObjectName } from './object-name';
import { tolerationField } from './toleration';
import type { Toleration } from './toleration';
import { isFilled, isLabelName, isLabelValue } from './run-metadata';
import type { MetadataEntry } from './run-metadata';

/** What most pods of runs are told beside their tasks, in the order of the form. */
export const podFields = [
  'nodeSelector',
  'tolerations',
  'pullSecrets',
  'runAsNonRoot',
  'runAsUser',
  'fsGroup',
  'priorityClass',
] as const;
export type PodField = (typeof podFields)[number];

/**
 * The common fields of the pod template of a run (tektoncd/pipeline pkg/apis/pipeline/pod/
 * template.go); a text or a list that is empty leaves to the cluster what it is for.
 */
export interface PodTemplate {
  /** Labels of the nodes. */
  readonly nodeSelector: readonly MetadataEntry[];
  readonly tolerations: readonly Toleration[];
  /** Names of Secrets. */
  readonly pullSecrets: readonly string[];
  readonly runAsNonRoot: boolean;
  /** An id as a decimal number. */
  readonly runAsUser: string;
  /** As `runAsUser`. */
  readonly fsGroup: string;
  readonly priorityClass: string;
}

export const noPodTemplate: PodTemplate = {
  nodeSelector: [],
  tolerations: [],
  pullSecrets: [],
  runAsNonRoot: false,
  runAsUser: '',
  fsGroup: '',
  priorityClass: '',
};

export interface PodProblem {
  readonly code:
    | 'node-label-illegal'
    | 'node-label-twice'
    | 'node-value-illegal'
    | 'toleration-key'
    | 'toleration-value'
    | 'toleration-seconds'
    | 'pull-secret-illegal'
    | 'id-illegal'
    | 'user-is-root'
    | 'priority-class-illegal';
  readonly podField: PodField;
  /** Of the row, from 0; 0 where there are none. */
  readonly index: number;
}

/** Without the rows that nobody has begun to fill. */
export const filledPod = (pod: PodTemplate): PodTemplate => ({
  ...pod,
  nodeSelector: pod.nodeSelector.filter(isFilled),
  tolerations: pod.tolerations.filter((one) => tolerationField(one) !== 'nothing'),
  pullSecrets: pod.pullSecrets.filter((name) => name !== ''),
});

/** What is filled in, the labels of nodes by their names: the API server writes them in that order. */
const saidOf = (pod: PodTemplate): PodTemplate => {
  const filled = filledPod(pod);
  const byName = (a: MetadataEntry, b: MetadataEntry): number => a.name.localeCompare(b.name);
  return { ...filled, nodeSelector: filled.nodeSelector.toSorted(byName) };
};

/** The fields in which two say something else. */
export const changedPodFields = (before: PodTemplate, after: PodTemplate): PodField[] => {
  const [old, next] = [saidOf(before), saidOf(after)];
  return podFields.filter((field) => !isSame(old[field], next[field]));
};

/** Those that say something. */
export const filledPodFields = (pod: PodTemplate): PodField[] =>
  changedPodFields(noPodTemplate, pod);

/** User and group ids (apimachinery pkg/util/validation, IsValidUserID). */
const mostId = 2 ** 31 - 1;

/** Whether a text is the id of a user or a group: a decimal number. */
export const isId = (text: string): boolean =>
  /^(?:0|[1-9]\d{0,9})$/.test(text) && Number(text) <= mostId;

const nodeProblem = (
  { name, value }: MetadataEntry,
  before: readonly MetadataEntry[],
): PodProblem['code'] | undefined => {
  if (!isLabelName(name)) return 'node-label-illegal';
  if (before.some((other) => other.name === name)) return 'node-label-twice';
  return isLabelValue(value) ? undefined : 'node-value-illegal';
};

const tolerationProblem = (toleration: Toleration): PodProblem['code'] | undefined => {
  const field = tolerationField(toleration);
  return field === 'nothing' || field === undefined ? undefined : `toleration-${field}`;
};

const idProblem = (
  pod: PodTemplate,
  field: 'runAsUser' | 'fsGroup',
): PodProblem['code'] | undefined => {
  if (pod[field] !== '' && !isId(pod[field])) return 'id-illegal';
  // A node starts no container then (kubelet, verifyRunAsNonRoot).
  return field === 'runAsUser' && pod.runAsNonRoot && pod.runAsUser === '0'
    ? 'user-is-root'
    : undefined;
};

const isNameOrNothing = (name: string): boolean => name === '' || isObjectName(name);

const codesOf = (pod: PodTemplate, field: PodField): (PodProblem['code'] | undefined)[] => {
  switch (field) {
    case 'nodeSelector':
      return pod.nodeSelector.map((entry, index, all) =>
        isFilled(entry) ? nodeProblem(entry, all.slice(0, index)) : undefined,
      );
    case 'tolerations':
      return pod.tolerations.map(tolerationProblem);
    case 'pullSecrets':
      return pod.pullSecrets.map((name) =>
        isNameOrNothing(name) ? undefined : 'pull-secret-illegal',
      );
    case 'runAsUser':
    case 'fsGroup':
      return [idProblem(pod, field)];
    case 'priorityClass':
      return [isNameOrNothing(pod.priorityClass) ? undefined : 'priority-class-illegal'];
    case 'runAsNonRoot':
      return [];
  }
};

/**
 * What the API server would refuse of the pods, one for each row. Tekton takes any run and only makes
 * no pod for it, so nobody would know before the first push (kubernetes pkg/apis/core/validation).
 */
export const podProblems = (pod: PodTemplate): PodProblem[] =>
  podFields.flatMap((podField) =>
    codesOf(pod, podField).flatMap((code, index) => (code ? [{ code, podField, index }] : [])),
  );
