import type { EventListener } from '../../../../src/k8s/event-listener';
import type { Condition } from '../../../../src/k8s/resource';
import { fieldOf, isRecord, type Stored } from '../../object';
import { resources } from '../../resources';
import type { Store } from '../../store';
import type { ChainContext } from '../context';
import { withVerdicts, type Verdict } from '../workload/conditions';
import { controllerOf, deploymentSpec } from '../workload/deployment';
import { ensure, reconcileOwners, report } from '../workload/reconcile';

const image = 'registry.redhat.io/openshift-pipelines/pipelines-triggers-eventlistenersink-rhel9';

const port = 8080;
const metricsPort = 9000;

const labelsOf = ({ metadata }: Stored<EventListener>): Record<string, string> => ({
  'app.kubernetes.io/managed-by': 'EventListener',
  'app.kubernetes.io/part-of': 'Triggers',
  eventlistener: metadata.name,
});

/**
 * The first condition that is not True decides (v1beta1 event_listener_types.go SetReadyCondition).
 * The real one is True for the moment that a new Deployment has no conditions; here it is False.
 */
const readiness = (verdicts: readonly Verdict[]): Verdict => {
  if (!verdicts.some(({ type }) => type === 'Available')) {
    return { type: 'Ready', status: 'False' };
  }
  const order = ['Service', 'Deployment', 'Progressing', 'Available'];
  const worst = order
    .map((type) => verdicts.find((verdict) => verdict.type === type))
    .find((verdict) => verdict !== undefined && verdict.status !== 'True');
  return worst === undefined
    ? { type: 'Ready', status: 'True', message: 'EventListener is ready' }
    : {
        type: 'Ready',
        status: 'False',
        message: `Condition ${worst.type} has status: ${worst.status} with message: ${worst.message ?? ''}`,
      };
};

const verdictsOf = (deployed: readonly Condition[]): Verdict[] => {
  const verdicts: Verdict[] = [
    ...deployed.map(({ type, status, reason, message }) => ({ type, status, reason, message })),
    { type: 'Deployment', status: 'True', message: 'Deployment exists' },
    { type: 'Service', status: 'True', message: 'Service exists' },
  ];
  return [...verdicts, readiness(verdicts)];
};

/** What the listener says of its pod's environment, which its Deployment takes over. */
const environmentIn = ({ spec = {} }: EventListener): unknown[] => {
  const path = ['resources', 'kubernetesResource', 'spec', 'template', 'spec', 'containers', '0'];
  const container = path.reduce<unknown>(
    (value, field) => (typeof value === 'object' && value !== null ? fieldOf(value, field) : value),
    spec,
  );
  const env: unknown = isRecord(container) ? container.env : [];
  return Array.isArray(env) ? env : [];
};

const deploy = (store: Store, listener: Stored<EventListener>): readonly Condition[] => {
  const { name, namespace = '' } = listener.metadata;
  const labels = labelsOf(listener);
  const metadata = {
    name: `el-${name}`,
    namespace,
    labels: { ...listener.metadata.labels, ...labels },
    ownerReferences: [controllerOf(listener)],
  };
  // pkg/reconciler/eventlistener/resources container.go MakeContainer, deployment.go MakeDeployment.
  const args = [`--el-name=${name}`, `--el-namespace=${namespace}`, `--port=${port}`];
  const spec = deploymentSpec(
    {
      labels,
      podLabels: listener.metadata.labels,
      serviceAccountName: listener.spec?.serviceAccountName ?? 'default',
      container: {
        name: 'event-listener',
        image,
        args,
        env: environmentIn(listener),
        ports: [
          { containerPort: port, protocol: 'TCP' },
          { containerPort: metricsPort, protocol: 'TCP' },
        ],
      },
    },
    listener.spec?.resources?.kubernetesResource?.replicas ?? 1,
  );
  const ports = [
    { name: 'http-listener', port, protocol: 'TCP', targetPort: port },
    { name: 'http-metrics', port: metricsPort, protocol: 'TCP', targetPort: metricsPort },
  ];
  ensure(store, resources.services, { metadata, spec: { selector: labels, ports } });
  return ensure(store, resources.deployments, { metadata, spec }).status?.conditions ?? [];
};

/**
 * Makes the Deployment and the Service of every EventListener and reports their state
 * (tektoncd/triggers pkg/reconciler/eventlistener/eventlistener.go ReconcileKind).
 *
 * @returns the function that ends it
 */
export const startEventListenerController = (context: ChainContext): (() => void) => {
  const { store } = context;
  return reconcileOwners(context, resources.eventListeners, {
    reconcile: (listener) => {
      const { name, namespace = '' } = listener.metadata;
      const deployed = deploy(store, listener);
      report(store, resources.eventListeners, {
        key: listener.metadata,
        status: (current): EventListener['status'] & object => ({
          address: { url: `http://el-${name}.${namespace}.svc.cluster.local:${port}` },
          configuration: { generatedName: `el-${name}` },
          conditions: withVerdicts(
            current.status?.conditions,
            verdictsOf(deployed),
            store.clock.timestamp(),
          ),
        }),
      });
    },
  });
};
