import { Outage } from '../../outage';
import { resources } from '../../resources';
import { people, serviceAccountUser, type User } from '../../rbac/user';
import { imageStream, namespaces } from '../testing/relay-manifests';
import { TestCluster } from '../testing/test-cluster';
import { shortDelays } from '../context';
import { Timers } from '../timers';
import { WorkInProgress } from '../work-in-progress';
import { Adapter } from './adapter';
import type { CloudEvent } from './cloud-event';
import type { AdapterConfig } from './config';

const imageStreams = { group: 'image.openshift.io', resource: 'imagestreams', labelSelector: '' };

describe('an adapter', () => {
  const timers = new Timers();
  const work = new WorkInProgress();
  const outage = new Outage();
  const sent: CloudEvent[] = [];
  let cluster: TestCluster;
  let adapter: Adapter | undefined;

  beforeEach(async () => {
    sent.length = 0;
    cluster = await TestCluster.start();
    await cluster.apply(...namespaces);
  });

  afterEach(async () => {
    adapter?.stop();
    await cluster.close();
  });

  const startAdapter = (config: Partial<AdapterConfig>, account: User = people.admin) => {
    const { store, authorizer } = cluster;
    const log = () => undefined;
    const context = { store, authorizer, outage, timers, delays: shortDelays, log };
    adapter = new Adapter(context, {
      pod: 'proof/adapter',
      account,
      config: {
        namespaces: ['images'],
        allNamespaces: false,
        resources: [imageStreams],
        mode: 'Resource',
        ...config,
      },
      sinkUri: 'http://sink',
      transport: (_, event) => {
        sent.push(event);
        return 202;
      },
      work,
    });
  };

  const types = async () => {
    await work.settled();
    return sent.map(({ headers }) => headers['Ce-Type']?.split('.').at(-1));
  };

  const inProof = (name: string) => {
    const stream = imageStream(name);
    return { ...stream, metadata: { ...stream.metadata, namespace: 'proof' } };
  };

  it('sends what changes in its namespaces while it runs, and nothing that exists', async () => {
    await cluster.apply(imageStream('before'));
    startAdapter({});
    await cluster.apply(imageStream('web'), inProof('elsewhere'));
    await cluster.patch(imageStream('web'), { metadata: { labels: { a: 'b' } } });
    await cluster.request('DELETE', cluster.pathOf(imageStream('web'), 'web'));
    expect(await types()).toEqual(['add', 'update', 'delete']);
    expect(new Set(sent.map(({ headers }) => headers['Ce-Name']))).toEqual(new Set(['web']));
  });

  it('sends the whole object under the headers of the real one', async () => {
    startAdapter({});
    await cluster.apply(imageStream('web'));
    await work.settled();
    expect(sent[0]?.headers).toEqual({
      'Ce-Id': expect.stringMatching(/^[-0-9a-f]{36}$/) as string,
      'Ce-Specversion': '1.0',
      'Ce-Source': 'https://172.30.0.1:443',
      'Ce-Type': 'dev.knative.apiserver.resource.add',
      'Ce-Subject': '/apis/image.openshift.io/v1/namespaces/images/imagestreams/web',
      'Ce-Time': expect.stringMatching(/Z$/) as string,
      'Ce-Apiversion': 'image.openshift.io/v1',
      'Ce-Kind': 'ImageStream',
      'Ce-Name': 'web',
      'Ce-Namespace': 'images',
      'Content-Type': 'application/json',
    });
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual(
      cluster.store.get(resources.imageStreams, { name: 'web', namespace: 'images' }),
    );
  });

  it('sends a reference only in mode Reference', async () => {
    startAdapter({ mode: 'Reference' });
    await cluster.apply(imageStream('web'));
    await work.settled();
    expect(sent[0]?.headers['Ce-Type']).toBe('dev.knative.apiserver.ref.add');
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
      kind: 'ImageStream',
      apiVersion: 'image.openshift.io/v1',
      namespace: 'images',
      name: 'web',
    });
  });

  it('sees an object come and go with its labels', async () => {
    startAdapter({ resources: [{ ...imageStreams, labelSelector: 'team=web' }] });
    await cluster.apply(imageStream('web'));
    const web = imageStream('web');
    await cluster.patch(web, { metadata: { labels: { team: 'web' } } });
    await cluster.patch(web, { metadata: { labels: { tier: 'front' } } });
    await cluster.patch(web, { metadata: { labels: { team: 'none' } } });
    expect(await types()).toEqual(['add', 'update', 'delete']);
  });

  it('sends nothing of what changes while the API server is away, and then goes on', async () => {
    startAdapter({});
    const push = (name: string) =>
      cluster.store.create(resources.imageStreams, {
        metadata: { name, namespace: 'images' },
      });
    const back = outage.strike(1);
    push('meanwhile');
    await back;
    push('too-early');
    await timers.wait(2 * shortDelays.rewatch);
    push('after');
    await work.settled();
    expect(sent.map(({ headers }) => headers['Ce-Name'])).toEqual(['after']);
  });

  it('watches a kind of the cluster only where a ClusterRoleBinding lets it, and from then on', async () => {
    const name = 'image-reader';
    const rbac = {
      apiGroup: 'rbac.authorization.k8s.io',
      apiVersion: 'rbac.authorization.k8s.io/v1',
    };
    const bound = (kind: 'RoleBinding' | 'ClusterRoleBinding') => ({
      apiVersion: rbac.apiVersion,
      kind,
      metadata: { name, ...(kind === 'RoleBinding' && { namespace: 'proof' }) },
      subjects: [{ kind: 'ServiceAccount', name, namespace: 'proof' }],
      roleRef: { apiGroup: rbac.apiGroup, kind: 'ClusterRole', name },
    });
    const rules = [{ apiGroups: ['image.openshift.io'], resources: ['images'], verbs: ['*'] }];
    const role = { apiVersion: rbac.apiVersion, kind: 'ClusterRole', metadata: { name }, rules };
    await cluster.apply(role, bound('RoleBinding'));
    const images = { group: 'image.openshift.io', resource: 'images', labelSelector: '' };
    startAdapter({ resources: [images] }, serviceAccountUser('proof', name));
    const push = (image: string) =>
      cluster.store.create(resources.images, { metadata: { name: image } });
    push('refused');
    await cluster.apply(bound('ClusterRoleBinding'));
    push('allowed');
    await cluster.request('DELETE', cluster.pathOf(bound('ClusterRoleBinding'), name));
    push('still-watched');
    await work.settled();
    expect(sent.map(({ headers }) => headers['Ce-Name'])).toEqual(['allowed', 'still-watched']);
  });

  it('sends nothing any more once it has stopped', async () => {
    startAdapter({ allNamespaces: true, namespaces: [] });
    await cluster.apply(inProof('first'));
    await work.settled();
    adapter?.stop();
    await cluster.apply(inProof('second'));
    expect(await types()).toEqual(['add']);
  });
});
