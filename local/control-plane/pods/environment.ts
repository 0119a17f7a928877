import type { KubeClient } from '../api/client';
import { valuesOf } from './stored-values';
import type { Container, EnvVar, Pod } from './pod';

/** What a pod can only be told when it runs. */
export interface PodFacts {
  readonly address: string;
  readonly nodeAddress: string;
  /** Of the API server. */
  readonly api: { readonly host: string; readonly port: number };
}

/** `metadata.labels['KEY']` */
const keyed = /^metadata\.(labels|annotations)\['(.+)'\]$/;

/** The field of a pod that a fieldRef names; empty where there is none. */
export const fieldOf = ({ metadata, spec }: Pod, fieldPath: string, facts: PodFacts): string => {
  const [, map, key = ''] = keyed.exec(fieldPath) ?? [];
  if (map === 'labels') return metadata.labels?.[key] ?? '';
  if (map === 'annotations') return metadata.annotations?.[key] ?? '';
  const fields = new Map([
    ['metadata.name', metadata.name],
    ['metadata.namespace', metadata.namespace],
    ['metadata.uid', metadata.uid],
    ['spec.nodeName', spec.nodeName],
    ['spec.serviceAccountName', spec.serviceAccountName],
    ['status.podIP', facts.address],
    ['status.hostIP', facts.nodeAddress],
  ]);
  return fields.get(fieldPath) ?? '';
};

/** `$(NAME)` of known variables becomes their value, and `$$(NAME)` becomes `$(NAME)`. */
export const expand = (text: string, variables: ReadonlyMap<string, string>): string =>
  text.replace(/\$(\$?)\(([^()$\s]+)\)/g, (whole, escape: string, name: string) =>
    escape === '' ? (variables.get(name) ?? whole) : whole.slice(1),
  );

interface Source {
  readonly client: KubeClient;
  readonly pod: Pod;
  readonly facts: PodFacts;
}

const referred = async (
  { client, pod, facts }: Source,
  { valueFrom = {} }: EnvVar,
): Promise<string | undefined> => {
  const { fieldRef, configMapKeyRef, secretKeyRef } = valueFrom;
  if (fieldRef !== undefined) return fieldOf(pod, fieldRef.fieldPath, facts);
  const ref = configMapKeyRef ?? secretKeyRef;
  if (ref === undefined) return undefined;
  const { name, key, optional } = ref;
  const kind = configMapKeyRef === undefined ? 'secrets' : 'configmaps';
  const namespace = pod.metadata.namespace ?? '';
  const values = await valuesOf(client, { kind, namespace, name, optional });
  if (values[key] === undefined && optional !== true)
    throw new Error(`There is no key ${key} in ${kind} ${namespace}/${name}.`);
  return values[key];
};

/**
 * The environment of a container.
 * @throws Error where it refers to what is not there
 */
export const environmentOf = async (
  source: Source,
  { env = [] }: Container,
): Promise<Map<string, string>> => {
  const { api } = source.facts;
  const variables = new Map([
    ['KUBERNETES_SERVICE_HOST', api.host],
    ['KUBERNETES_SERVICE_PORT', String(api.port)],
    ['HOSTNAME', source.pod.metadata.name],
    ['HOME', '/'],
    ['PATH', '/bin'],
  ]);
  for (const variable of env) {
    const value = variable.valueFrom ? await referred(source, variable) : (variable.value ?? '');
    if (value !== undefined) variables.set(variable.name, expand(value, variables));
  }
  return variables;
};
