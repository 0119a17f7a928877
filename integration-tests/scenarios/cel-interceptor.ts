import assert from 'node:assert/strict';
import type { K8sObject } from '../../src/k8s/resource';
import type { TriggerInterceptor } from '../../src/k8s/trigger';
import type { ApiClient, Kind } from './api-client';

/** Has no type in the plugin, which only names it. */
export const clusterInterceptorKind: Kind = {
  apiGroup: 'triggers.tekton.dev',
  apiVersion: 'v1alpha1',
  kind: 'ClusterInterceptor',
  plural: 'clusterinterceptors',
};

interface ClusterInterceptor extends K8sObject {
  spec?: {
    clientConfig?: {
      service?: { namespace: string; name: string; port?: number; path?: string };
    };
  };
}

/** An event on its way through the interceptors of a lane. */
export interface InterceptedEvent {
  readonly header: Readonly<Record<string, string>>;
  readonly body: object;
  /** What the interceptors before have added. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** The answer of an interceptor (tektoncd/triggers pkg/apis/triggers/v1beta1 InterceptorResponse). */
export interface Verdict {
  readonly continue: boolean;
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly status?: { readonly code?: number; readonly message?: string };
}

/** Codes of google.rpc that a verdict can have: the expression failed, or it was not true. */
export const verdictCodes = { failed: 3, notTrue: 9 } as const;

/** Asks the cluster's CEL interceptor, as a listener does. */
export type AskCel = (interceptor: TriggerInterceptor, event: InterceptedEvent) => Promise<Verdict>;

/** A way to the cluster's own CEL interceptor, through the proxy of its Service. */
export const celInterceptorOf = async (client: ApiClient): Promise<AskCel> => {
  const found = await client.get<ClusterInterceptor>(clusterInterceptorKind, { name: 'cel' });
  const service = found?.spec?.clientConfig?.service;
  assert.ok(service, 'there is a ClusterInterceptor cel with a Service');
  const { namespace, name, port = 8443, path = '' } = service;
  const key = { namespace, name: `https:${name}:${port}` };
  return ({ params = [] }, { header, body, extensions }) =>
    client.postToService<Verdict>(key, path, {
      body: JSON.stringify(body),
      header: Object.fromEntries(Object.entries(header).map(([key, value]) => [key, [value]])),
      extensions,
      interceptor_params: Object.fromEntries(params.map((param) => [param.name, param.value])),
      context: { event_id: 'scenario', trigger_id: `namespaces/${namespace}/triggers/scenario` },
    });
};
