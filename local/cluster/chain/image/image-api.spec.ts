import type { ImageStream } from '../../../../src/k8s/image-stream';
import { resources } from '../../resources';
import { imageStream, namespaces } from '../testing/relay-manifests';
import { TestCluster } from '../testing/test-cluster';
import { freshImage, mappingOf } from './push';

const web = imageStream('web');
const red = freshImage('red');
const blue = freshImage('blue');
const base = '/apis/image.openshift.io/v1/namespaces/images';

describe('the image API', () => {
  let cluster: TestCluster;

  beforeEach(async () => {
    cluster = await TestCluster.start();
    await cluster.apply(...namespaces, web);
  });

  afterEach(async () => {
    await cluster.close();
  });

  const stream = () =>
    cluster.store.get(resources.imageStreams, { name: 'web', namespace: 'images' });

  const imagesOf = (tag: string) =>
    stream()
      .status?.tags?.find((one) => one.tag === tag)
      ?.items?.map(({ image }) => image);

  it('puts a push at the head of its tag and keeps the Image', async () => {
    await cluster.push('web', 'v1', red);
    await cluster.push('web', 'v1', blue);
    expect(imagesOf('v1')).toEqual([blue.digest, red.digest]);
    expect(stream().status?.tags?.[0]?.items?.[0]).toMatchObject({
      dockerImageReference: `image-registry.openshift-image-registry.svc:5000/images/web@${blue.digest}`,
      created: expect.stringMatching(/^[-0-9]+T[:0-9]+Z$/) as string,
    });
    expect(cluster.store.list(resources.images).map(({ metadata }) => metadata.name)).toEqual(
      [red.digest, blue.digest].sort(),
    );
  });

  it('leaves the stream alone on a push of what the tag has', async () => {
    await cluster.push('web', 'v1', red);
    const { resourceVersion } = stream().metadata;
    await cluster.push('web', 'v1', red);
    expect(stream().metadata.resourceVersion).toBe(resourceVersion);
  });

  it('moves aliases of the same stream in the update of their source', async () => {
    const alias = { name: 'stable', from: { kind: 'ImageStreamTag', name: 'v1' } };
    await cluster.patch(web, { spec: { tags: [alias] } });
    const versions: string[] = [];
    cluster.store.watch(({ object }) => {
      if (object.kind === 'ImageStream') {
        versions.push(object.metadata.resourceVersion);
      }
    });
    await cluster.push('web', 'v1', red);
    expect([imagesOf('v1'), imagesOf('stable')]).toEqual([[red.digest], [red.digest]]);
    expect(versions).toHaveLength(1);
  });

  it.each([
    {
      what: 'a missing stream',
      push: { stream: 'none', image: red },
      refusal: { code: 404, message: 'imagestreams.image.openshift.io "none" not found' },
    },
    {
      what: 'an image without a digest',
      push: { stream: 'web', image: { digest: 'red' } },
      refusal: { code: 400, message: 'an image needs a manifest, or its digest as its name' },
    },
    {
      what: 'a stream whose name is too long for a pull spec',
      push: { stream: 'x'.repeat(202), image: red },
      refusal: {
        code: 422,
        message: expect.stringMatching(/must not be more than 255 characters$/) as string,
      },
    },
  ])('refuses a push to $what', async ({ push, refusal }) => {
    await cluster.apply(imageStream('x'.repeat(202)));
    const object = mappingOf({ namespace: 'images', tag: 'v1', ...push });
    const { code, body } = await cluster.request('POST', cluster.pathOf(object), object);
    expect(code).toBe(refusal.code);
    expect(body).toMatchObject(refusal);
    expect(cluster.store.list(resources.images)).toEqual([]);
  });

  it('keeps nothing of a dry run', async () => {
    const object = mappingOf({ namespace: 'images', stream: 'web', tag: 'v1', image: red });
    const { code } = await cluster.request('POST', `${cluster.pathOf(object)}?dryRun=All`, object);
    expect(code).toBe(201);
    expect(imagesOf('v1')).toBeUndefined();
    expect(cluster.store.list(resources.images)).toEqual([]);
  });

  it('reads, writes and deletes tags as objects', async () => {
    await cluster.push('web', 'v1', red);
    const { body: read } = await cluster.request('GET', `${base}/imagestreamtags/web:v1`);
    expect(read).toMatchObject({ image: { metadata: { name: red.digest } } });

    const copy = {
      apiVersion: 'image.openshift.io/v1',
      kind: 'ImageStreamTag',
      metadata: { name: 'copy:v2', namespace: 'images' },
      tag: { from: { kind: 'ImageStreamImage', name: `web@${red.digest}` } },
    };
    const { code } = await cluster.request('POST', `${base}/imagestreamtags`, copy);
    expect(code).toBe(201);
    const copied = cluster.store.get(resources.imageStreams, {
      name: 'copy',
      namespace: 'images',
    }) as ImageStream;
    expect(copied.status?.tags?.[0]?.items?.[0]?.image).toBe(red.digest);

    await cluster.request('DELETE', `${base}/imagestreamtags/copy:v2`);
    const { code: gone } = await cluster.request('GET', `${base}/imagestreamtags/copy:v2`);
    expect(gone).toBe(404);
    const { code: again } = await cluster.request('DELETE', `${base}/imagestreamtags/copy:v2`);
    expect(again).toBe(404);
  });
});
