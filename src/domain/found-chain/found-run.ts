import type { PipelineRun } from '../../k8s/pipeline-run';
import { labelOf, nameOf } from '../../k8s/resource';
import { isManaged } from '../marks';
import { progressOf } from '../run';
import type { RunProgress } from '../run';
import type { FoundChain } from './found-chain';
import { itemsOf } from './items';

/** On what a listener creates (tektoncd/triggers pkg/apis/triggers/register.go). */
export const foundRunLabels = {
  listener: 'triggers.tekton.dev/eventlistener',
  trigger: 'triggers.tekton.dev/trigger',
} as const;

/** An image that a parameter of a run names. */
export interface NamedImage {
  /** `sha256:...` */
  readonly digest: string;
  /** The pull spec, where the parameter holds one and not the name of an Image alone. */
  readonly reference: string | undefined;
}

/** A run of a chain, with what its parameters say. */
export interface FoundRun extends RunProgress {
  readonly chain: FoundChain;
  readonly images: readonly NamedImage[];
}

/** The name of an Image, or a pull spec with a digest. */
const imagePattern = /^(?:\S+@)?(sha256:[0-9a-f]{64})$/;

const imagesIn = (values: readonly string[]): NamedImage[] =>
  values.flatMap((value) => {
    const digest = imagePattern.exec(value)?.[1];
    if (digest === undefined) return [];
    return [{ digest, reference: value === digest ? undefined : value }];
  });

/** All texts in the parameters of a run, in their order. */
const paramTexts = (run: PipelineRun): string[] =>
  itemsOf(run.spec?.params)
    .flatMap(({ value }): unknown[] => (typeof value === 'object' ? Object.values(value) : [value]))
    .filter((value) => typeof value === 'string');

const runKey = (namespace: string, listener: string, trigger: string): string =>
  `${namespace}/${listener}/${trigger}`;

/**
 * The runs of chains. A run names its listener and its trigger without their namespaces, and so
 * does its chain's; of chains that cannot be told apart by that, the first one has it.
 */
export const foundRunsOf = (
  chains: readonly FoundChain[],
  runs: readonly PipelineRun[],
): FoundRun[] => {
  const byRun = new Map<string, FoundChain>();
  for (const chain of chains) {
    const key = runKey(chain.runNamespace, chain.listener.name, chain.trigger);
    if (!byRun.has(key)) byRun.set(key, chain);
  }
  return runs.flatMap((run) => {
    const progress = progressOf(run);
    const listener = labelOf(run, foundRunLabels.listener) ?? '';
    const trigger = labelOf(run, foundRunLabels.trigger) ?? '';
    const chain = byRun.get(runKey(progress.namespace, listener, trigger));
    if (!chain || isManaged(run) || nameOf(run) === '') return [];
    return [{ ...progress, chain, images: imagesIn(paramTexts(run)) }];
  });
};
