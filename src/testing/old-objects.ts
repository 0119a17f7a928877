import type { EventListenerTrigger } from '../k8s/event-listener';
import type { PipelineRun } from '../k8s/pipeline-run';
import type { TriggerBinding } from '../k8s/trigger-binding';
import type { FoundChain } from '../domain/found-chain/found-chain';
import { foundChainsOf } from '../domain/found-chain/found-chain';
import type { OldObjects } from '../domain/take-over/draft-of-chain';
import { takenChainOf } from '../domain/take-over/taken-chain';
import type { TakenChain } from '../domain/take-over/taken-chain';
import { aChainListener, aChainTemplate, chainObjects } from './chain-builders';

/** The binding `watch/event`, which takes these values from an event. */
export const aChainBinding = (values: Readonly<Record<string, string>> = {}): TriggerBinding => ({
  apiVersion: 'triggers.tekton.dev/v1beta1',
  kind: 'TriggerBinding',
  metadata: { name: 'event', namespace: 'watch', uid: 'binding-uid' },
  spec: { params: Object.entries(values).map(([name, value]) => ({ name, value })) },
});

/** The chain's own entry of its listener. */
export const ownEntry: EventListenerTrigger = {
  name: 'print',
  bindings: [{ ref: 'event' }],
  template: { ref: 'print' },
};

/** The objects of the chain `print` of every Image, with a binding. */
export const oldObjects = (overrides: Partial<OldObjects> = {}): OldObjects => ({
  ...chainObjects({ listeners: [aChainListener({ triggers: [ownEntry] })] }),
  bindings: [aChainBinding()],
  ...overrides,
});

/** The objects of a chain whose template makes this run, and whose binding takes these values. */
export const oldObjectsOf = (
  run: Pick<PipelineRun, 'apiVersion' | 'metadata'> & { readonly spec?: object },
  values: Readonly<Record<string, string>> = {},
  overrides: Partial<OldObjects> = {},
): OldObjects =>
  oldObjects({
    templates: [aChainTemplate({ ...run, spec: { pipelineRef: { name: 'print' }, ...run.spec } })],
    bindings: [aChainBinding(values)],
    ...overrides,
  });

/** The first chain of these objects. */
export const chainIn = (objects: OldObjects = oldObjects()): FoundChain =>
  foundChainsOf(objects)[0]!;

/** The chain `print`, as a trigger that takes it over names it. */
export const aTakenChain = (objects: OldObjects = oldObjects()): TakenChain =>
  takenChainOf(chainIn(objects));
