import type { K8sObject } from '../../../src/k8s/resource';
import { resources } from '../resources';
import {
  celInterceptor,
  clusterRole,
  listener,
  listenerRights,
  namespaces,
  source,
  sourceRights,
} from './testing/relay-manifests';
import { TestCluster } from './testing/test-cluster';

const sourceKey = { name: 'image-triggers-images', namespace: 'proof' };
const listenerKey = { name: 'image-triggers', namespace: 'proof' };

const withSink = (sink: object): typeof source => ({
  ...source,
  spec: { ...(source.spec as object), sink },
});

const addressable: K8sObject[] = [
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'addressable-listeners' },
    ...{
      rules: [
        {
          apiGroups: ['triggers.tekton.dev'],
          resources: ['eventlisteners'],
          verbs: ['list', 'watch'],
        },
      ],
    },
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: 'addressable-listeners' },
    ...{
      subjects: [
        { kind: 'ServiceAccount', name: 'eventing-controller', namespace: 'knative-eventing' },
      ],
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: 'addressable-listeners',
      },
    },
  },
];

describe('readiness', () => {
  let cluster: TestCluster;

  beforeEach(async () => {
    cluster = await TestCluster.start();
    await cluster.apply(...namespaces, celInterceptor);
  });

  afterEach(async () => {
    await cluster.close();
  });

  it('of a listener says what its Deployment says, until its account may read all it needs', async () => {
    await cluster.apply(...listenerRights, listener);
    const { message } = await cluster.untilCondition(resources.eventListeners, listenerKey, [
      'Available',
      'False',
    ]);
    expect(message).toBe('Deployment does not have minimum availability.');
    const ready = cluster.store
      .get(resources.eventListeners, listenerKey)
      .status?.conditions?.find(({ type }) => type === 'Ready');
    expect(ready).toMatchObject({
      status: 'False',
      message:
        'Condition Available has status: False with message: Deployment does not have minimum availability.',
    });
    const { pod } = await cluster.untilLogged(
      'cannot list clusterinterceptors, watch clusterinterceptors, list clustertriggerbindings',
    );
    expect(pod).toBe('proof/el-image-triggers');

    await cluster.apply(...clusterRole);
    await cluster.untilCondition(resources.eventListeners, listenerKey, ['Ready', 'True']);
    const { status } = cluster.store.get(resources.eventListeners, listenerKey);
    expect(status?.address?.url).toBe('http://el-image-triggers.proof.svc.cluster.local:8080');
    expect(status?.conditions?.map(({ type }) => type)).toEqual([
      'Available',
      'Deployment',
      'Progressing',
      'Ready',
      'Service',
    ]);
  });

  it('of a source names what its account may not read', async () => {
    await cluster.apply(source);
    const { message } = await cluster.untilCondition(resources.apiServerSources, sourceKey, [
      'SufficientPermissions',
      'False',
    ]);
    expect(message).toBe(
      'User system:serviceaccount:proof:image-triggers-source cannot get, list, watch resource ' +
        '"imagestreams" in API group "image.openshift.io" in Namespace "images"',
    );
    expect(cluster.store.list(resources.deployments)).toEqual([]);

    await cluster.apply(...sourceRights);
    await cluster.untilCondition(resources.apiServerSources, sourceKey, ['Ready', 'True']);
    const { status } = cluster.store.get(resources.apiServerSources, sourceKey);
    expect(status?.sinkUri).toBe('http://el-image-triggers.proof.svc.cluster.local:8080');
    expect(status?.conditions?.map(({ type }) => type)).toEqual([
      'Deployed',
      'OIDCIdentityCreated',
      'Ready',
      'SinkProvided',
      'SufficientPermissions',
    ]);
  });

  it('of a source ends with its sink: a Service that is not there', async () => {
    const sink = { ref: { apiVersion: 'v1', kind: 'Service', name: 'none' } };
    await cluster.apply(...sourceRights, withSink(sink));
    const condition = await cluster.untilCondition(resources.apiServerSources, sourceKey, [
      'Ready',
      'False',
    ]);
    expect(condition).toMatchObject({ reason: 'NotFound' });
  });

  it('says nothing of port 80, where no listener is', async () => {
    await cluster.apply(...listenerRights, ...clusterRole, ...sourceRights, listener);
    await cluster.untilCondition(resources.eventListeners, listenerKey, ['Ready', 'True']);
    const sink = { ref: { apiVersion: 'v1', kind: 'Service', name: 'el-image-triggers' } };
    await cluster.apply(withSink(sink));
    await cluster.untilCondition(resources.apiServerSources, sourceKey, ['Ready', 'True']);
    const { status } = cluster.store.get(resources.apiServerSources, sourceKey);
    expect(status?.sinkUri).toBe('http://el-image-triggers.proof.svc.cluster.local');
    const request = { url: status?.sinkUri ?? '', headers: {}, body: '{}' };
    expect(cluster.chain.deliver(request)).toBeUndefined();
  });

  it('of a source that refers to a listener waits until Knative may read its address', async () => {
    await cluster.apply(...listenerRights, ...clusterRole, ...sourceRights, listener);
    await cluster.untilCondition(resources.eventListeners, listenerKey, ['Ready', 'True']);
    const { apiVersion, kind } = listener;
    await cluster.apply(withSink({ ref: { apiVersion, kind, name: listenerKey.name } }));
    await cluster.untilCondition(resources.apiServerSources, sourceKey, ['SinkProvided', 'False']);
    await cluster.apply(...addressable);
    await cluster.untilCondition(resources.apiServerSources, sourceKey, ['Ready', 'True']);
    const { status } = cluster.store.get(resources.apiServerSources, sourceKey);
    expect(status?.sinkUri).toBe('http://el-image-triggers.proof.svc.cluster.local:8080');
  });

  it('shows in the pods, which carry the labels of their controllers', async () => {
    await cluster.apply(...listenerRights, ...clusterRole, ...sourceRights, listener, source);
    await cluster.untilCondition(resources.eventListeners, listenerKey, ['Ready', 'True']);
    await cluster.untilCondition(resources.apiServerSources, sourceKey, ['Ready', 'True']);
    const pods = () =>
      cluster.store.list(resources.pods).map(({ metadata, status }) => ({
        labels: metadata.labels,
        ready: status?.conditions?.find(({ type }) => type === 'Ready')?.status,
      }));
    const [sourcePod, listenerPod, ...others] = pods();
    expect(others).toEqual([]);
    expect(sourcePod).toEqual({
      ready: 'True',
      labels: {
        'eventing.knative.dev/source': 'apiserver-source-controller',
        'eventing.knative.dev/sourceName': 'image-triggers-images',
      },
    });
    expect(listenerPod).toEqual({
      ready: 'True',
      labels: {
        ...listener.metadata?.labels,
        'app.kubernetes.io/managed-by': 'EventListener',
        'app.kubernetes.io/part-of': 'Triggers',
        eventlistener: 'image-triggers',
      },
    });
    cluster.chain.setListenerRunning('proof', 'image-triggers', false);
    expect(pods().map(({ ready }) => ready)).toEqual(['True', 'False']);
    cluster.chain.setListenerRunning('proof', 'image-triggers', true);
    await cluster.untilCondition(resources.eventListeners, listenerKey, ['Ready', 'True']);
    expect(pods().map(({ ready }) => ready)).toEqual(['True', 'True']);
  });

  it('takes new pods when the Deployment changes, as many as it asks for', async () => {
    await cluster.apply(...listenerRights, ...clusterRole, listener);
    await cluster.untilCondition(resources.eventListeners, listenerKey, ['Ready', 'True']);
    const names = () => cluster.store.list(resources.pods).map(({ metadata }) => metadata.name);
    const [first] = names();
    const replicas = { resources: { kubernetesResource: { replicas: 2 } } };
    await cluster.patch(listener, { spec: replicas });
    const deployment = { name: 'el-image-triggers', namespace: 'proof' };
    await cluster.until(resources.deployments, deployment, ({ status }) => {
      const isDone = names().length === 2 && status?.readyReplicas === 2;
      return isDone ? true : undefined;
    });
    expect(names()).not.toContain(first);
  });

  it('is lost with a pod that somebody deletes, until a new one has taken its place', async () => {
    await cluster.apply(...listenerRights, ...clusterRole, listener);
    await cluster.untilCondition(resources.eventListeners, listenerKey, ['Ready', 'True']);
    const url = 'http://el-image-triggers.proof.svc.cluster.local:8080';
    const isThere = () => cluster.chain.deliver({ url, headers: {}, body: '{}' }) !== undefined;
    expect(isThere()).toBe(true);
    const [pod] = cluster.store.list(resources.pods);
    await cluster.request('DELETE', cluster.pathOf(pod!, pod!.metadata.name));
    expect(isThere()).toBe(false);
    await cluster.untilCondition(resources.eventListeners, listenerKey, ['Available', 'False']);
    await cluster.untilCondition(resources.eventListeners, listenerKey, ['Available', 'True']);
    expect(cluster.store.list(resources.pods)).toHaveLength(1);
    expect(isThere()).toBe(true);
  });

  it('goes with the objects: their Deployments are collected', async () => {
    await cluster.apply(...listenerRights, ...clusterRole, ...sourceRights, listener, source);
    await cluster.untilCondition(resources.apiServerSources, sourceKey, ['Ready', 'True']);
    await cluster.untilCondition(resources.eventListeners, listenerKey, ['Ready', 'True']);
    await cluster.request('DELETE', cluster.pathOf(listener, 'image-triggers'));
    await cluster.request('DELETE', cluster.pathOf(source, 'image-triggers-images'));
    await cluster.untilGone(resources.deployments);
    await cluster.untilGone(resources.services);
    await cluster.untilGone(resources.pods);
    const url = 'http://el-image-triggers.proof.svc.cluster.local:8080';
    expect(cluster.chain.deliver({ url, headers: {}, body: '{}' })).toBeUndefined();
  });
});
