import assert from 'node:assert/strict';
import { causeAnnotations, triggerLabel } from '../../src/domain/marks';
import { isClusterImages } from '../../src/domain/push';
import { receiverName } from '../../src/domain/relay-names';
import { replayRun } from '../../src/domain/replay';
import type { RunManifest } from '../../src/domain/replay';
import { imageStreamKind } from '../../src/k8s/image-stream';
import type { ImageStream } from '../../src/k8s/image-stream';
import { pipelineRunKind } from '../../src/k8s/pipeline-run';
import type { PipelineRun } from '../../src/k8s/pipeline-run';
import { annotationOf, conditionOf, labelOf } from '../../src/k8s/resource';
import { triggerBindingKind } from '../../src/k8s/trigger-binding';
import type { TriggerBinding } from '../../src/k8s/trigger-binding';
import type { Kind } from './api-client';
import { eventually } from './eventually';
import type { ScenarioContext } from './scenario-context';

const taskRunKind: Kind = {
  apiGroup: 'tekton.dev',
  apiVersion: 'v1',
  kind: 'TaskRun',
  plural: 'taskruns',
};

/** By which the listener says which lane made a run. */
export const laneLabel = 'triggers.tekton.dev/trigger';

/** What differs from event to event, and nothing else may. */
const eventMarks: readonly string[] = [
  causeAnnotations.eventId,
  causeAnnotations.eventTime,
  'triggers.tekton.dev/triggers-eventid',
];

const withoutEvent = (
  texts: Readonly<Record<string, string>> = {},
  ignored: readonly string[],
): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).filter(([name]) => !ignored.includes(name)));

/** A run as far as it does not depend on when it was made. */
const timelessPart = ({ metadata, spec }: PipelineRun, ignored: readonly string[]) => ({
  name: metadata?.name,
  namespace: metadata?.namespace,
  labels: withoutEvent(metadata?.labels, ignored),
  annotations: withoutEvent(metadata?.annotations, ignored),
  spec,
});

/** The runs of a trigger, once Tekton is done with as many as there should be. */
const finishedRuns = (context: ScenarioContext, trigger: string, count: number) =>
  eventually(context.cluster.patienceMs, async () => {
    const runs = (await context.observer.pipelineRuns()).filter(
      (run) => labelOf(run, triggerLabel) === trigger,
    );
    const done = runs.filter(
      ({ status }) => conditionOf(status?.conditions, 'Succeeded')?.status === 'True',
    );
    assert.deepEqual([runs.length, done.length], [count, count], `finished runs of ${trigger}`);
    return runs;
  });

const replayOf = async (context: ScenarioContext, run: PipelineRun): Promise<RunManifest> => {
  const { admin, observer, projects } = context;
  const trigger = await context.trigger(labelOf(run, triggerLabel) ?? '');
  assert.ok(trigger.binding);
  const { stream: bound } = trigger.binding;
  const binding = await admin.get<TriggerBinding>(triggerBindingKind, {
    namespace: projects.pipelines,
    name: receiverName(bound.namespace),
  });
  assert.ok(binding);
  const stream = isClusterImages(bound)
    ? await observer.imagesOfProjects()
    : await admin.get<ImageStream>(imageStreamKind, bound);
  assert.ok(stream);
  const push = {
    digest: annotationOf(run, causeAnnotations.digest) ?? '',
    created: annotationOf(run, causeAnnotations.pushedAt) ?? '',
  };
  const event = { id: 'replay', time: '2026-03-01T12:00:00Z' };
  const replay = replayRun({ trigger, binding, stream, push, event, uid: 'replay' });
  assert.ok(replay.outcome === 'run', JSON.stringify(replay));
  return replay.run;
};

/** Takes a run away with what Tekton made for it, as a pruner does. */
const prune = async ({ admin, cluster }: ScenarioContext, run: RunManifest): Promise<void> => {
  const { name, namespace = '' } = run.metadata;
  await admin.remove(pipelineRunKind, { namespace, name });
  const labelSelector = `tekton.dev/pipelineRun=${name}`;
  await eventually(cluster.patienceMs, async () => {
    assert.equal(await admin.get(pipelineRunKind, { namespace, name }), undefined);
    assert.deepEqual(await admin.list(taskRunKind, { namespace, labelSelector }), []);
  });
};

/** Replays every run of a trigger, and compares what Tekton then has with the listener's own. */
export const expectSameRuns = async (
  context: ScenarioContext,
  { trigger, count, ignored = [] }: { trigger: string; count: number; ignored?: string[] },
): Promise<void> => {
  const own = await finishedRuns(context, trigger, count);
  for (const run of own) {
    const replayed = await replayOf(context, run);
    await prune(context, replayed);
    await context.admin.create(pipelineRunKind, replayed);
  }
  const again = await finishedRuns(context, trigger, count);
  const leftOut = [...eventMarks, ...ignored];
  const byName = (runs: readonly PipelineRun[]) =>
    runs
      .map((run) => timelessPart(run, leftOut))
      .sort((a, b) => String(a.name).localeCompare(String(b.name)));
  assert.deepEqual(byName(again), byName(own), `the replayed runs of ${trigger}`);
};
