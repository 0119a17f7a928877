import type { TriggerManifest } from '../../k8s/trigger';
import { laneManifest } from './trigger';

const lane = (
  number: number,
  rule: Parameters<typeof laneManifest>[0]['filter']['rule'],
): TriggerManifest =>
  laneManifest({
    namespace: 'ci',
    filter: {
      trigger: 'scan-web',
      stream: { namespace: 'images', name: 'web' },
      rule,
      activatedAt: '2026-03-01T10:00:00Z',
      lane: number,
      naming: { policy: 'each-push' },
    },
    activity: '[]',
    version: '1.2.3',
  });

const cel = { name: 'cel', kind: 'ClusterInterceptor' };
const match =
  "t.tag.matches('^(?:v[0-9].*|latest)$') && has(t.items) && t.items != null && size(t.items) > 0" +
  " && t.items[0].image.startsWith('sha256:')";
const keys =
  `body.status.tags.filter(t, ${match}` +
  " && timestamp(header.canonical('Ce-Time')) - timestamp(t.items[0].created) < duration('120s')" +
  " && timestamp(t.items[0].created) >= timestamp('2026-03-01T10:00:00Z'))" +
  ".map(t, t.items[0].created + ' ' + t.items[0].image).distinct()";
const ofKey =
  `body.status.tags.filter(t, ${match}` +
  " && t.items[0].created + ' ' + t.items[0].image == extensions.key)[0]";

describe('laneManifest', () => {
  it('filters one stream, picks the newest push, and names its run', () => {
    expect(lane(0, { kind: 'regex', pattern: 'v[0-9].*|latest' })).toEqual({
      apiVersion: 'triggers.tekton.dev/v1beta1',
      kind: 'Trigger',
      metadata: {
        name: 'scan-web',
        namespace: 'ci',
        labels: {
          'app.kubernetes.io/managed-by': 'image-triggers-plugin',
          'imagetriggers.dev/trigger': 'scan-web',
          'imagetriggers.dev/group': '5',
        },
        annotations: {
          'imagetriggers.dev/builder-version': '1.2.3',
          'imagetriggers.dev/activity': '[]',
        },
      },
      spec: {
        interceptors: [
          {
            name: 'push',
            ref: cel,
            params: [
              {
                name: 'filter',
                value:
                  "header.canonical('Ce-Type') in ['dev.knative.apiserver.resource.add', 'dev.knative.apiserver.resource.update']" +
                  " && body.metadata.namespace == 'images' && body.metadata.name == 'web'" +
                  ' && has(body.status.tags) && body.status.tags != null' +
                  ` && size(${keys}) > 0`,
              },
              {
                name: 'overlays',
                value: [{ key: 'key', expression: `${keys}.sort()[size(${keys}) - 1]` }],
              },
            ],
          },
          {
            name: 'run',
            ref: cel,
            params: [
              {
                name: 'overlays',
                value: [
                  { key: 'tag', expression: `${ofKey}.tag` },
                  { key: 'push', expression: `${ofKey}.items[0]` },
                  {
                    key: 'run-name',
                    expression:
                      "'scan-web-' + extensions.key.split(' ')[1].substring(7, 15) + '-'" +
                      " + string(int(timestamp(extensions.key.split(' ')[0])))",
                  },
                ],
              },
            ],
          },
        ],
        bindings: [{ ref: 'image-triggers' }],
        template: { ref: 'scan-web' },
      },
    });
  });

  it('is the same for a later lane but for its name and its place', () => {
    const [first, third] = [0, 2].map((number) => lane(number, { kind: 'any' }));
    const text = JSON.stringify(third)
      .replace('"scan-web-3"', '"scan-web"')
      .replace(') > 2"', ') > 0"')
      .replace(') - 3]"', ') - 1]"');
    const { metadata } = first!;
    const annotations = { 'imagetriggers.dev/builder-version': '1.2.3' };
    expect(JSON.parse(text)).toEqual({ ...first, metadata: { ...metadata, annotations } });
  });

  it('has a legal name at the limit', () => {
    const manifest = laneManifest({
      namespace: 'ci',
      filter: {
        trigger: 'a'.repeat(40),
        stream: { namespace: 'images', name: 'web' },
        rule: { kind: 'any' },
        activatedAt: '2026-03-01T10:00:00Z',
        lane: 9,
        naming: { policy: 'each-push' },
      },
      activity: '[]',
      version: '1.2.3',
    });
    expect(manifest.metadata.name).toBe(`${'a'.repeat(40)}-10`);
    expect(manifest.spec.template).toEqual({ ref: 'a'.repeat(40) });
  });
});
