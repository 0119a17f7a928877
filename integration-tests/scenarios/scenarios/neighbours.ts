import assert from 'node:assert/strict';
import { sourceName } from '../../../src/domain/relay-names';
import { apiServerSourceKind } from '../../../src/k8s/api-server-source';
import { nameOf } from '../../../src/k8s/resource';
import type { Scenario } from '../scenario';

/** Triggers beside each other, and across projects. */
export const neighbourScenarios: readonly Scenario[] = [
  {
    title: 'two triggers on one stream run once each',
    run: async (context) => {
      const { registry, images, expect, stream } = context;
      await context.bind();
      await context.bind({ name: 'audit', rule: { kind: 'tags', tags: ['v1'] } });
      await registry.push(stream, 'v1', images.named('red'));
      await registry.push(stream, 'v2', images.named('blue'));
      await expect.runs('audit', ['red v1']);
      await expect.noMoreRuns('web', ['red v1', 'blue v2'], { stream, tag: 'v3' });
      await expect.history('audit', [
        'red v1 succeeded',
        'blue v2 unmatched',
        'last-1 v3 unmatched',
      ]);
    },
  },
  {
    title: 'two triggers on one stream of another project share its source and run once each',
    run: async (context) => {
      const { admin, registry, images, expect, remoteStream: stream, projects } = context;
      await context.bind({ stream });
      await context.bind({ name: 'audit', stream, rule: { kind: 'tags', tags: ['v1'] } });
      const sources = await admin.list(apiServerSourceKind, { namespace: projects.pipelines });
      assert.deepEqual(sources.map(nameOf), [sourceName(stream.namespace)]);
      await registry.push(stream, 'v1', images.named('red'));
      await registry.push(stream, 'v2', images.named('blue'));
      await expect.runs('audit', ['red v1']);
      await expect.noMoreRuns('web', ['red v1', 'blue v2'], { stream, tag: 'v3' });
      await expect.runs('audit', ['red v1']);
    },
  },
  {
    title: 'a trigger runs the pushes of a stream of another project, and not of its own namesake',
    run: async (context) => {
      const { registry, images, expect, stream, remoteStream } = context;
      // The witness: events of its own project reach the same listener.
      await context.bind({ name: 'witness' });
      await context.bind({ stream: remoteStream });
      await registry.push(stream, 'v1', images.named('red'));
      await registry.push(remoteStream, 'v1', images.named('blue'));
      await expect.runs('witness', ['red v1']);
      await expect.noMoreRuns('web', ['blue v1'], { stream: remoteStream, tag: 'v2' });
      await expect.history('web', ['blue v1 succeeded', 'last-1 v2 succeeded']);
      await expect.runs('witness', ['red v1']);
    },
  },
];
