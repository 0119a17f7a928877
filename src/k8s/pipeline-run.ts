import type { Param } from './pipeline';
import type { Condition, K8sObject, ResourceKind } from './resource';

export const pipelineRunKind: ResourceKind = {
  apiGroup: 'tekton.dev',
  apiVersion: 'v1',
  kind: 'PipelineRun',
  plural: 'pipelineruns',
  namespaced: true,
  abbr: 'PLR',
  label: 'PipelineRun',
  labelPlural: 'PipelineRuns',
};

export interface PipelineRun extends K8sObject {
  spec?: {
    pipelineRef?: { name?: string };
    params?: Param[];
    /** `Cancelled`, `CancelledRunFinally`, `StoppedRunFinally` or `PipelineRunPending`. */
    status?: string;
    taskRunTemplate?: { serviceAccountName?: string };
  };
  status?: {
    startTime?: string;
    completionTime?: string;
    /** The verdict is the condition `Succeeded`. */
    conditions?: Condition[];
  };
}
