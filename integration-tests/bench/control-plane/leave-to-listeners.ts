import assert from 'node:assert/strict';
import type { ControlPlane } from '../../../local/control-plane/control-plane';
import type { K8sObject } from '../../../src/k8s/resource';
import { ApiClient } from '../../scenarios/api-client';
import type { Kind } from '../../scenarios/api-client';
import { interceptors } from './site';

interface Service extends K8sObject {
  readonly spec: { readonly ports: unknown; readonly selector: unknown };
}

const serviceKind: Kind = { apiVersion: 'v1', kind: 'Service', plural: 'services' };

const controllerPods = {
  namespace: 'tekton-pipelines',
  labels: {
    'app.kubernetes.io/name': 'controller',
    'app.kubernetes.io/part-of': 'tekton-pipelines',
  },
};

/**
 * Lets listeners reach the interceptors without the service proxy of this control plane, which is a
 * program, where that of a cluster is the kernel.
 */
const reachInterceptorsDirectly = async (admin: ApiClient): Promise<void> => {
  const key = { namespace: interceptors.namespace, name: 'tekton-triggers-core-interceptors' };
  const service = await admin.get<Service>(serviceKind, key);
  assert.ok(service, 'there is no Service of the interceptors');
  const { ports, selector } = service.spec;
  await admin.remove(serviceKind, key);
  const { apiVersion, kind } = serviceKind;
  const spec = { ports, selector, clusterIP: 'None' };
  await admin.create(serviceKind, { apiVersion, kind, metadata: key, ...{ spec } });
};

/** Leaves the processors of a control plane to listeners and interceptors. */
export const leaveToListeners = async ({ plainUrl, tokens, pods }: ControlPlane): Promise<void> => {
  await reachInterceptorsDirectly(new ApiClient(plainUrl, tokens.admin));
  // The runs only have to be made: what becomes of them would take the processors from the rest.
  await pods.setRunning(controllerPods, false);
};
