import type { ImageStream, TagEvent, TagReference } from '../../../../src/k8s/image-stream';
import { withSpecTags } from './spec-tags';
import { registryHost, withTagEvent } from './tag-history';

const repository = (name: string) => `${registryHost}/images/${name}`;

const item = (image: string, created: string, name = 'web'): TagEvent => ({
  created,
  image,
  dockerImageReference: `${repository(name)}@${image}`,
  generation: 1,
});

const a = item('sha256:a', '2026-01-01T00:00:00Z');
const b = item('sha256:b', '2026-01-02T00:00:00Z');
const other = item('sha256:c', '2026-01-03T00:00:00Z', 'api');

const stream = (name: string, tags: Record<string, TagEvent[]>): ImageStream => ({
  metadata: { name, namespace: 'images' },
  status: { tags: Object.entries(tags).map(([tag, items]) => ({ tag, items })) },
});

const now = '2026-02-01T00:00:00Z';

const change = (old: ImageStream, specTags: TagReference[]) =>
  withSpecTags(
    old,
    { ...old, spec: { tags: specTags } },
    {
      now,
      generation: 7,
      streamOf: (namespace, name) =>
        namespace === 'images' && name === 'api' ? stream('api', { v1: [other] }) : undefined,
    },
  ).status?.tags;

const web = stream('web', { latest: [b, a] });

describe('a changed spec tag', () => {
  it('of an ImageStreamImage is a push of now', () => {
    const tag = { name: 'stable', from: { kind: 'ImageStreamImage', name: 'web@sha256:a' } };
    expect(change(web, [tag])).toEqual([
      { tag: 'latest', items: [b, a] },
      { tag: 'stable', items: [{ ...a, created: now, generation: 7 }] },
    ]);
  });

  it.each(['latest', 'web:latest'])('of the ImageStreamTag %s copies its created', (name) => {
    const tag = { name: 'stable', from: { kind: 'ImageStreamTag', name } };
    expect(change(web, [tag])?.[1]).toEqual({ tag: 'stable', items: [{ ...b, generation: 7 }] });
  });

  it('of another stream makes the pull spec local', () => {
    const tag = { name: 'v1', from: { kind: 'ImageStreamTag', name: 'api:v1' } };
    const local = `${repository('web')}@sha256:c`;
    expect(change(web, [tag])?.[1]).toEqual({
      tag: 'v1',
      items: [{ ...other, dockerImageReference: local, generation: 7 }],
    });
  });

  it('with reference: true has no digest', () => {
    const from = { kind: 'DockerImage', name: 'quay.io/org/tool:1' };
    expect(change(web, [{ name: 'tool', from, reference: true }])?.[1]).toEqual({
      tag: 'tool',
      items: [{ created: now, dockerImageReference: from.name, image: '', generation: 7 }],
    });
  });

  it.each([
    ['a missing tag', { kind: 'ImageStreamTag', name: 'web:none' }],
    ['a missing stream', { kind: 'ImageStreamTag', name: 'none:v1' }],
    ['a missing image', { kind: 'ImageStreamImage', name: 'web@sha256:f' }],
    ['an outside image, which is not imported', { kind: 'DockerImage', name: 'quay.io/x' }],
  ])('of %s changes nothing', (_, from) => {
    expect(change(web, [{ name: 'x', from }])).toEqual(web.status?.tags);
  });

  it('moves several tags in one update, aliases of them too', () => {
    const old = {
      ...web,
      spec: { tags: [{ name: 'alias', from: { kind: 'ImageStreamTag', name: 'v2' } }] },
    };
    const images = ['v1', 'v2'].map((name) => ({
      name,
      from: { kind: 'ImageStreamImage', name: 'web@sha256:a' },
    }));
    const tags = change(old, [...old.spec.tags, ...images]);
    const pushed = { ...a, created: now, generation: 7 };
    expect(tags?.map(({ tag, items }) => [tag, items?.[0]])).toEqual([
      ['alias', pushed],
      ['latest', b],
      ['v1', pushed],
      ['v2', pushed],
    ]);
  });

  it('that has not changed is left alone', () => {
    const tags = [{ name: 'stable', from: { kind: 'ImageStreamTag', name: 'latest' } }];
    const old = { ...withTagEvent(web, 'stable', a), spec: { tags } };
    expect(change(old, tags)).toEqual(old.status?.tags);
  });
});

describe('an item for a tag', () => {
  it.each([
    ['is the head already', a, [a]],
    [
      'differs in its generation only',
      { ...a, created: now, generation: 2 },
      [{ ...a, generation: 2 }],
    ],
    ['is another image', b, [b, a]],
  ])('that %s', (_, next, items) => {
    expect(withTagEvent(stream('web', { v1: [a] }), 'v1', next).status?.tags).toEqual([
      { tag: 'v1', items },
    ]);
  });
});
