import { apiServerSourceKind } from '../../src/k8s/api-server-source';
import { eventListenerKind } from '../../src/k8s/event-listener';
import { pipelineKind } from '../../src/k8s/pipeline';
import { apiVersionOf } from '../../src/k8s/resource';
import { clusterRoleKind } from '../../src/k8s/role';
import { serviceAccountKind } from '../../src/k8s/service-account';
import { triggerBindingKind } from '../../src/k8s/trigger-binding';
import { triggerKind } from '../../src/k8s/trigger';
import { triggerTemplateKind } from '../../src/k8s/trigger-template';
import type { Kind } from './api-client';
import { allow, imageGroup, listenerRules, object, reads, triggersGroup } from './applied';
import type { Applied } from './applied';

const taskKind: Kind = { apiGroup: 'tekton.dev', apiVersion: 'v1', kind: 'Task', plural: 'tasks' };

/** The names of the objects of a chain. */
export const chainNames = {
  source: 'image-watcher',
  listener: 'image-eventlistener',
  trigger: 'print-image',
  binding: 'image-triggerbinding',
  template: 'print-image-template',
  pipeline: 'print-new-image',
} as const;

const params = ['image-name', 'image-reference', 'event-type'] as const;

/** The parameters, each with what one says of it. */
const each = (say: (name: string) => object): object[] =>
  params.map((name) => ({ name, ...say(name) }));

/** What runs: a Task that prints what it was told, in a Pipeline, by a template. */
const printing = (namespace: string): Applied[] => {
  const { pipeline, template } = chainNames;
  const echo = params.map((name) => `echo "${name}: $(params.${name})"`).join('\n');
  const declared = each(() => ({ type: 'string' }));
  const handedOn = each((name) => ({ value: `$(params.${name})` }));
  const filledIn = each((name) => ({ value: `$(tt.params.${name})` }));
  return [
    object(
      taskKind,
      { name: pipeline, namespace },
      {
        spec: {
          params: declared,
          steps: [{ name: 'print', image: 'registry.example/tools/cli:1', script: echo }],
        },
      },
    ),
    object(
      pipelineKind,
      { name: pipeline, namespace },
      {
        spec: {
          params: declared,
          tasks: [{ name: 'print', taskRef: { kind: 'Task', name: pipeline }, params: handedOn }],
        },
      },
    ),
    object(
      triggerTemplateKind,
      { name: template, namespace },
      {
        spec: {
          params: each(() => ({})),
          resourcetemplates: [
            {
              apiVersion: apiVersionOf(pipelineKind),
              kind: 'PipelineRun',
              metadata: { generateName: `${pipeline}-` },
              spec: { pipelineRef: { name: pipeline }, params: filledIn },
            },
          ],
        },
      },
    ),
  ];
};

/** The ServiceAccount of the source and of the listener. */
const accountIn = (namespace: string) => ({ namespace, name: chainNames.source });

interface Values {
  readonly name: string;
  readonly reference: string;
}

const binding = (namespace: string, { name, reference }: Values): Applied =>
  object(
    triggerBindingKind,
    { name: chainNames.binding, namespace },
    {
      spec: {
        params: [
          { name: 'image-name', value: name },
          { name: 'image-reference', value: reference },
          { name: 'event-type', value: '$(header.Ce-Type)' },
        ],
      },
    },
  );

const source = (namespace: string, kind: string, sink: object): Applied =>
  object(
    apiServerSourceKind,
    { name: chainNames.source, namespace },
    {
      spec: {
        mode: 'Resource',
        serviceAccountName: chainNames.source,
        resources: [{ apiVersion: `${imageGroup}/v1`, kind }],
        sink,
      },
    },
  );

const triggerSpec = {
  bindings: [{ kind: 'TriggerBinding', ref: chainNames.binding }],
  template: { ref: chainNames.template },
};

/**
 * The chain of the article "Kubernetes API Event Driven Triggering of Tekton Pipelines" for today's
 * API versions: each new Image of the cluster runs a Pipeline that prints it. The source names the
 * listener by the short name of its Service.
 */
export const articleChain = (namespace: string): Applied[] => {
  const { listener, trigger } = chainNames;
  const account = accountIn(namespace);
  return [
    object(serviceAccountKind, account),
    ...allow(account, 'project', listenerRules),
    ...allow(account, 'cluster', [
      { apiGroups: [imageGroup], resources: ['images'], verbs: reads },
    ]),
    ...printing(namespace),
    binding(namespace, {
      name: '$(body.metadata.name)',
      reference: '$(body.dockerImageReference)',
    }),
    object(
      eventListenerKind,
      { name: listener, namespace },
      {
        spec: { serviceAccountName: account.name, triggers: [{ name: trigger, ...triggerSpec }] },
      },
    ),
    source(namespace, 'Image', { uri: `http://el-${listener}:8080` }),
  ];
};

/** Of an ImageStream's event, the newest image of its first tag. */
const newestOfFirstTag = [
  {
    ref: { name: 'cel' },
    params: [
      { name: 'filter', value: 'has(body.status.tags) && size(body.status.tags) > 0' },
      {
        name: 'overlays',
        value: [{ key: 'newest', expression: 'body.status.tags[0].items[0]' }],
      },
    ],
  },
];

/**
 * A chain in other ways: the source watches the ImageStreams of its project and refers to the
 * listener, which selects a Trigger by its labels.
 */
export const chainByReference = (namespace: string): Applied[] => {
  const { listener, trigger } = chainNames;
  const account = accountIn(namespace);
  const labels = { 'example.com/chain': 'images' };
  return [
    object(serviceAccountKind, account),
    ...allow(account, 'project', [
      ...listenerRules,
      { apiGroups: [imageGroup], resources: ['imagestreams'], verbs: reads },
    ]),
    // Without it, Knative may not read the address of the listener.
    object(
      clusterRoleKind,
      { name: `${namespace}-addressable`, labels: { 'duck.knative.dev/addressable': 'true' } },
      { rules: [{ apiGroups: [triggersGroup], resources: ['eventlisteners'], verbs: reads }] },
    ),
    ...printing(namespace),
    binding(namespace, {
      name: '$(extensions.newest.image)',
      reference: '$(extensions.newest.dockerImageReference)',
    }),
    object(
      triggerKind,
      { name: trigger, namespace, labels },
      {
        spec: { ...triggerSpec, interceptors: newestOfFirstTag },
      },
    ),
    object(
      eventListenerKind,
      { name: listener, namespace },
      {
        spec: { serviceAccountName: account.name, labelSelector: { matchLabels: labels } },
      },
    ),
    source(namespace, 'ImageStream', {
      ref: {
        apiVersion: apiVersionOf(eventListenerKind),
        kind: eventListenerKind.kind,
        name: listener,
      },
    }),
  ];
};
