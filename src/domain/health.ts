import type { ApiServerSource } from '../k8s/api-server-source';
import type { EventListener } from '../k8s/event-listener';
import type { Pipeline } from '../k8s/pipeline';
import { conditionOf } from '../k8s/resource';
import type { Condition } from '../k8s/resource';
import { laneCount } from './draft';
import { runOfTemplate } from './image-trigger';
import type { ImageTrigger } from './image-trigger';
import type { RelayLoad } from './relay-capacity';
import { agreedFilter, outdatedObjects } from './trigger-comparison';
import { versionOrder } from './version-order';

/** What keeps a trigger from running pushes, each with what it is about. */
export type Finding =
  | { readonly code: 'source-missing' | 'listener-missing' | 'template-missing' }
  | { readonly code: 'source-not-ready' | 'listener-not-ready'; readonly message: string }
  | {
      /** The source's events go to another port than the listener's: Ready, and for nothing. */
      readonly code: 'sink-port';
      readonly sink: string;
      readonly address: string;
    }
  | { readonly code: 'pipeline-missing'; readonly pipeline: string }
  | {
      /** The Pipeline asks for parameters that the trigger does not give: it got them later. */
      readonly code: 'params-missing';
      readonly pipeline: string;
      /** Their names, joined. */
      readonly params: string;
    }
  /** The ServiceAccount that the template names for the runs. */
  | { readonly code: 'account-missing'; readonly account: string }
  /** Nobody can tell what the trigger answers to. */
  | { readonly code: 'changed-by-hand' }
  /** As before, but other lanes say what the one that was changed should be. */
  | { readonly code: 'lane-changed' }
  | {
      readonly code: 'newer-builder';
      /** The version of the plugin that built the trigger. */
      readonly builder: string;
      /** The version of this plugin. */
      readonly version: string;
    }
  | {
      readonly code: 'outdated';
      readonly builder: string;
      readonly version: string;
      /** How many of its objects this version would build otherwise. */
      readonly objects: number;
    }
  | { readonly code: 'lanes-missing'; readonly found: number; readonly expected: number }
  | { readonly code: 'partly-active' }
  /** Somebody edits the trigger, or did and never ended it: its old rule is active beside the new. */
  | { readonly code: 'edit-unfinished' }
  | ({ readonly code: 'overload' } & RelayLoad)
  | { readonly code: 'paused' };

/** What is wrong with a trigger; `unknown` where its event source or listener cannot be read. */
export type Health = readonly Finding[] | 'unknown';

export type PartHealth =
  | { readonly state: 'ready' | 'missing' }
  | { readonly state: 'not-ready'; readonly message: string };

/** A condition that is not True, with the words that its controller gave. */
const messageOf = (condition: Condition | undefined): string =>
  condition === undefined
    ? ''
    : [condition.reason, condition.message].filter((text) => text !== undefined).join(': ');

const partHealth = (
  conditions: readonly Condition[] | undefined,
  types: readonly string[],
): PartHealth => {
  const all = types.map((type) => conditionOf(conditions, type));
  const bad =
    all.find((condition) => condition?.status === 'False') ?? all.find((c) => c?.status !== 'True');
  const ready = all.every((condition) => condition?.status === 'True');
  return ready ? { state: 'ready' } : { state: 'not-ready', message: messageOf(bad) };
};

/** Whether the source sends: its `Ready`, and the condition that explains it where it is not. */
export const sourceHealth = (source: ApiServerSource | undefined): PartHealth =>
  source === undefined
    ? { state: 'missing' }
    : partHealth(source.status?.conditions, [
        'SufficientPermissions',
        'Deployed',
        'SinkProvided',
        'Ready',
      ]);

/** Whether the listener receives (tektoncd/triggers: `Available` follows its Deployment). */
export const listenerHealth = (listener: EventListener | undefined): PartHealth =>
  listener === undefined
    ? { state: 'missing' }
    : partHealth(listener.status?.conditions, ['Available', 'Ready']);

export interface HealthInput {
  readonly trigger: ImageTrigger;
  readonly source: PartHealth;
  readonly listener: PartHealth;
  /** Of the listener, where it is too high. */
  readonly overload: RelayLoad | undefined;
  /** The one that the trigger runs; `unknown` where it cannot be read. */
  readonly pipeline: Pipeline | 'missing' | 'unknown';
  /** The ServiceAccounts of the namespace; undefined where they are not known. */
  readonly accounts: ReadonlySet<string> | undefined;
  /** The version of this plugin. */
  readonly version: string;
}

const sourceFindings = ({ trigger, source }: HealthInput): Finding[] => {
  // Of a trigger that cannot be read, nobody knows the source.
  if (!trigger.binding) return [];
  if (source.state === 'missing') return [{ code: 'source-missing' }];
  return source.state === 'not-ready'
    ? [{ code: 'source-not-ready', message: source.message }]
    : [];
};

const listenerFindings = ({ listener, overload }: HealthInput): Finding[] => [
  ...(listener.state === 'missing' ? [{ code: 'listener-missing' as const }] : []),
  ...(listener.state === 'not-ready'
    ? [{ code: 'listener-not-ready' as const, message: listener.message }]
    : []),
  ...(overload ? [{ code: 'overload' as const, ...overload }] : []),
];

/** What cannot be read was changed by hand, or built by a version that knows more than this one. */
const unreadableFinding = ({ trigger, version }: HealthInput): Finding[] => {
  const { binding, builder } = trigger;
  if (binding) return [];
  return builder !== undefined && versionOrder(builder, version) === 'newer'
    ? [{ code: 'newer-builder', builder, version }]
    : [{ code: agreedFilter(trigger) ? 'lane-changed' : 'changed-by-hand' }];
};

const outdatedFinding = ({ trigger, version }: HealthInput): Finding[] => {
  const objects = trigger.binding ? outdatedObjects(trigger, version) : 0;
  return trigger.builder !== undefined && objects > 0
    ? [{ code: 'outdated', builder: trigger.builder, version, objects }]
    : [];
};

/** What a run of the trigger lacks: each of these lets all of them fail. */
const runFindings = ({ trigger, pipeline, accounts }: HealthInput): Finding[] => {
  const { spec } = runOfTemplate(trigger.objects.template) ?? {};
  const { pipeline: name } = trigger;
  if (name === undefined) return [{ code: 'template-missing' }];
  if (pipeline === 'missing') return [{ code: 'pipeline-missing', pipeline: name }];
  const given = new Set(spec?.params?.map((param) => param.name));
  const declared = pipeline === 'unknown' ? [] : (pipeline.spec?.params ?? []);
  const params = declared
    .filter((param) => param.default === undefined && !given.has(param.name))
    .map((param) => param.name)
    .join(', ');
  const account = spec?.taskRunTemplate?.serviceAccountName;
  return [
    ...(params === '' ? [] : [{ code: 'params-missing' as const, pipeline: name, params }]),
    ...(account !== undefined && accounts && !accounts.has(account)
      ? [{ code: 'account-missing' as const, account }]
      : []),
  ];
};

const triggerFindings = (input: HealthInput): Finding[] => {
  const { trigger } = input;
  const { binding, lanes, active } = trigger;
  const isEdited = trigger.objects.bridge.length > 0;
  // In the middle of an edit there are as many lanes as the new rule needs, or not yet.
  const expected = binding && !isEdited ? laneCount(binding) : lanes;
  return [
    ...(isEdited ? [{ code: 'edit-unfinished' as const }] : []),
    ...unreadableFinding(input),
    ...(lanes < expected ? [{ code: 'lanes-missing' as const, found: lanes, expected }] : []),
    ...runFindings(input),
    ...(active === 'none' ? [{ code: 'paused' as const }] : []),
    ...(active === 'some' ? [{ code: 'partly-active' as const }] : []),
    ...outdatedFinding(input),
  ];
};

/** Everything that keeps a trigger from running pushes; empty for a healthy one. */
export const findingsOf = (input: HealthInput): Finding[] => [
  ...sourceFindings(input),
  ...listenerFindings(input),
  ...triggerFindings(input),
];
