import { conditionOf } from '../../../src/k8s/resource';
import { resources } from '../resources';
import { freshImage } from './image/push';
import { lane, template } from './testing/lane-manifests';
import {
  binding,
  celInterceptor,
  clusterRole,
  imageStream,
  listener,
  listenerRights,
  namespaces,
  pipeline,
  source,
  sourceRights,
} from './testing/relay-manifests';
import { TestCluster } from './testing/test-cluster';

const sourceKey = { name: 'image-triggers-images', namespace: 'proof' };
const listenerKey = { name: 'image-triggers', namespace: 'proof' };
const web = imageStream('web');

const [red, blue, green, grey] = ['red', 'blue', 'green', 'grey'].map(freshImage) as [
  ReturnType<typeof freshImage>,
  ReturnType<typeof freshImage>,
  ReturnType<typeof freshImage>,
  ReturnType<typeof freshImage>,
];

describe('the event chain', () => {
  let cluster: TestCluster;

  /** Makes the relay, a stream and four lanes, and waits until source and listener are ready. */
  const connect = async () => {
    await cluster.apply(...namespaces, celInterceptor, ...clusterRole);
    await cluster.apply(...listenerRights, ...sourceRights, pipeline, web);
    await cluster.apply(binding, listener, source, template);
    await cluster.untilCondition(resources.eventListeners, listenerKey, ['Ready', 'True']);
    await cluster.untilCondition(resources.apiServerSources, sourceKey, ['Ready', 'True']);
    const activated = cluster.store.clock.timestamp();
    await cluster.apply(...[0, 1, 2, 3].map((index) => lane(index, activated)));
  };

  const shiftClock = async (offsetSeconds: number) =>
    cluster.request('POST', '/local/clock', { offsetSeconds });

  const relabel = async (team: string) => {
    await cluster.patch(web, { metadata: { labels: { team } } });
  };

  beforeEach(async () => {
    cluster = await TestCluster.start();
    await connect();
  });

  afterEach(async () => {
    await cluster.close();
  });

  it('makes one run of the first push, with its cause, and lets it succeed', async () => {
    await cluster.push('web', 'v1', red);
    const [name = ''] = await cluster.runs();
    const run = cluster.run(name);
    expect(name).toMatch(new RegExp(`^web-lanes-${red.digest.slice(7, 15)}-[0-9]+$`));
    expect(run.metadata.labels).toMatchObject({
      'imagetriggers.dev/trigger': 'web-lanes',
      'triggers.tekton.dev/eventlistener': 'image-triggers',
      'triggers.tekton.dev/trigger': 'web-lanes',
    });
    expect(run.metadata.annotations).toMatchObject({
      'imagetriggers.dev/tag': 'v1',
      'imagetriggers.dev/digest': red.digest,
    });
    expect(run.spec?.params?.[0]).toEqual({
      name: 'IMAGE',
      value: `image-registry.openshift-image-registry.svc:5000/images/web@${red.digest}`,
    });
    await cluster.untilCondition(resources.pipelineRuns, run.metadata, ['Succeeded', 'True']);
    expect(cluster.run(name).status?.completionTime).toBeDefined();
    expect(await cluster.runs()).toEqual([name]);
  });

  it('makes no run of a re-push, a label change or another tag', async () => {
    await cluster.push('web', 'v1', red);
    const first = await cluster.runs();
    await cluster.push('web', 'v1', red);
    await relabel('blue');
    await cluster.push('web', 'dev', blue);
    expect(await cluster.runs()).toEqual(first);
    expect(first).toHaveLength(1);
  });

  it('makes one run each of a retag and a rollback', async () => {
    await cluster.push('web', 'v1', red);
    await shiftClock(2);
    await cluster.push('web', 'v1', blue);
    expect(await cluster.runs()).toHaveLength(2);
    await shiftClock(2);
    await cluster.push('web', 'v1', red);
    const runs = await cluster.runs();
    expect(runs.map((name) => name.split('-')[2])).toEqual(
      [red, blue, red].map(({ digest }) => digest.slice(7, 15)).sort(),
    );
  });

  it('makes a run of each of four tags that are pushed at once', async () => {
    const images = [red, blue, green, grey];
    await Promise.all(images.map((image, index) => cluster.push('web', `v${index}`, image)));
    expect(await cluster.runs()).toHaveLength(4);
    await relabel('blue');
    expect(await cluster.runs()).toHaveLength(4);
  });

  it('makes a run of each of three tags in one update, by oc tag', async () => {
    await Promise.all(
      [red, blue, green].map((image, index) => cluster.push('web', `build-${index}`, image)),
    );
    expect(await cluster.runs()).toEqual([]);
    await shiftClock(2);
    const tags = [red, blue, green].map(({ digest }, index) => ({
      name: `v${index}`,
      from: { kind: 'ImageStreamImage', name: `web@${digest}` },
    }));
    await cluster.patch(web, { spec: { tags } });
    expect(await cluster.runs()).toHaveLength(3);
  });

  it('never sends what happened while the source was down', async () => {
    const running = (isRunning: boolean) =>
      cluster.request('POST', '/local/source', { ...sourceKey, running: isRunning });
    await running(false);
    await cluster.untilCondition(resources.apiServerSources, sourceKey, ['Ready', 'False']);
    await cluster.push('web', 'v1', red);
    await cluster.push('web', 'v2', blue);
    await running(true);
    await cluster.untilCondition(resources.apiServerSources, sourceKey, ['Ready', 'True']);
    expect(await cluster.runs()).toEqual([]);
    await cluster.push('web', 'v3', green);
    expect((await cluster.runs()).length).toBeGreaterThan(0);
  });

  it('makes no run of a push older than the window, whatever changes then', async () => {
    await cluster.request('POST', '/local/source', { ...sourceKey, running: false });
    await cluster.push('web', 'v1', red);
    await cluster.request('POST', '/local/source', { ...sourceKey, running: true });
    await cluster.untilCondition(resources.apiServerSources, sourceKey, ['Ready', 'True']);
    await shiftClock(130);
    await relabel('blue');
    expect(await cluster.runs()).toEqual([]);
  });

  it('makes no run of a push from before the activation', async () => {
    await cluster.request('DELETE', cluster.pathOf(lane(0, ''), 'web-lanes'));
    await cluster.push('web', 'v1', red);
    await shiftClock(2);
    await cluster.apply(lane(0, cluster.store.clock.timestamp()));
    await relabel('blue');
    expect(await cluster.runs()).toEqual([]);
  });

  it('retries while the listener is down, and drops the event in the end', async () => {
    const running = (isRunning: boolean) =>
      cluster.request('POST', '/local/listener', { ...listenerKey, running: isRunning });
    await running(false);
    await cluster.push('web', 'v1', red);
    await cluster.chain.settled();
    await running(true);
    await cluster.untilCondition(resources.eventListeners, listenerKey, ['Ready', 'True']);
    expect(await cluster.runs()).toEqual([]);
    expect(cluster.logs.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^failed to send cloudevent: connect: connection refused \(6x\)/),
    );
  });

  it('answers a request through the service proxy 202 and makes a run of it', async () => {
    await cluster.request('POST', '/local/source', { ...sourceKey, running: false });
    await cluster.push('web', 'v1', red);
    const stream = cluster.store.get(resources.imageStreams, { name: 'web', namespace: 'images' });
    const path = '/api/v1/namespaces/proof/services/http:el-image-triggers:8080/proxy/';
    const response = await fetch(new URL(path, cluster.url), {
      method: 'POST',
      headers: {
        Authorization: 'Bearer admin-token',
        'Content-Type': 'application/json',
        'Ce-Type': 'dev.knative.apiserver.resource.update',
        'Ce-Time': cluster.store.clock.now().toISOString(),
        'Ce-Id': 'by-hand',
      },
      body: JSON.stringify(stream),
    });
    expect(response.status).toBe(202);
    const [name = ''] = await cluster.runs();
    expect(cluster.run(name).metadata.annotations?.['imagetriggers.dev/event-id']).toBe('by-hand');
  });

  it('says only in its log that a run was refused', async () => {
    await cluster.request('DELETE', cluster.pathOf(listenerRights[0]!, 'image-triggers-listener'));
    await cluster.push('web', 'v1', red);
    expect(await cluster.runs()).toEqual([]);
    expect(cluster.logs.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('cannot create resource "pipelineruns" in API group "tekton.dev"'),
    );
  });

  it('says only in its log that the run was there already', async () => {
    await cluster.push('web', 'v1', red);
    await relabel('blue');
    expect(await cluster.runs()).toHaveLength(1);
    expect(cluster.logs.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('already exists'),
    );
  });

  it('fails a run whose Pipeline is missing', async () => {
    await cluster.request('DELETE', cluster.pathOf(pipeline, 'scan'));
    await cluster.push('web', 'v1', red);
    const [name = ''] = await cluster.runs();
    const key = { name, namespace: 'proof' };
    await cluster.untilCondition(resources.pipelineRuns, key, ['Succeeded', 'False']);
    expect(conditionOf(cluster.run(name).status?.conditions, 'Succeeded')).toMatchObject({
      reason: 'CouldntGetPipeline',
    });
  });
});
