import { apiServerSourceKind } from '../k8s/api-server-source';
import { eventListenerKind } from '../k8s/event-listener';
import { pipelineRunKind } from '../k8s/pipeline-run';
import { triggerTemplateKind } from '../k8s/trigger-template';
import { aChainListener, aChainRun, aChainSource, aChainTemplate } from './chain-builders';
import { create } from './shop';
import type { Shop } from './shop';

const home = 'supply-chain';

/** Makes the objects of a chain `print` by hand in `supply-chain`, which runs `print-image`. */
export const makeChain = async (cluster: Shop): Promise<void> => {
  const metadata = { name: 'images', namespace: home };
  await create(cluster, apiServerSourceKind, { ...aChainSource(), metadata });
  await create(cluster, eventListenerKind, { ...aChainListener(), metadata });
  const template = aChainTemplate({ spec: { pipelineRef: { name: 'print-image' } } });
  await create(cluster, triggerTemplateKind, {
    ...template,
    metadata: { name: 'print', namespace: home },
  });
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
