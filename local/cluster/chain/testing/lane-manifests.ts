import { triggersGroup, type Manifest } from './relay-manifests';

/** One image trigger of four lanes, written out as a user of the API would apply it. */

const head = 't.items[0]';
const key = `${head}.created + ' ' + ${head}.image`;
const match =
  `t.tag.matches('^(?:v[0-9].*|latest)$') && has(t.items) && t.items != null && ` +
  `size(t.items) > 0 && ${head}.image.startsWith('sha256:')`;

const keysSince = (activated: string): string => {
  const age = `timestamp(header.canonical('Ce-Time')) - timestamp(${head}.created)`;
  const fresh = `${age} < duration('120s') && timestamp(${head}.created) >= timestamp('${activated}')`;
  return `body.status.tags.filter(t, ${match} && ${fresh}).map(t, ${key}).distinct()`;
};

const cel = (name: string, params: object[]): object => ({ name, ref: { name: 'cel' }, params });

const interceptors = (lane: number, activated: string): object[] => {
  const keys = keysSince(activated);
  const pushed = `body.status.tags.filter(t, ${match} && ${key} == extensions.key)[0]`;
  const types = "['dev.knative.apiserver.resource.add', 'dev.knative.apiserver.resource.update']";
  const filter = [
    `header.canonical('Ce-Type') in ${types}`,
    "body.metadata.namespace == 'images' && body.metadata.name == 'web'",
    `has(body.status.tags) && size(${keys}) > ${lane}`,
  ].join(' && ');
  const runName =
    "'web-lanes-' + extensions.key.split(' ')[1].substring(7, 15) + '-' + " +
    "string(int(timestamp(extensions.key.split(' ')[0])))";
  return [
    cel('push', [
      { name: 'filter', value: filter },
      {
        name: 'overlays',
        value: [{ key: 'key', expression: `${keys}.sort()[size(${keys}) - ${lane + 1}]` }],
      },
    ]),
    cel('name', [
      {
        name: 'overlays',
        value: [
          { key: 'tag', expression: `${pushed}.tag` },
          { key: 'push', expression: `${pushed}.items[0]` },
          { key: 'run-name', expression: runName },
        ],
      },
    ]),
  ];
};

/** Lane k, counted from 0, already selected by the listener. */
export const lane = (index: number, activated: string): Manifest => ({
  apiVersion: `${triggersGroup}/v1beta1`,
  kind: 'Trigger',
  metadata: {
    name: index === 0 ? 'web-lanes' : `web-lanes-${index + 1}`,
    namespace: 'proof',
    labels: { 'imagetriggers.dev/active': 'true', 'imagetriggers.dev/trigger': 'web-lanes' },
  },
  spec: {
    interceptors: interceptors(index, activated),
    bindings: [{ ref: 'image-triggers' }],
    template: { ref: 'web-lanes' },
  },
});

export const template: Manifest = {
  apiVersion: `${triggersGroup}/v1beta1`,
  kind: 'TriggerTemplate',
  metadata: { name: 'web-lanes', namespace: 'proof' },
  spec: {
    params: [
      'image-reference',
      'image-digest',
      'image-tag',
      'image-stream',
      'event-id',
      'run-name',
    ].map((name) => ({ name })),
    resourcetemplates: [
      {
        apiVersion: 'tekton.dev/v1',
        kind: 'PipelineRun',
        metadata: {
          name: '$(tt.params.run-name)',
          labels: { 'imagetriggers.dev/trigger': 'web-lanes' },
          annotations: {
            'imagetriggers.dev/tag': '$(tt.params.image-tag)',
            'imagetriggers.dev/digest': '$(tt.params.image-digest)',
            'imagetriggers.dev/event-id': '$(tt.params.event-id)',
          },
        },
        spec: {
          pipelineRef: { name: 'scan' },
          params: [
            { name: 'IMAGE', value: '$(tt.params.image-reference)' },
            { name: 'tag', value: '$(tt.params.image-tag)' },
          ],
        },
      },
    ],
  },
};
