import type { PipelineRun } from '../../k8s/pipeline-run';
import { nameOf } from '../../k8s/resource';
import type { TriggerTemplateSpec } from '../../k8s/trigger-template';
import type { FoundChain } from '../found-chain/found-chain';
import { itemsOf, textOf } from '../found-chain/items';
import type { ReachedTrigger } from '../found-chain/reached-triggers';
import { metadataParts } from '../run-metadata';
import type { MetadataPart } from '../run-metadata';
import { asksForMore } from './chain-run';

/** What of a chain no image trigger has. */
export type LeftOut =
  /** It runs for every image of the cluster, or for every ImageStream of its projects. */
  | { readonly code: 'every-image' | 'every-stream' }
  /** Its sources choose by labels, or its interceptors by whatever they ask. */
  | { readonly code: 'labels' | 'interceptors' }
  /** Without interceptors, it runs for every change and deletion, too. */
  | { readonly code: 'other-events' }
  | { readonly code: 'run-name'; readonly name: string }
  /** Other objects that its template makes. */
  | { readonly code: 'more-objects'; readonly kinds: readonly string[] }
  /** As whom its trigger makes runs. */
  | { readonly code: 'trigger-account'; readonly account: string }
  /** ClusterTriggerBindings are not read. */
  | { readonly code: 'cluster-binding'; readonly name: string }
  /** Of its runs, with values that no push has. */
  | { readonly code: 'mark'; readonly part: MetadataPart; readonly name: string }
  | { readonly code: 'workspace'; readonly name: string }
  | { readonly code: 'run-field'; readonly name: string };

const ofScopes = ({ scopes, filtered }: FoundChain): LeftOut[] => [
  ...(scopes.some(({ of }) => of === 'images') ? [{ code: 'every-image' as const }] : []),
  ...(scopes.some(({ of }) => of === 'streams') ? [{ code: 'every-stream' as const }] : []),
  ...(scopes.some(({ labelled }) => labelled) ? [{ code: 'labels' as const }] : []),
  { code: filtered ? 'interceptors' : 'other-events' },
];

const ofTrigger = ({ spec }: ReachedTrigger): LeftOut[] => [
  ...itemsOf(spec.bindings)
    .filter(({ kind }) => kind === 'ClusterTriggerBinding')
    .map(({ ref }) => ({ code: 'cluster-binding' as const, name: textOf(ref) })),
  ...(textOf(spec.serviceAccountName) === ''
    ? []
    : [{ code: 'trigger-account' as const, account: textOf(spec.serviceAccountName) }]),
];

const ofTemplate = ({ resourcetemplates }: TriggerTemplateSpec, run: PipelineRun): LeftOut[] => {
  const made = itemsOf(resourcetemplates);
  const first = made.find(({ kind }) => kind === run.kind);
  const kinds = made.filter((one) => one !== first).map(({ kind }) => textOf(kind));
  const { generateName } = run.metadata ?? {};
  const name = nameOf(run) || textOf(generateName);
  return [
    ...(name === '' ? [] : [{ code: 'run-name' as const, name }]),
    ...(kinds.length > 0 ? [{ code: 'more-objects' as const, kinds }] : []),
  ];
};

const unreadIn = (entries: object | undefined): string[] =>
  Object.entries(entries ?? {})
    .filter(([, value]) => asksForMore(value))
    .map(([name]) => name);

/** Fields of a run's spec that are left out one by one. */
const singly: ReadonlySet<string> = new Set(['params', 'workspaces', 'pipelineRef']);

const ofRun = ({ metadata, spec }: PipelineRun): LeftOut[] => [
  ...metadataParts.flatMap((part) =>
    unreadIn(metadata?.[part]).map((name) => ({ code: 'mark' as const, part, name })),
  ),
  ...itemsOf(spec?.workspaces)
    .filter(asksForMore)
    .map(({ name }) => ({ code: 'workspace' as const, name })),
  ...unreadIn(spec)
    .filter((name) => !singly.has(name))
    .map((name) => ({ code: 'run-field' as const, name })),
];

export interface ReadChain {
  readonly chain: FoundChain;
  readonly trigger: ReachedTrigger;
  readonly template: TriggerTemplateSpec;
  /** Of its template, translated. */
  readonly run: PipelineRun;
}

/** All that is not taken over, in the order in which an event comes by it. */
export const leftOutOf = ({ chain, trigger, template, run }: ReadChain): LeftOut[] => [
  ...ofScopes(chain),
  ...ofTrigger(trigger),
  ...ofTemplate(template, run),
  ...ofRun(run),
];

const without = (entries: object | undefined, names: readonly string[]): object =>
  Object.fromEntries(Object.entries(entries ?? {}).filter(([name]) => !names.includes(name)));

/** A run without what is left out of it, but for its parameters. */
export const runToTake = (run: PipelineRun): PipelineRun => {
  const { metadata, spec } = run;
  const marks = metadataParts.map(
    (part) => [part, without(metadata?.[part], unreadIn(metadata?.[part]))] as const,
  );
  const workspaces = itemsOf(spec?.workspaces).filter((one) => !asksForMore(one));
  const fields = unreadIn(spec).filter((name) => !singly.has(name));
  return {
    ...run,
    metadata: Object.fromEntries(marks),
    spec: { ...without(spec, fields), params: itemsOf(spec?.params), workspaces },
  };
};
