import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createTrigger } from '../../src/domain/apply/create-trigger';
import { causeAnnotations, managedLabels, triggerLabel } from '../../src/domain/marks';
import type { StreamRef } from '../../src/domain/push';
import { runNameOf } from '../../src/domain/run-name';
import { samplePipeline, samplePipelineName } from '../../src/domain/sample-pipeline';
import { imageStreamKind } from '../../src/k8s/image-stream';
import type { ImageStream, TagEvent } from '../../src/k8s/image-stream';
import { pipelineKind } from '../../src/k8s/pipeline';
import { pipelineRunKind } from '../../src/k8s/pipeline-run';
import type { PipelineRun } from '../../src/k8s/pipeline-run';
import { apiVersionOf, conditionOf, nameOf, namespaceOf } from '../../src/k8s/resource';
import type { ApiClient, Kind } from '../scenarios/api-client';
import { eventually } from '../scenarios/eventually';
import { verbsOf } from '../scenarios/verbs';
import { forEachOf } from './at-once';
import { aDraft } from '../scenarios/draft';

/** How much there is on the cluster. */
export interface FleetSize {
  /** One tag each, spread over `projects`. */
  readonly streams: number;
  readonly projects: number;
  /** Every fifth stream is bound, until there are so many triggers. */
  readonly triggers: number;
  /** Each with its push in the ledger of a bound stream. */
  readonly runsPerTrigger: number;
}

const namespaceKind: Kind = { apiVersion: 'v1', kind: 'Namespace', plural: 'namespaces' };

const pipelinesProject = 'bench-pipelines';
const tag = 'latest';
/** A real controller takes seconds for each run, and does some at once. */
const patienceMs = 900_000;

/** A stream and the pushes that its tag holds, newest first. */
interface FleetStream {
  readonly ref: StreamRef;
  readonly items: readonly TagEvent[];
  /** The image trigger that it is bound to. */
  readonly trigger: string | undefined;
}

const projectName = (index: number): string => `bench-images-${String(index).padStart(3, '0')}`;

const itemOf = ({ namespace, name }: StreamRef, hoursAgo: number): TagEvent => {
  const digest = createHash('sha256').update(`${namespace}/${name} ${hoursAgo}`).digest('hex');
  return {
    created: new Date(Date.now() - hoursAgo * 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z'),
    dockerImageReference: `image-registry.openshift-image-registry.svc:5000/${namespace}/${name}@sha256:${digest}`,
    image: `sha256:${digest}`,
    generation: 1,
  };
};

/** The bound ones are the first by name, so that the first page of a table shows some. */
const fleetOf = ({ streams, projects, triggers, runsPerTrigger }: FleetSize): FleetStream[] =>
  Array.from({ length: streams }, (_, index): FleetStream => {
    const name = `app-${String(index).padStart(5, '0')}`;
    const ref = { namespace: projectName(index % projects), name };
    const isBound = index % 5 === 0 && index / 5 < triggers;
    const pushes = isBound ? runsPerTrigger : 1;
    const items = Array.from({ length: pushes }, (_item, push) => itemOf(ref, push + 1));
    return { ref, items, trigger: isBound ? name : undefined };
  });

const createStream = async (
  client: ApiClient,
  { ref: { namespace, name }, items }: FleetStream,
): Promise<void> => {
  const labels = { 'app.kubernetes.io/part-of': 'bench' };
  await client.create(imageStreamKind, {
    apiVersion: apiVersionOf(imageStreamKind),
    kind: imageStreamKind.kind,
    metadata: { namespace, name, labels },
  });
  const status = { tags: [{ tag, items }] };
  await client.patchStatus(imageStreamKind, { namespace, name }, { status });
};

const bind = async (client: ApiClient, { ref, trigger = '' }: FleetStream): Promise<void> => {
  const draft = aDraft({
    namespace: pipelinesProject,
    name: trigger,
    stream: ref,
    rule: { kind: 'tags', tags: [tag] },
  });
  const result = await createTrigger(draft, verbsOf(client), { version: '0.0.0-bench' });
  assert.deepEqual(result, { outcome: 'created' }, `the creation of ${trigger}`);
};

/** The runs of the pushes as the listener would have made them. */
const createRuns = async (
  client: ApiClient,
  { ref, items, trigger = '' }: FleetStream,
): Promise<void> => {
  for (const { image, created, dockerImageReference } of items) {
    await client.create(pipelineRunKind, {
      apiVersion: apiVersionOf(pipelineRunKind),
      kind: pipelineRunKind.kind,
      metadata: {
        namespace: pipelinesProject,
        name: runNameOf(trigger, { digest: image, created }),
        labels: { ...managedLabels, [triggerLabel]: trigger },
        annotations: {
          [causeAnnotations.stream]: ref.name,
          [causeAnnotations.streamNamespace]: ref.namespace,
          [causeAnnotations.tag]: tag,
          [causeAnnotations.digest]: image,
          [causeAnnotations.reference]: dockerImageReference,
          [causeAnnotations.pushedAt]: created,
        },
      },
      ...{
        spec: {
          pipelineRef: { name: samplePipelineName },
          params: [{ name: 'IMAGE', value: dockerImageReference }],
        },
      },
    });
  }
};

/** What a cluster holds when it is quiet: nothing changes while one measures. */
const untilRunsAreDone = async (client: ApiClient): Promise<void> => {
  await eventually(patienceMs, async () => {
    const runs = await client.list<PipelineRun>(pipelineRunKind, { namespace: pipelinesProject });
    const open = runs.filter(
      ({ status }) => conditionOf(status?.conditions, 'Succeeded')?.status !== 'True',
    );
    assert.equal(
      open.length,
      0,
      `${open.length} of ${runs.length} PipelineRuns have not succeeded`,
    );
  });
};

/** The shop's streams have many tags: with them the figures would be of another list. */
const removeStreams = async (client: ApiClient): Promise<void> => {
  const streams = await client.list<ImageStream>(imageStreamKind);
  await forEachOf(streams, (stream) =>
    client.remove(imageStreamKind, { namespace: namespaceOf(stream), name: nameOf(stream) }),
  );
};

/** Fills a cluster through its API with nothing but the fleet, and waits until it is quiet. */
export const createFleet = async (client: ApiClient, size: FleetSize): Promise<void> => {
  await removeStreams(client);
  const homes = Array.from({ length: size.projects }, (_, index) => projectName(index));
  await forEachOf([pipelinesProject, ...homes], (name) =>
    client.create(namespaceKind, {
      apiVersion: namespaceKind.apiVersion,
      kind: namespaceKind.kind,
      metadata: { name },
    }),
  );
  await client.create(pipelineKind, samplePipeline(pipelinesProject));
  const fleet = fleetOf(size);
  await forEachOf(fleet, (stream) => createStream(client, stream));
  const bound = fleet.filter(({ trigger }) => trigger !== undefined);
  // One after another: they share the event source and the listener.
  for (const stream of bound) await bind(client, stream);
  await forEachOf(bound, (stream) => createRuns(client, stream));
  await untilRunsAreDone(client);
};
