import { causeAnnotations, managedLabels, triggerLabel } from '../../src/domain/marks';
import type { StreamRef } from '../../src/domain/push';
import { runNameOf } from '../../src/domain/run-name';
import { samplePipelineName } from '../../src/domain/sample-pipeline';
import type { TagEvent } from '../../src/k8s/image-stream';
import { pipelineRunKind } from '../../src/k8s/pipeline-run';
import { apiVersionOf } from '../../src/k8s/resource';
import type { ApiClient, Key } from '../scenarios/api-client';

/** A push for which a trigger of the fleet made a run. */
export interface FleetPush {
  readonly ref: StreamRef;
  readonly item: TagEvent;
  readonly trigger: string;
  readonly isGood: boolean;
}

export const pipelinesProject = 'bench-pipelines';

/** Of every stream of the fleet. */
export const tag = 'latest';

/** Both clusters simulate what a run does, and read by this label what it is to end as. */
const outcomeLabel = 'local.imagetriggers.dev/outcome';

/** Names the run of a push. */
export const runKeyOf = ({ trigger, item: { image, created } }: FleetPush): Key => ({
  namespace: pipelinesProject,
  name: runNameOf(trigger, { digest: image, created }),
});

/** Makes the run of a push as the listener would have made it. */
export const createRun = async (client: ApiClient, push: FleetPush): Promise<void> => {
  const { ref, item, trigger, isGood } = push;
  const outcome = isGood ? undefined : { [outcomeLabel]: 'fail' };
  await client.create(pipelineRunKind, {
    apiVersion: apiVersionOf(pipelineRunKind),
    kind: pipelineRunKind.kind,
    metadata: {
      ...runKeyOf(push),
      labels: { ...managedLabels, [triggerLabel]: trigger, ...outcome },
      annotations: {
        [causeAnnotations.stream]: ref.name,
        [causeAnnotations.streamNamespace]: ref.namespace,
        [causeAnnotations.tag]: tag,
        [causeAnnotations.digest]: item.image,
        [causeAnnotations.reference]: item.dockerImageReference,
        [causeAnnotations.pushedAt]: item.created,
      },
    },
    ...{
      spec: {
        pipelineRef: { name: samplePipelineName },
        params: [{ name: 'IMAGE', value: item.dockerImageReference }],
      },
    },
  });
};

/** What a run is without its tasks, in bytes, about. */
const plainBytes = 1_900;

/** What the reconciler of Pipelines writes down of a task, about as long as that of a real one. */
const taskDetail = (run: string, index: number) => ({
  spec: {
    name: `step-${index}`,
    params: [{ name: 'IMAGE', value: '$(params.IMAGE)' }],
    taskSpec: {
      metadata: {},
      spec: null,
      params: [{ name: 'IMAGE', type: 'string', description: 'The pull spec of the image.' }],
      results: [{ name: 'report', type: 'string', description: 'What was found.' }],
      steps: [
        {
          name: 'check',
          image: `registry.example.com/tools/check@sha256:${'0123456789abcdef'.repeat(4)}`,
          computeResources: { requests: { cpu: '100m', memory: '256Mi' } },
          script: '#!/bin/sh\nset -eu\ncheck --image "$1" --report "$(results.report.path)"\n',
          args: ['$(params.IMAGE)'],
          securityContext: { runAsNonRoot: true, allowPrivilegeEscalation: false },
        },
      ],
    },
  },
  reference: {
    apiVersion: 'tekton.dev/v1',
    kind: 'TaskRun',
    name: `${run}-step-${index}`,
    displayName: `Step ${index} of the checks`,
    pipelineTaskName: `step-${index}`,
    whenExpressions: [{ input: '$(params.IMAGE)', operator: 'notin', values: [''] }],
  },
});

/** Writes as many tasks into the status of a run as make it about so large. */
export const addDetail = async (client: ApiClient, key: Key, bytes: number): Promise<void> => {
  const size = JSON.stringify(taskDetail(key.name, 0)).length;
  const count = Math.max(0, Math.round((bytes - plainBytes) / size));
  if (count === 0) return;
  const tasks = Array.from({ length: count }, (_, index) => taskDetail(key.name, index));
  await client.patchStatus(pipelineRunKind, key, {
    status: {
      pipelineSpec: { tasks: tasks.map(({ spec }) => spec) },
      childReferences: tasks.map(({ reference }) => reference),
      provenance: { featureFlags: { EnableAPIFields: 'beta', Coschedule: 'workspaces' } },
    },
  });
};
