import { activeLabel } from '../domain/marks';
import type { CompleteDraft } from '../domain/draft';
import { imageTriggersOf } from '../domain/image-trigger';
import type { ImageTrigger } from '../domain/image-trigger';
import { triggerTemplateManifest } from '../domain/manifests/trigger-template';
import { triggerPlan } from '../domain/plan';
import { pushInterceptors } from '../domain/push-filter';
import { streamKey } from '../domain/push';
import type { Push } from '../domain/push';
import { pushFieldKeys, pushFieldValue, pushFields, templateParam } from '../domain/push-fields';
import { archivedRunOf } from '../domain/archive';
import { runOf } from '../domain/run';
import type { Run, RunStatus } from '../domain/run';
import { firstRunNameOf } from '../domain/run-name';
import { noMetadata } from '../domain/run-metadata';
import type { Naming } from '../domain/run-policy';
import { noPodTemplate } from '../domain/pod-template';
import { defaultSettings } from '../domain/run-settings';
import type { ImageStream, TagEvent } from '../k8s/image-stream';
import type { PipelineRun } from '../k8s/pipeline-run';
import type { Condition, Manifest, ObjectMeta } from '../k8s/resource';
import type { TriggerTemplate } from '../k8s/trigger-template';
import { triggerKind } from '../k8s/trigger';
import type { Trigger, TriggerSpec } from '../k8s/trigger';

/** A digest made of one hexadecimal digit. */
export const aDigest = (digit = 'a'): string => `sha256:${digit.repeat(64)}`;

/** One item of a tag's history: `image` at `created`. */
export const aTagEvent = (overrides: Partial<TagEvent> = {}): TagEvent => {
  const image = overrides.image ?? aDigest();
  return {
    created: '2026-03-01T12:00:00Z',
    dockerImageReference: `registry.example/images/web@${image}`,
    image,
    generation: 1,
    ...overrides,
  };
};

interface StreamOptions extends Pick<ObjectMeta, 'name' | 'namespace' | 'labels'> {
  /** The tags with their histories, newest first. */
  tags?: Record<string, TagEvent[] | null>;
}

/** An ImageStream `images/web` with one push to `latest`. */
export const anImageStream = ({
  name = 'web',
  namespace = 'images',
  labels,
  tags = { latest: [aTagEvent()] },
}: StreamOptions = {}): ImageStream => ({
  apiVersion: 'image.openshift.io/v1',
  kind: 'ImageStream',
  metadata: { name, namespace, labels, uid: `${namespace}-${name}-uid` },
  status: { tags: Object.entries(tags).map(([tag, items]) => ({ tag, items })) },
});

/** The push that `anImageStream` holds. */
export const aPush = (overrides: Partial<Push> = {}): Push => {
  const digest = overrides.digest ?? aDigest();
  return {
    stream: { namespace: 'images', name: 'web' },
    tags: ['latest'],
    aliases: [],
    leftBy: [],
    digest,
    reference: `registry.example/images/web@${digest}`,
    created: '2026-03-01T12:00:00Z',
    ...overrides,
  };
};

/** The pushes as the ledger that the history is made from. */
export const aLedger = (...pushes: Push[]): Map<string, Push[]> => {
  const ledger = new Map<string, Push[]>();
  for (const push of pushes) {
    const key = streamKey(push.stream);
    ledger.set(key, [...(ledger.get(key) ?? []), push]);
  }
  return ledger;
};

/** A draft that binds every tag of `images/web` to the Pipeline `ci/scan`, named `scan-web`. */
export const aDraft = (overrides: Partial<CompleteDraft> = {}): CompleteDraft => ({
  namespace: 'ci',
  name: 'scan-web',
  stream: { namespace: 'images', name: 'web' },
  rule: { kind: 'any' },
  policy: 'each-push',
  pipeline: 'scan',
  params: [
    {
      name: 'IMAGE',
      type: 'string',
      hasDefault: false,
      source: { from: 'push', field: 'reference' },
    },
  ],
  workspaces: [],
  settings: defaultSettings,
  pod: noPodTemplate,
  metadata: noMetadata,
  ...overrides,
});

export interface LaneState {
  /** RFC 3339; the moment at which the lanes became active, and their creation time. */
  activatedAt?: string;
  active?: boolean;
  /** In place of that of a new trigger. */
  naming?: Naming;
}

/** The lanes of a draft, lane 1 first, as the API server holds them once they are active. */
export const lanesOfDraft = (
  draft: CompleteDraft = aDraft(),
  { activatedAt = '2026-03-01T10:00:00Z', active = true, naming }: LaneState = {},
): Trigger[] => {
  const { name: trigger, stream, rule } = draft;
  const uid = `${draft.namespace}-${draft.name}-uid`;
  const lanes = triggerPlan(draft, { activatedAt, version: '1.2.3' }).filter(
    ({ kind }) => kind === triggerKind,
  );
  const specOf = (manifest: Manifest & { spec?: TriggerSpec }, lane: number): TriggerSpec => ({
    ...manifest.spec!,
    ...(naming && {
      interceptors: pushInterceptors({ trigger, stream, rule, activatedAt, lane, naming }),
    }),
  });
  return lanes.map(({ manifest, part }, lane) => ({
    ...manifest,
    spec: specOf(manifest, lane),
    metadata: {
      ...manifest.metadata,
      uid: part === 'root' ? uid : `${manifest.metadata.name}-uid`,
      creationTimestamp: activatedAt,
      labels: { ...manifest.metadata.labels, ...(active ? { [activeLabel]: 'true' } : {}) },
      ownerReferences:
        part === 'root'
          ? undefined
          : [{ apiVersion: 'triggers.tekton.dev/v1beta1', kind: 'Trigger', name: draft.name, uid }],
    },
  }));
};

/** The template of a draft. */
export const aTriggerTemplate = (draft: CompleteDraft = aDraft()): TriggerTemplate =>
  triggerTemplateManifest(draft, '1.2.3');

/** The image trigger that is read back from the objects of a draft. */
export const aTrigger = (
  overrides: Partial<CompleteDraft> = {},
  state: LaneState = {},
): ImageTrigger => {
  const draft = aDraft(overrides);
  const [trigger] = imageTriggersOf(lanesOfDraft(draft, state), [aTriggerTemplate(draft)]);
  return trigger!;
};

const conditions: Record<RunStatus, Partial<Condition> | undefined> = {
  queued: undefined,
  running: { status: 'Unknown', reason: 'Running' },
  succeeded: { status: 'True', reason: 'Succeeded' },
  failed: { status: 'False', reason: 'Failed', message: 'Tasks Completed: 1 (Failed: 1)' },
  cancelled: { status: 'False', reason: 'Cancelled' },
  // As it was last seen.
  unknown: { status: 'Unknown', reason: 'Running' },
};

interface PipelineRunOptions {
  draft?: CompleteDraft;
  push?: Push;
  status?: RunStatus;
  /** RFC 3339; the time of the push where it is absent. */
  createdAt?: string;
  /** RFC 3339; of a run that has ended, the time of its creation where it is absent. */
  finishedAt?: string;
  /** In place of the fixed name. */
  name?: string;
}

/** The PipelineRun that the listener makes of a push, from the draft's own template. */
export const aPipelineRun = ({
  draft = aDraft(),
  push = aPush(),
  status = 'succeeded',
  createdAt = push.created,
  finishedAt = status === 'queued' || status === 'running' ? undefined : createdAt,
  name = firstRunNameOf(draft.policy, draft.name, push),
}: PipelineRunOptions = {}): PipelineRun => {
  const values = {
    'run-name': name,
    'event-id': 'event-1',
    'event-time': push.created,
    ...Object.fromEntries(
      pushFieldKeys.map((field) => [
        pushFields[field].param,
        pushFieldValue(field, push, push.tags[0]!),
      ]),
    ),
  };
  const [template] = aTriggerTemplate(draft).spec!.resourcetemplates!;
  const text = Object.entries(values).reduce(
    (json, [param, value]) => json.replaceAll(templateParam(param), value),
    JSON.stringify(template),
  );
  const run = JSON.parse(text) as PipelineRun;
  const condition = conditions[status];
  return {
    ...run,
    metadata: {
      ...run.metadata,
      namespace: draft.namespace,
      uid: `${name}-uid`,
      creationTimestamp: createdAt,
    },
    status: {
      startTime: status === 'queued' ? undefined : createdAt,
      completionTime: finishedAt,
      conditions: condition && [{ type: 'Succeeded', ...condition } as Condition],
    },
  };
};

/** `aPipelineRun` as a run of its image trigger. */
export const aRun = (options: PipelineRunOptions = {}): Run => runOf(aPipelineRun(options))!;

/** `aPipelineRun` as Tekton Results has it, after it was pruned from the cluster. */
export const anArchivedRun = (options: PipelineRunOptions = {}): Run =>
  archivedRunOf(aPipelineRun(options))!;
