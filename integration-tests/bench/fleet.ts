import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createTrigger } from '../../src/domain/apply/create-trigger';
import type { StreamRef } from '../../src/domain/push';
import { samplePipeline } from '../../src/domain/sample-pipeline';
import { apiServerSourceKind } from '../../src/k8s/api-server-source';
import { imageStreamKind } from '../../src/k8s/image-stream';
import type { TagEvent } from '../../src/k8s/image-stream';
import { pipelineKind } from '../../src/k8s/pipeline';
import { pipelineRunKind } from '../../src/k8s/pipeline-run';
import type { PipelineRun } from '../../src/k8s/pipeline-run';
import { apiVersionOf, conditionOf, nameOf, namespaceOf } from '../../src/k8s/resource';
import type { K8sObject } from '../../src/k8s/resource';
import type { ApiClient, Kind } from '../scenarios/api-client';
import { aDraft } from '../scenarios/draft';
import { eventually } from '../scenarios/eventually';
import { verbsOf } from '../scenarios/verbs';
import { forEachOf } from './at-once';
import { addDetail, createRun, pipelinesProject, runKeyOf, tag } from './fleet-run';
import type { FleetPush } from './fleet-run';

/** How much there is on the cluster. */
export interface FleetSize {
  /** One tag each, spread over `projects`. */
  readonly streams: number;
  readonly projects: number;
  /** Every fifth stream is bound, until there are so many triggers. */
  readonly triggers: number;
  /** Each with its push in the ledger of a bound stream; every tenth of them has failed. */
  readonly runsPerTrigger: number;
  /** Of a PipelineRun, about; what it is by itself where this is less. */
  readonly runBytes: number;
}

/** What is on a cluster: nothing but what the bench puts there, so nothing changes by itself. */
export interface Fleet {
  readonly size: FleetSize;
  /** When its newest push came, in milliseconds since 1970. */
  readonly newest: number;
}

const namespaceKind: Kind = { apiVersion: 'v1', kind: 'Namespace', plural: 'namespaces' };

/** A real controller takes seconds for each run, and does some at once. */
const patienceMs = 900_000;

/** Of every so many streams one is bound. */
export const boundOneOf = 5;

/** Between two pushes of the fleet. */
const stepMs = 60_000;

const projectName = (index: number): string => `bench-images-${String(index).padStart(3, '0')}`;

const streamRefAt = ({ projects }: FleetSize, index: number): StreamRef => ({
  namespace: projectName(index % projects),
  name: `app-${String(index).padStart(5, '0')}`,
});

/** Whether the run of the n-th push of many succeeds. */
export const isGoodAt = (number: number): boolean => number % 10 !== 9;

/** The streams that are bound, with their indexes among all. */
export const boundRefs = (size: FleetSize): { readonly index: number; readonly ref: StreamRef }[] =>
  Array.from({ length: size.triggers }, (_, trigger) => {
    const index = trigger * boundOneOf;
    return { index, ref: streamRefAt(size, index) };
  });

const isBound = ({ triggers }: FleetSize, index: number): boolean =>
  index % boundOneOf === 0 && index / boundOneOf < triggers;

/** The item of an image that came to a stream at a time. */
export const itemAt = ({ namespace, name }: StreamRef, time: number): TagEvent => {
  const digest = createHash('sha256').update(`${namespace}/${name} ${time}`).digest('hex');
  return {
    created: new Date(time).toISOString().replace(/\.\d+Z$/, 'Z'),
    dockerImageReference: `image-registry.openshift-image-registry.svc:5000/${namespace}/${name}@sha256:${digest}`,
    image: `sha256:${digest}`,
    generation: 1,
  };
};

/**
 * The pushes of the fleet that have runs, newest first: each bound stream got one, then each of them
 * the one before, and so on, so that a fleet that grows gets older ones.
 */
export const pushesOfFleet = ({ size, newest }: Fleet): FleetPush[] => {
  const bound = boundRefs(size);
  return Array.from({ length: size.runsPerTrigger }, () => bound)
    .flat()
    .map(({ ref }, age) => ({
      ref,
      item: itemAt(ref, newest - age * stepMs),
      trigger: ref.name,
      isGood: isGoodAt(age),
    }));
};

/** What the tag of each stream holds, newest first, by the stream's index. */
export const itemsOfFleet = (fleet: Fleet): TagEvent[][] => {
  const { size, newest } = fleet;
  const items = Array.from({ length: size.streams }, (_, index) =>
    isBound(size, index) ? [] : [itemAt(streamRefAt(size, index), newest - index * stepMs)],
  );
  for (const [age, { item }] of pushesOfFleet(fleet).entries())
    items[(age % size.triggers) * boundOneOf]?.push(item);
  return items;
};

/** Makes the ledger of a stream say that its tag holds these items. */
export const setItems = (
  client: ApiClient,
  ref: StreamRef,
  items: readonly TagEvent[],
): Promise<void> =>
  client.patchStatus(imageStreamKind, ref, { status: { tags: [{ tag, items }] } });

const createStream = async (
  client: ApiClient,
  ref: StreamRef,
  items: readonly TagEvent[],
): Promise<void> => {
  const { namespace, name } = ref;
  const labels = { 'app.kubernetes.io/part-of': 'bench' };
  await client.create(imageStreamKind, {
    apiVersion: apiVersionOf(imageStreamKind),
    kind: imageStreamKind.kind,
    metadata: { namespace, name, labels },
  });
  await setItems(client, ref, items);
};

const bind = async (client: ApiClient, stream: StreamRef): Promise<void> => {
  const draft = aDraft({
    namespace: pipelinesProject,
    name: stream.name,
    stream,
    rule: { kind: 'tags', tags: [tag] },
  });
  const result = await createTrigger(draft, verbsOf(client), { version: '0.0.0-bench' });
  assert.deepEqual(result, { outcome: 'created' }, `the creation of ${stream.name}`);
};

/** What a cluster holds when it is quiet: nothing changes while one measures. */
const untilRunsHaveEnded = async (client: ApiClient): Promise<void> => {
  await eventually(patienceMs, async () => {
    const runs = await client.list<PipelineRun>(pipelineRunKind, { namespace: pipelinesProject });
    const open = runs.filter(
      ({ status }) =>
        (conditionOf(status?.conditions, 'Succeeded')?.status ?? 'Unknown') === 'Unknown',
    );
    assert.equal(open.length, 0, `${open.length} of ${runs.length} PipelineRuns have not ended`);
  });
};

/** Makes the runs of pushes, and waits until they have ended. */
const runPushes = async (
  client: ApiClient,
  pushes: readonly FleetPush[],
  bytes: number,
): Promise<void> => {
  await forEachOf(pushes, (push) => createRun(client, push));
  await untilRunsHaveEnded(client);
  await forEachOf(pushes, (push) => addDetail(client, runKeyOf(push), bytes));
};

const removeAll = async (client: ApiClient, kind: Kind): Promise<void> => {
  await forEachOf(await client.list<K8sObject>(kind), (object) =>
    client.remove(kind, { namespace: namespaceOf(object), name: nameOf(object) }),
  );
};

/** Fills a cluster through its API with nothing but the fleet, and waits until it is quiet. */
export const createFleet = async (client: ApiClient, size: FleetSize): Promise<Fleet> => {
  // The shop's streams have many tags: with them the figures would be of another list.
  await removeAll(client, imageStreamKind);
  const homes = Array.from({ length: size.projects }, (_, index) => projectName(index));
  await forEachOf([pipelinesProject, ...homes], (name) =>
    client.create(namespaceKind, {
      apiVersion: namespaceKind.apiVersion,
      kind: namespaceKind.kind,
      metadata: { name },
    }),
  );
  await client.create(pipelineKind, samplePipeline(pipelinesProject));
  const fleet: Fleet = { size, newest: Math.floor(Date.now() / 1000) * 1000 - 3_600_000 };
  await forEachOf(itemsOfFleet(fleet).entries(), ([index, items]) =>
    createStream(client, streamRefAt(size, index), items),
  );
  // One after another: they share the event source and the listener.
  for (const { ref } of boundRefs(size)) await bind(client, ref);
  // Pushes and their runs are made by the bench, so that it knows which there are.
  await removeAll(client, apiServerSourceKind);
  await runPushes(client, pushesOfFleet(fleet), size.runBytes);
  return fleet;
};

/** Gives each trigger older pushes with their runs, until it has so many. */
export const growFleet = async (
  client: ApiClient,
  fleet: Fleet,
  runsPerTrigger: number,
): Promise<Fleet> => {
  const grown: Fleet = { ...fleet, size: { ...fleet.size, runsPerTrigger } };
  const items = itemsOfFleet(grown);
  await forEachOf(boundRefs(grown.size), ({ index, ref }) =>
    setItems(client, ref, items[index] ?? []),
  );
  const older = pushesOfFleet(grown).slice(fleet.size.triggers * fleet.size.runsPerTrigger);
  await runPushes(client, older, grown.size.runBytes);
  return grown;
};
