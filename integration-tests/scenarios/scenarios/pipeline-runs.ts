import assert from 'node:assert/strict';
import { draftParams } from '../../../src/domain/draft';
import {
  causeAnnotations,
  managedByLabel,
  manager,
  streamLabel,
  triggerLabel,
} from '../../../src/domain/marks';
import { proposeParam } from '../../../src/domain/param-proposal';
import { parseGoDuration } from '../../../src/domain/go-duration';
import { pushesOf } from '../../../src/domain/push';
import { runNameOf } from '../../../src/domain/run-name';
import { runOf } from '../../../src/domain/run';
import { defaultSettings, splitSettings } from '../../../src/domain/run-settings';
import { samplePipeline, samplePipelineName } from '../../../src/domain/sample-pipeline';
import { imageStreamKind } from '../../../src/k8s/image-stream';
import type { ImageStream } from '../../../src/k8s/image-stream';
import { pipelineKind } from '../../../src/k8s/pipeline';
import type { ParamSpec } from '../../../src/k8s/pipeline';
import { annotationOf, conditionOf } from '../../../src/k8s/resource';
import { serviceAccountKind } from '../../../src/k8s/service-account';
import { pullSpecOf } from '../registry';
import type { Scenario } from '../scenario';

const params: ParamSpec[] = [
  { name: 'IMAGE', type: 'string' },
  { name: 'image-digest', type: 'string' },
  { name: 'tag', type: 'string' },
  { name: 'team', type: 'string' },
  { name: 'severity', type: 'string', default: 'HIGH' },
];

/** What a run is made of, and how it ends. */
export const pipelineRunScenarios: readonly Scenario[] = [
  {
    title: 'a run carries the image, digest and tag of its push, and its cause',
    run: async (context) => {
      const { admin, registry, images, expect, observer, remoteStream: stream } = context;
      const namespace = context.projects.pipelines;
      const sample = samplePipeline(namespace);
      const spec = { ...sample.spec, params };
      const pipeline = { ...sample, metadata: { name: 'inspect', namespace }, spec };
      await admin.create(pipelineKind, pipeline);
      const proposed = draftParams(pipeline, (param) => proposeParam(param, params).source);
      await context.bind({
        stream,
        pipeline: 'inspect',
        params: proposed.map((param) =>
          param.name === 'team' ? { ...param, source: { from: 'literal', value: 'a "b"' } } : param,
        ),
      });
      const red = images.named('red');
      await registry.push(stream, 'v1', red);
      await expect.runs('web', ['red v1']);

      const [run] = await observer.pipelineRuns();
      assert.ok(run);
      assert.deepEqual(run.spec?.pipelineRef, { name: 'inspect' });
      assert.deepEqual(run.spec.params, [
        { name: 'IMAGE', value: pullSpecOf(stream, red) },
        { name: 'image-digest', value: red.digest },
        { name: 'tag', value: 'v1' },
        { name: 'team', value: 'a "b"' },
      ]);
      const found = await admin.get<ImageStream>(imageStreamKind, stream);
      const [push] = pushesOf(found ?? {});
      assert.ok(push);
      assert.equal(run.metadata?.name, runNameOf('web', push));
      const eventTime = annotationOf(run, causeAnnotations.eventTime);
      assert.deepEqual(runOf(run)?.cause, {
        stream,
        tag: 'v1',
        digest: red.digest,
        reference: push.reference,
        pushedAt: push.created,
        eventTime,
      });
      assert.equal(run.metadata.labels?.[managedByLabel], manager);
      assert.equal(run.metadata.labels[triggerLabel], 'web');
      assert.equal(run.metadata.labels[streamLabel], 'web');
      assert.match(annotationOf(run, causeAnnotations.eventId) ?? '', /^[-0-9a-f]{36}$/);
      const sentAt = Date.parse(eventTime ?? '');
      assert.ok(sentAt >= Date.parse(push.created), 'the event is not older than its push');
    },
  },
  {
    title: 'a run has the service account and the timeouts of its trigger',
    run: async (context) => {
      const { admin, registry, images, expect, observer, stream } = context;
      await admin.create(serviceAccountKind, {
        apiVersion: serviceAccountKind.apiVersion,
        kind: serviceAccountKind.kind,
        metadata: { name: 'runner', namespace: context.projects.pipelines },
      });
      const settings = { ...defaultSettings, serviceAccount: 'runner', tasksTimeout: '30m' };
      await context.bind({ settings });
      await registry.push(stream, 'v1', images.named('red'));
      await expect.history('web', ['red v1 succeeded']);
      const [run] = await observer.pipelineRuns();
      const found = splitSettings(run?.spec ?? {}).settings;
      assert.equal(found.serviceAccount, 'runner');
      assert.equal(parseGoDuration(found.tasksTimeout), parseGoDuration('30m'));
    },
  },
  {
    title:
      'a run whose Pipeline is gone is made, fails with CouldntGetPipeline and shows as failed',
    run: async (context) => {
      const { admin, registry, images, expect, observer, stream } = context;
      const namespace = context.projects.pipelines;
      await context.bind();
      await admin.remove(pipelineKind, { namespace, name: samplePipelineName });
      await registry.push(stream, 'v1', images.named('red'));
      await expect.runs('web', ['red v1']);
      await expect.history('web', ['red v1 failed']);
      const [run] = await observer.pipelineRuns();
      const succeeded = conditionOf(run?.status?.conditions, 'Succeeded');
      assert.deepEqual([succeeded?.status, succeeded?.reason], ['False', 'CouldntGetPipeline']);
      const [row] = await observer.history();
      assert.match(row?.run?.message ?? '', new RegExp(samplePipelineName));
    },
  },
];
