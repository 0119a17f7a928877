import { apiVersionOf } from '../../../../src/k8s/resource';
import { isRecord } from '../../object';
import type { ResourceDefinition } from '../../resource-definition';
import { resources } from '../../resources';

/** A kind that an adapter watches; `labelSelector` is in its text form, empty for all objects. */
export interface ResourceWatch {
  group: string;
  resource: string;
  labelSelector: string;
}

/** What an adapter gets in its environment (pkg/adapter/apiserver/config.go Config). */
export interface AdapterConfig {
  namespaces: string[];
  allNamespaces: boolean;
  resources: ResourceWatch[];
  mode: string;
}

const isText = (value: unknown): value is string => typeof value === 'string';

const isResourceWatch = (value: unknown): value is ResourceWatch =>
  isRecord(value) && isText(value.group) && isText(value.resource) && isText(value.labelSelector);

/** Reads the configuration that the controller has written into the Deployment. */
export const parseAdapterConfig = (json: string): AdapterConfig => {
  const value: unknown = JSON.parse(json);
  const config = isRecord(value) ? value : {};
  return {
    namespaces: Array.isArray(config.namespaces) ? config.namespaces.filter(isText) : [],
    allNamespaces: config.allNamespaces === true,
    resources: Array.isArray(config.resources) ? config.resources.filter(isResourceWatch) : [],
    mode: isText(config.mode) ? config.mode : 'Reference',
  };
};

/** The served kind behind an `apiVersion` and a `kind`, whatever the case of its letters. */
export const definitionOf = (apiVersion: string, kind: string): ResourceDefinition | undefined =>
  Object.values<ResourceDefinition>(resources).find(
    (one) => apiVersionOf(one.kind) === apiVersion && one.kind.kind === kind,
  );
