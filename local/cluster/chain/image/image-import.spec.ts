import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { K8sObject } from '../../../../src/k8s/resource';
import { resources } from '../../resources';
import { imageStream, namespaces } from '../testing/relay-manifests';
import { TestCluster } from '../testing/test-cluster';
import { freshImage, type PushedImage } from './push';

const manifestType = 'application/vnd.docker.distribution.manifest.v2+json';

/** An HTTP server that has the manifests of some paths, and refuses some. */
const startRegistry = async (
  manifests: Readonly<Record<string, PushedImage>>,
  refusals: Readonly<Record<string, { code: number; body: string }>>,
): Promise<{ server: Server; host: string }> => {
  const server = createServer(({ url = '' }, response) => {
    const tag = url.replace('/v2/vendor/web/manifests/', '');
    const manifest = manifests[tag]?.manifest;
    const refusal = refusals[tag] ?? {
      code: 404,
      body: '{"errors":[{"code":"MANIFEST_UNKNOWN"}]}',
    };
    response.writeHead(manifest === undefined ? refusal.code : 200, {
      'Content-Type': manifestType,
    });
    response.end(manifest ?? refusal.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, host: `127.0.0.1:${port}` };
};

describe('an ImageStreamImport', () => {
  const red = freshImage('red');
  const blue = freshImage('blue');
  let cluster: TestCluster;
  let registry: { server: Server; host: string };

  beforeEach(async () => {
    cluster = await TestCluster.start();
    await cluster.apply(...namespaces, imageStream('web'));
    registry = await startRegistry(
      { v1: red, v2: blue },
      { secret: { code: 401, body: '' }, page: { code: 404, body: '<html>' } },
    );
  });

  afterEach(async () => {
    await cluster.close();
    registry.server.closeAllConnections();
    registry.server.close();
  });

  const importTags = (tags: readonly string[], insecure = true, name = 'web') => {
    const images = tags.map((tag) => ({
      from: { kind: 'DockerImage', name: `${registry.host}/vendor/web:${tag}` },
      to: { name: tag },
      importPolicy: { insecure },
    }));
    const object: K8sObject = {
      apiVersion: 'image.openshift.io/v1',
      kind: 'ImageStreamImport',
      metadata: { name, namespace: 'images' },
      ...{ spec: { import: true, images } },
    };
    return cluster.request('POST', cluster.pathOf(object), object);
  };

  const stream = (name = 'web') =>
    cluster.store.get(resources.imageStreams, { name, namespace: 'images' });

  it('puts the images at the heads of their tags, in one update', async () => {
    const versions: string[] = [];
    cluster.store.watch(({ object }) => {
      if (object.kind === 'ImageStream') versions.push(object.metadata.resourceVersion);
    });
    const { code } = await importTags(['v1', 'v2']);
    expect(code).toBe(201);
    expect(stream().status?.tags).toMatchObject([
      { tag: 'v1', items: [{ image: red.digest }] },
      { tag: 'v2', items: [{ image: blue.digest }] },
    ]);
    expect(stream().spec?.tags).toMatchObject([
      { name: 'v1', from: { kind: 'DockerImage', name: `${registry.host}/vendor/web:v1` } },
      { name: 'v2', importPolicy: { insecure: true } },
    ]);
    expect(versions).toHaveLength(1);
  });

  it('leaves the stream alone where nothing changed', async () => {
    await importTags(['v1']);
    const { resourceVersion } = stream().metadata;
    await importTags(['v1']);
    expect(stream().metadata.resourceVersion).toBe(resourceVersion);
  });

  it('makes the stream that is not there, with its tags', async () => {
    await importTags(['v1'], true, 'new');
    expect(stream('new').status?.tags).toMatchObject([
      { tag: 'v1', items: [{ image: red.digest }] },
    ]);
  });

  it('moves the aliases of an imported tag with it', async () => {
    const alias = { name: 'stable', from: { kind: 'ImageStreamTag', name: 'v1' } };
    await cluster.patch(imageStream('web'), { spec: { tags: [alias] } });
    await importTags(['v1']);
    expect(stream().status?.tags).toMatchObject([
      { tag: 'stable', items: [{ image: red.digest }] },
      { tag: 'v1', items: [{ image: red.digest }] },
    ]);
  });

  it.each([
    {
      tag: 'none',
      insecure: true,
      reason: 'NotFound',
      message: /^dockerimage\.image\.openshift\.io ".*\/vendor\/web:none" not found$/,
    },
    {
      tag: 'secret',
      insecure: true,
      reason: 'Unauthorized',
      message: /^you may not have access to the container image ".*:secret"$/,
    },
    { tag: 'page', insecure: true, reason: 'InternalError', message: /:page: .*404$/ },
    { tag: 'v1', insecure: false, reason: 'InternalError', message: /fetch failed$/ },
  ])('says why $tag failed: $reason', async ({ tag, insecure, reason, message }) => {
    const { code } = await importTags([tag], insecure);
    expect(code).toBe(201);
    const text = expect.stringMatching(message) as string;
    const condition = { type: 'ImportSuccess', status: 'False', reason, message: text };
    expect(stream().status?.tags).toMatchObject([{ tag, items: null, conditions: [condition] }]);
  });

  it('takes the failure of a tag back when its import succeeds', async () => {
    await importTags(['v1'], false);
    await importTags(['v1']);
    const [list] = stream().status?.tags ?? [];
    expect(list).toMatchObject({ tag: 'v1', items: [{ image: red.digest }] });
    expect(list?.conditions).toBeUndefined();
  });

  it('refuses an import of nothing', async () => {
    const { code, body } = await importTags([]);
    expect(code).toBe(422);
    expect(body).toMatchObject({ reason: 'Invalid' });
  });
});
