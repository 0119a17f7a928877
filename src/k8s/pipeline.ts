import type { K8sObject, ResourceKind } from './resource';

export const pipelineKind: ResourceKind = {
  apiGroup: 'tekton.dev',
  apiVersion: 'v1',
  kind: 'Pipeline',
  plural: 'pipelines',
  namespaced: true,
  abbr: 'PL',
  label: 'Pipeline',
  labelPlural: 'Pipelines',
};

export type ParamValue = string | string[] | Record<string, string>;

/** A declared parameter (tektoncd/pipeline pkg/apis/pipeline/v1 ParamSpec). */
export interface ParamSpec {
  name: string;
  /** `string` where it is absent. */
  type?: 'string' | 'array' | 'object';
  description?: string;
  default?: ParamValue;
  /** The keys of an object; every one of them is needed. */
  properties?: Record<string, { type?: string }>;
  /** What a text may be. */
  enum?: string[];
}

export interface Param {
  name: string;
  value: ParamValue;
}

export interface PipelineTask {
  name: string;
  params?: Param[];
  taskRef?: { name: string; kind?: string };
  taskSpec?: {
    params?: ParamSpec[];
    steps: {
      name: string;
      image: string;
      env?: { name: string; value: string }[];
      script?: string;
    }[];
  };
  runAfter?: string[];
}

export interface PipelineWorkspace {
  name: string;
  description?: string;
  optional?: boolean;
}

export interface Pipeline extends K8sObject {
  spec?: {
    description?: string;
    params?: ParamSpec[];
    workspaces?: PipelineWorkspace[];
    tasks?: PipelineTask[];
  };
}
