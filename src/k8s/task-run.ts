import type { Condition, K8sObject, ResourceKind } from './resource';

export const taskRunKind: ResourceKind = {
  apiGroup: 'tekton.dev',
  apiVersion: 'v1',
  kind: 'TaskRun',
  plural: 'taskruns',
  namespaced: true,
  abbr: 'TR',
  label: 'TaskRun',
  labelPlural: 'TaskRuns',
};

/** Labels of the TaskRuns of a PipelineRun (tektoncd/pipeline pkg/apis/pipeline/register.go). */
export const taskRunLabels = {
  pipelineRun: 'tekton.dev/pipelineRun',
  task: 'tekton.dev/pipelineTask',
} as const;

export interface TaskRun extends K8sObject {
  status?: {
    startTime?: string;
    completionTime?: string;
    /** The verdict is the condition `Succeeded`. */
    conditions?: Condition[];
  };
}
