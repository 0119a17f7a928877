import { setTimeout } from 'node:timers/promises';
import { startControlPlane } from '../../local/control-plane/control-plane';
import type { ControlPlane } from '../../local/control-plane/control-plane';
import { listenerClusterRoleBindingManifest } from '../../src/domain/manifests/role-binding';
import { listenerClusterRoleManifest } from '../../src/domain/manifests/role';
import { clusterRoleBindingKind } from '../../src/k8s/role-binding';
import { clusterRoleKind } from '../../src/k8s/role';
import { ApiClient } from './api-client';
import { installUserRoles } from './chart-roles';
import type {
  ClusterUnderTest,
  ListenerRef,
  Person,
  PersonName,
  SourceRef,
} from './cluster-under-test';
import type { Turns } from './turns';

/** The labels of an adapter's pods (knative/eventing pkg/reconciler/apiserversource/resources). */
const adapterOf = ({ namespace, name }: SourceRef) => ({
  namespace,
  labels: {
    'eventing.knative.dev/source': 'apiserver-source-controller',
    'eventing.knative.dev/sourceName': name,
  },
});

/** The label of a listener's pods (tektoncd/triggers pkg/reconciler/eventlistener/resources). */
const podsOf = ({ namespace, name }: ListenerRef) => ({
  namespace,
  labels: { eventlistener: name },
});

/** What must be known of a control plane, whichever process it is of. */
interface Reached {
  readonly plainUrl: string;
  readonly tokens: Readonly<Record<PersonName, string>>;
  readonly pods: Pick<ControlPlane['pods'], 'setRunning'>;
  readonly services: {
    setFailing(service: string, isFailing: boolean): Promise<void> | void;
  };
  restartApiServer(): Promise<void>;
}

/** The real components, on a control plane that runs already. */
export const onControlPlane = (
  controlPlane: Reached,
  close: () => Promise<void>,
): ClusterUnderTest => {
  const { plainUrl, tokens, pods, services } = controlPlane;
  const personOf = (name: PersonName): Person => ({
    token: tokens[name],
    subject: { kind: 'User', name, apiGroup: 'rbac.authorization.k8s.io' },
  });
  return {
    name: 'control plane',
    url: plainUrl,
    people: {
      admin: personOf('admin'),
      'namespace-admin': personOf('namespace-admin'),
      editor: personOf('editor'),
      viewer: personOf('viewer'),
    },
    isThrownAway: true,
    // Only what fails waits so long: its processes share the machine with whatever else runs.
    patienceMs: 180_000,
    // Its clock is the machine's: it is awaited, not moved.
    later: (seconds) => setTimeout(1_000 * seconds),
    stopSource: (source) => pods.setRunning(adapterOf(source), false),
    startSource: (source) => pods.setRunning(adapterOf(source), true),
    setListener: async (listener, state) => {
      const { namespace, name } = listener;
      await pods.setRunning(podsOf(listener), state !== 'down');
      await services.setFailing(`el-${name}.${namespace}`, state === 'failing');
    },
    restartApiServer: () => controlPlane.restartApiServer(),
    close,
  };
};

/** The control plane of another process, reached as its admin. */
export const controlPlaneAt = (plainUrl: string, tokens: Reached['tokens']): ClusterUnderTest => {
  const ask = async (path: string, body: object): Promise<void> => {
    const response = await fetch(`${plainUrl}/local/${path}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${tokens.admin}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`/local/${path}: ${await response.text()}`);
  };
  const reached: Reached = {
    plainUrl,
    tokens,
    pods: { setRunning: (choice, running) => ask('pods', { ...choice, running }) },
    services: { setFailing: (service, failing) => ask('services', { service, failing }) },
    restartApiServer: () => ask('api-server', {}),
  };
  // Whose console is looked at, with all projects in its lists.
  return { ...onControlPlane(reached, () => Promise.resolve()), isThrownAway: false };
};

/** What the plugin's chart installs once for all listeners, and for the members of projects. */
const installChartRoles = async ({ plainUrl, tokens }: ControlPlane): Promise<void> => {
  const admin = new ApiClient(plainUrl, tokens.admin);
  await admin.create(clusterRoleKind, listenerClusterRoleManifest());
  await admin.create(clusterRoleBindingKind, listenerClusterRoleBindingManifest());
  await installUserRoles(admin);
};

/** Starts a control plane with what a cluster admin installs for the plugin. */
export const startReadyControlPlane = async (): Promise<ControlPlane> => {
  const startedAt = performance.now();
  const controlPlane = await startControlPlane();
  await installChartRoles(controlPlane);
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  console.log(`The control plane is ready after ${seconds} s; logs: ${controlPlane.folder}`);
  return controlPlane;
};

/** From so many seconds on, others can do something meanwhile. */
const longWait = 30;

/**
 * Starts one control plane, which all share, and ends it with the last of them.
 * @param turns of those who work on it, which are left by who waits for its clock
 */
export const sharedControlPlane = (turns: Turns): (() => Promise<ClusterUnderTest>) => {
  let started: Promise<ControlPlane> | undefined;
  let users = 0;
  return async () => {
    users += 1;
    started ??= startReadyControlPlane();
    const controlPlane = await started;
    const cluster = onControlPlane(controlPlane, async () => {
      users -= 1;
      if (users === 0) await controlPlane.close();
    });
    return {
      ...cluster,
      later: (seconds) => {
        const wait = (): Promise<void> => cluster.later(seconds);
        return seconds < longWait ? wait() : turns.leave(wait);
      },
    };
  };
};
