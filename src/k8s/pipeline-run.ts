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

/**
 * What fills a workspace: exactly one volume (tektoncd/pipeline pkg/apis/pipeline/v1
 * workspace_types.go, WorkspaceBinding). There are more kinds of volumes than these.
 */
export interface WorkspaceBinding {
  name: string;
  subPath?: string;
  emptyDir?: object;
  persistentVolumeClaim?: { claimName: string };
  /** Pipelines makes a claim of it for every run, and deletes it with the run. */
  volumeClaimTemplate?: {
    spec?: {
      accessModes?: string[];
      resources?: { requests?: { storage?: string } };
      storageClassName?: string;
    };
  };
  secret?: { secretName: string };
  configMap?: { name: string };
}

export interface PipelineRun extends K8sObject {
  spec?: {
    pipelineRef?: { name?: string };
    params?: Param[];
    workspaces?: WorkspaceBinding[];
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
