import { randomUUID } from 'node:crypto';
import type { K8sObject } from '../../../../src/k8s/resource';
import type { Stored } from '../../object';
import type { ResourceDefinition } from '../../resource-definition';

export type Change = 'add' | 'update' | 'delete';

/** What changed in the cluster, before it is an event. */
export interface ObjectChange {
  change: Change;
  definition: ResourceDefinition;
  object: Stored;
}

/** A CloudEvent in binary mode: its attributes are headers. */
export interface CloudEvent {
  headers: Record<string, string>;
  body: string;
}

const referenceTo = ({ apiVersion, kind, metadata = {} }: K8sObject): K8sObject => ({
  ...(kind === undefined ? {} : { kind }),
  ...(apiVersion === undefined ? {} : { apiVersion }),
  ...{ namespace: metadata.namespace, name: metadata.name },
});

/**
 * The event of a change, with an id and the time of its making by the adapter's clock
 * (knative/eventing pkg/adapter/apiserver/events/events.go makeEvent).
 */
export const cloudEventOf = (
  { change, definition, object }: ObjectChange,
  { mode, now }: { mode: string; now: Date },
): CloudEvent => {
  const { apiVersion, kind, metadata } = object;
  const namespace = metadata.namespace ?? '';
  const payload = mode === 'Resource' ? 'resource' : 'ref';
  return {
    headers: {
      'Ce-Id': randomUUID(),
      'Ce-Specversion': '1.0',
      'Ce-Source': 'https://172.30.0.1:443',
      'Ce-Type': `dev.knative.apiserver.${payload}.${change}`,
      'Ce-Subject': `/apis/${apiVersion}/namespaces/${namespace}/${definition.kind.plural}/${metadata.name}`,
      'Ce-Time': now.toISOString(),
      'Ce-Apiversion': apiVersion,
      'Ce-Kind': kind,
      'Ce-Name': metadata.name,
      'Ce-Namespace': namespace,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(mode === 'Resource' ? object : referenceTo(object)),
  };
};
