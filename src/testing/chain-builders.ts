import type { FoundChain } from '../domain/found-chain/found-chain';
import { foundChainsOf } from '../domain/found-chain/found-chain';
import type { ChainObjects } from '../domain/found-chain/found-chain';
import type { ApiServerSource } from '../k8s/api-server-source';
import type { EventListener } from '../k8s/event-listener';
import type { PipelineRun } from '../k8s/pipeline-run';
import type { Condition } from '../k8s/resource';
import type { TriggerTemplate } from '../k8s/trigger-template';

const ready = (...types: string[]): Condition[] => types.map((type) => ({ type, status: 'True' }));

/** A source `watch/images` of every Image, which sends to the listener `watch/images`. */
export const aChainSource = (spec: Partial<ApiServerSource['spec']> = {}): ApiServerSource => ({
  apiVersion: 'sources.knative.dev/v1',
  kind: 'ApiServerSource',
  metadata: { name: 'images', namespace: 'watch' },
  spec: {
    mode: 'Resource',
    serviceAccountName: 'watcher',
    resources: [{ apiVersion: 'image.openshift.io/v1', kind: 'Image' }],
    sink: { uri: 'http://el-images:8080' },
    ...spec,
  },
  status: { conditions: ready('SufficientPermissions', 'Deployed', 'SinkProvided', 'Ready') },
});

/** A listener `watch/images` with the trigger `print`, which has the template `print`. */
export const aChainListener = (
  spec: EventListener['spec'] = { triggers: [{ name: 'print', template: { ref: 'print' } }] },
): EventListener => ({
  apiVersion: 'triggers.tekton.dev/v1beta1',
  kind: 'EventListener',
  metadata: { name: 'images', namespace: 'watch' },
  spec,
  status: { conditions: ready('Available', 'Ready') },
});

/** The template `watch/print`, which runs the Pipeline `print`. */
export const aChainTemplate = (run: object = {}): TriggerTemplate => ({
  apiVersion: 'triggers.tekton.dev/v1beta1',
  kind: 'TriggerTemplate',
  metadata: { name: 'print', namespace: 'watch' },
  spec: {
    resourcetemplates: [
      {
        apiVersion: 'tekton.dev/v1',
        kind: 'PipelineRun',
        ...{ spec: { pipelineRef: { name: 'print' } } },
        ...run,
      },
    ],
  },
});

/** The objects of one chain. */
export const chainObjects = (overrides: Partial<ChainObjects> = {}): ChainObjects => ({
  sources: [aChainSource()],
  listeners: [aChainListener()],
  triggers: [],
  templates: [aChainTemplate()],
  ...overrides,
});

/** The chain of `chainObjects`. */
export const aChain = (overrides: Partial<FoundChain> = {}): FoundChain => ({
  ...foundChainsOf(chainObjects())[0]!,
  ...overrides,
});

/** A run of the chain, made at noon, whose parameters have these values. */
export const aChainRun = (
  values: readonly string[] = [],
  { name = 'print-x1', createdAt = '2026-03-01T12:00:01Z', labels = {} } = {},
): PipelineRun => ({
  apiVersion: 'tekton.dev/v1',
  kind: 'PipelineRun',
  metadata: {
    name,
    namespace: 'watch',
    creationTimestamp: createdAt,
    labels: {
      'triggers.tekton.dev/eventlistener': 'images',
      'triggers.tekton.dev/trigger': 'print',
      ...labels,
    },
  },
  spec: { params: values.map((value, index) => ({ name: `p${index}`, value })) },
  status: { conditions: [{ type: 'Succeeded', status: 'True', reason: 'Succeeded' }] },
});
