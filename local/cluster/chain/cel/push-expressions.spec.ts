import { canonicalHeaders } from '../header';
import { interceptWithCel } from './interceptor';

const head = 't.items[0]';
const match =
  "t.tag.matches('^(?:v[0-9].*|latest)$') && has(t.items) && t.items != null && " +
  `size(t.items) > 0 && ${head}.image.startsWith('sha256:')`;
const fresh =
  `timestamp(header.canonical('Ce-Time')) - timestamp(${head}.created) < duration('120s') && ` +
  `timestamp(${head}.created) >= timestamp('2026-03-01T10:00:00Z')`;
const keys =
  `body.status.tags.filter(t, ${match} && ${fresh})` +
  `.map(t, ${head}.created + ' ' + ${head}.image).distinct()`;
const ofKey = `body.status.tags.filter(t, ${match} && ${head}.created + ' ' + ${head}.image == extensions.key)[0]`;

const digest = (letter: string) => `sha256:${letter.repeat(64)}`;

const item = (created: string, image: string) => ({
  created: `2026-03-01T${created}Z`,
  image,
  dockerImageReference: `registry/shop/web@${image}`,
  generation: 1,
});

interface Tag {
  tag: string;
  items?: object[] | null;
}

const deliver = (tags: Tag[] | undefined, lane: number) => {
  const request = {
    body: { metadata: { name: 'web', namespace: 'images' }, status: tags && { tags } },
    header: canonicalHeaders({
      'ce-type': 'dev.knative.apiserver.resource.update',
      'ce-time': '2026-03-01T12:00:30.123456789Z',
    }),
    requestURL: 'http://el-x.proof:8080/',
  };
  const first = interceptWithCel({
    ...request,
    extensions: {},
    params: [
      {
        name: 'filter',
        value:
          "header.canonical('Ce-Type') in ['dev.knative.apiserver.resource.add', 'dev.knative.apiserver.resource.update'] " +
          "&& body.metadata.namespace == 'images' && body.metadata.name == 'web' " +
          `&& has(body.status.tags) && size(${keys}) > ${lane}`,
      },
      {
        name: 'overlays',
        value: [{ key: 'key', expression: `${keys}.sort()[size(${keys}) - ${lane + 1}]` }],
      },
    ],
  });
  if (!first.continue) {
    return undefined;
  }
  const second = interceptWithCel({
    ...request,
    extensions: first.extensions,
    params: [
      {
        name: 'overlays',
        value: [
          { key: 'tag', expression: `${ofKey}.tag` },
          { key: 'push', expression: `${ofKey}.items[0]` },
          {
            key: 'run-name',
            expression:
              "'web-' + extensions.key.split(' ')[1].substring(7, 15) + '-' + string(int(timestamp(extensions.key.split(' ')[0])))",
          },
        ],
      },
    ],
  });
  return second.continue ? second.extensions : second;
};

describe('the expressions of a lane', () => {
  const pushed = item('12:00:00', digest('a'));

  it('name the newest fresh push of a matching tag', () => {
    const tags = [
      { tag: 'dev', items: [item('12:00:20', digest('f'))] },
      { tag: 'latest', items: [item('11:00:00', digest('b'))] },
      { tag: 'v1', items: [pushed, item('10:00:00', digest('c'))] },
    ];
    expect(deliver(tags, 0)).toEqual({
      tag: 'v1',
      push: pushed,
      'run-name': 'web-aaaaaaaa-1772366400',
    });
    expect(deliver(tags, 1)).toBeUndefined();
  });

  it('give each lane its own push, and tags of one image one push', () => {
    const tags = [
      { tag: 'latest', items: [pushed] },
      { tag: 'v1', items: [item('12:00:10', digest('b'))] },
      { tag: 'v2', items: [pushed] },
    ];
    expect(deliver(tags, 0)).toMatchObject({ tag: 'v1' });
    expect(deliver(tags, 1)).toMatchObject({ tag: 'latest' });
    expect(deliver(tags, 2)).toBeUndefined();
  });

  it.each<[string, Tag[] | undefined]>([
    ['no status', undefined],
    ['no tags', []],
    ['null items', [{ tag: 'v1', items: null }]],
    ['no items', [{ tag: 'v1' }]],
    ['a reference tag', [{ tag: 'v1', items: [item('12:00:00', '')] }]],
    ['a push at the edge of the window', [{ tag: 'v1', items: [item('11:58:30', digest('a'))] }]],
    ['a push from before the activation', [{ tag: 'v1', items: [item('09:59:59', digest('a'))] }]],
  ])('find nothing in a stream with %s', (_, tags) => {
    expect(deliver(tags, 0)).toBeUndefined();
  });
});
