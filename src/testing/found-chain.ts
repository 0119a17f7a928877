import { apiServerSourceKind } from '../k8s/api-server-source';
import { eventListenerKind } from '../k8s/event-listener';
import { pipelineRunKind } from '../k8s/pipeline-run';
import type { TakenChain } from '../domain/take-over/taken-chain';
import { triggerBindingKind } from '../k8s/trigger-binding';
import { triggerTemplateKind } from '../k8s/trigger-template';
import { aChainListener, aChainRun, aChainSource, aChainTemplate } from './chain-builders';
import { aChainBinding, ownEntry } from './old-objects';
import { create } from './shop';
import type { Shop } from './shop';

const home = 'supply-chain';

const chainParams = [
  { name: 'IMAGE', value: '$(tt.params.image)' },
  { name: 'TYPE', value: '$(tt.params.type)' },
];

/** Makes the objects of a chain `print` by hand in `supply-chain`, which runs `print-image`. */
export const makeChain = async (cluster: Shop): Promise<void> => {
  const metadata = { name: 'images', namespace: home };
  const spec = { pipelineRef: { name: 'print-image' }, params: chainParams };
  await create(cluster, apiServerSourceKind, { ...aChainSource(), metadata });
  await create(cluster, eventListenerKind, {
    ...aChainListener({ triggers: [ownEntry] }),
    metadata,
  });
  await create(cluster, triggerBindingKind, {
    ...aChainBinding({ image: '$(body.dockerImageReference)', type: '$(header.Ce-Type)' }),
    metadata: { name: 'event', namespace: home },
  });
  const template = aChainTemplate({ spec });
  await create(cluster, triggerTemplateKind, {
    ...template,
    metadata: { name: 'print', namespace: home },
    ...{ spec: { ...template.spec, params: [{ name: 'image' }, { name: 'type' }] } },
  });
};

/** The chain of `makeChain`, as a trigger that takes it over names it. */
export const takenChain: TakenChain = {
  name: 'print',
  sources: [{ namespace: home, name: 'images' }],
  listener: { namespace: home, name: 'images' },
  trigger: { namespace: home, name: 'print' },
  bindings: [{ namespace: home, name: 'event' }],
  template: { namespace: home, name: 'print' },
};

/** The run that a listener makes for an image that a parameter names. */
export const runChain = async (cluster: Shop, name: string, image: string): Promise<void> => {
  const run = aChainRun([image], { name });
  await create(cluster, pipelineRunKind, {
    ...run,
    metadata: { ...run.metadata, namespace: home },
    ...{
      spec: { pipelineRef: { name: 'print-image' }, params: [{ name: 'IMAGE', value: image }] },
    },
  });
};
