import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { imagesAsStream } from '../../../src/domain/cluster-images';
import { compareObject } from '../../../src/domain/comparison';
import { parseGoDuration } from '../../../src/domain/go-duration';
import { imageTriggersOf } from '../../../src/domain/image-trigger';
import { previewValue } from '../../../src/domain/param-value';
import { runWorkspaces } from '../../../src/domain/manifests/trigger-template';
import { triggerPlan } from '../../../src/domain/plan';
import type { PlannedResource } from '../../../src/domain/plan';
import { isClusterImages, pushesOf } from '../../../src/domain/push';
import type { Push } from '../../../src/domain/push';
import { fillFields, pushFieldValue } from '../../../src/domain/push-fields';
import { changedPodFields } from '../../../src/domain/pod-template';
import { receiverName } from '../../../src/domain/relay-names';
import { replayRun } from '../../../src/domain/replay';
import { isFilled, metadataParts } from '../../../src/domain/run-metadata';
import { runSettings, splitSettings } from '../../../src/domain/run-settings';
import { splitRunSpec } from '../../../src/domain/run-spec';
import type { ImageStream } from '../../../src/k8s/image-stream';
import { pipelineRunKind } from '../../../src/k8s/pipeline-run';
import type { PipelineRun, WorkspaceBinding } from '../../../src/k8s/pipeline-run';
import { nameOf } from '../../../src/k8s/resource';
import type { K8sObject } from '../../../src/k8s/resource';
import { triggerBindingKind } from '../../../src/k8s/trigger-binding';
import type { TriggerBinding } from '../../../src/k8s/trigger-binding';
import { triggerKind } from '../../../src/k8s/trigger';
import { triggerTemplateKind } from '../../../src/k8s/trigger-template';
import { draftsIn } from '../arbitraries/drafts';
import type { DraftAndPush } from '../arbitraries/drafts';
import type { ApiClient, Kind } from '../api-client';
import { forGenerated } from '../generated';
import { namespaceKind } from '../projects';
import type { Scenario } from '../scenario';
import { version } from '../scenario-context';

const activatedAt = '2026-03-01T12:00:00Z';
const created = '2026-03-01T12:00:10Z';
const image = `sha256:${'a1'.repeat(32)}`;

/** Dry runs of the objects of plans; what plans share is tried once. */
class DryRuns {
  private readonly tried = new Map<string, Promise<K8sObject>>();

  constructor(private readonly client: ApiClient) {}

  /** @returns what the API server would store, which differs in nothing from what was asked for */
  async of(resource: PlannedResource): Promise<K8sObject> {
    const { kind, manifest, part } = resource;
    const key = `${kind.plural} ${JSON.stringify(manifest)}`;
    const answer = this.tried.get(key) ?? this.create(kind, resource.manifest);
    if (part === 'shared') this.tried.set(key, answer);
    const found = await answer;
    const { state, differences } = compareObject(resource, found, version);
    assert.equal(state, 'same', `${kind.kind}: ${JSON.stringify(differences)}`);
    return found;
  }

  async create<T extends K8sObject>(kind: Kind, manifest: PlannedResource['manifest']): Promise<T> {
    try {
      return await this.client.create<T>(kind, manifest, { dryRun: true });
    } catch (error) {
      assert.fail(`${kind.kind} ${JSON.stringify(manifest)}: ${String(error)}`);
    }
  }
}

const streamOf = ({ draft: { stream }, tag }: DraftAndPush): ImageStream => {
  if (isClusterImages(stream)) {
    const metadata = { name: image, creationTimestamp: created };
    return imagesAsStream([{ metadata, dockerImageReference: `${tag}@${image}` }]);
  }
  const dockerImageReference = `registry.example/${stream.namespace}/${stream.name}@${image}`;
  const item = { created, dockerImageReference, image, generation: 1 };
  return { metadata: { ...stream }, status: { tags: [{ tag, items: [item] }] } };
};

/** What fills workspaces, but for the claims of runs: the API writes quantities in its own way. */
const volumesOf = (bindings: readonly WorkspaceBinding[]) =>
  bindings.map(({ volumeClaimTemplate, ...binding }) => ({
    ...binding,
    hasOwnClaim: volumeClaimTemplate !== undefined,
  }));

/** The API writes durations in its own way, and fills in what is not asked for. */
const expectSettings = (run: PipelineRun, { draft: { settings } }: DraftAndPush): void => {
  const found = splitSettings(run.spec ?? {}).settings;
  for (const setting of runSettings.filter((one) => settings[one] !== '')) {
    const inSameWords = (text: string): string =>
      setting === 'serviceAccount' ? text : String(parseGoDuration(text));
    assert.equal(inSameWords(found[setting]), inSameWords(settings[setting]), setting);
  }
};

/** What is said of pods arrives, and nothing else. */
const expectPods = (run: PipelineRun, { draft }: DraftAndPush): void =>
  assert.deepEqual(changedPodFields(splitRunSpec(run.spec ?? {}).pod, draft.pod), []);

/** Fields of the push in the text of an annotation are those of this push. */
const expectMetadata = (run: PipelineRun, { draft, tag }: DraftAndPush, push: Push): void => {
  for (const part of metadataParts)
    for (const { name, value } of draft.metadata[part].filter(isFilled)) {
      const filled = fillFields(value, (field) => pushFieldValue(field, push, tag));
      assert.equal(run.metadata?.[part]?.[name], filled, `${part}: ${name}`);
    }
};

/** The run that the template in the cluster names, for a push by the tag. */
const expectRun = async (
  dryRuns: DryRuns,
  generated: DraftAndPush,
  objects: readonly { kind: Kind; found: K8sObject }[],
): Promise<void> => {
  const ofKind = <T extends K8sObject>(kind: Kind): T[] =>
    objects.filter((object) => object.kind === kind).map(({ found }) => found as T);
  const [trigger] = imageTriggersOf(ofKind(triggerKind), ofKind(triggerTemplateKind));
  const { stream: bound, rule, policy } = generated.draft;
  const binding = ofKind<TriggerBinding>(triggerBindingKind).find(
    (one) => nameOf(one) === receiverName(bound.namespace),
  );
  const stream = streamOf(generated);
  const [push] = pushesOf(stream);
  assert.ok(trigger && binding && push);
  assert.deepEqual(trigger.binding, { stream: bound, rule, naming: { policy } });
  const event = { id: 'event', time: '2026-03-01T12:00:11Z' };
  const replay = replayRun({ trigger, binding, stream, push, event, uid: 'uid' });
  assert.ok(replay.outcome === 'run', JSON.stringify(replay));
  const run = await dryRuns.create<PipelineRun>(pipelineRunKind, replay.run);
  const { params, pipeline } = generated.draft;
  assert.equal(run.spec?.pipelineRef?.name, pipeline);
  const values = params.flatMap((param) => {
    const value = previewValue(param, { push, tag: generated.tag });
    return value === undefined ? [] : [{ name: param.name, value }];
  });
  assert.deepEqual(run.spec.params ?? [], values, 'what the form shows as the parameters');
  assert.deepEqual(
    volumesOf(run.spec.workspaces ?? []),
    volumesOf(runWorkspaces(generated.draft)),
    'what fills the workspaces',
  );
  expectSettings(run, generated);
  expectPods(run, generated);
  expectMetadata(run, generated, push);
};

const expectAccepted = async (dryRuns: DryRuns, generated: DraftAndPush): Promise<void> => {
  const plan = triggerPlan(generated.draft, { activatedAt, version, by: generated.by });
  const objects = plan.map(async (resource) => ({
    kind: resource.kind,
    found: await dryRuns.of(resource),
  }));
  await expectRun(dryRuns, generated, await Promise.all(objects));
};

/** Does something beside a namespace whose name is as long as names can be. */
const withLongProject = async (
  admin: ApiClient,
  action: (namespace: string) => Promise<void>,
): Promise<void> => {
  const name = `it-long-${randomBytes(4).toString('hex')}-`.padEnd(63, 'x');
  await admin.create(namespaceKind, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  try {
    await action(name);
  } finally {
    await admin.remove(namespaceKind, { name });
  }
};

/** Whatever the form lets through, the API server takes. */
export const manifestScenarios: readonly Scenario[] = [
  {
    title: 'the objects of 300 generated drafts and their runs pass a server dry run, unchanged',
    run: ({ admin, projects: { pipelines, images } }) =>
      withLongProject(admin, async (longest) => {
        const dryRuns = new DryRuns(admin);
        const drafts = draftsIn(pipelines, [pipelines, images, longest]);
        await forGenerated(drafts, { count: 300, atOnce: 4 }, (generated) =>
          expectAccepted(dryRuns, generated),
        );
      }),
  },
];
