import { conditionOf, type Condition, type K8sObject } from '../../src/k8s/resource';
import { fieldOf, isRecord } from './object';
import type { Column } from './resource-definition';

const statusOf = (object: K8sObject): Record<string, unknown> => {
  const status = fieldOf(object, 'status');
  return isRecord(status) ? status : {};
};

const isCondition = (value: unknown): value is Condition =>
  isRecord(value) && typeof value.type === 'string' && typeof value.status === 'string';

const succeededOf = (object: K8sObject): Condition | undefined => {
  const { conditions } = statusOf(object);
  return Array.isArray(conditions)
    ? conditionOf(conditions.filter(isCondition), 'Succeeded')
    : undefined;
};

/** tektoncd/pipeline config/300-crds/300_pipelinerun.yaml and 300_taskrun.yaml. */
export const runColumns: readonly Column[] = [
  { name: 'Succeeded', type: 'string', value: (run) => succeededOf(run)?.status },
  { name: 'Reason', type: 'string', value: (run) => succeededOf(run)?.reason },
  { name: 'StartTime', type: 'date', value: (run) => statusOf(run).startTime },
  { name: 'CompletionTime', type: 'date', value: (run) => statusOf(run).completionTime },
];

/** openshift-apiserver pkg/image/printers/internalversion/printer.go. */
export const imageColumns: readonly Column[] = [
  {
    name: 'Image Reference',
    type: 'string',
    value: (image) => fieldOf(image, 'dockerImageReference'),
  },
];

/** What a kind without columns of its own shows after the name. */
export const ageColumn: Column = {
  name: 'Age',
  type: 'date',
  value: ({ metadata }) => metadata?.creationTimestamp,
};
