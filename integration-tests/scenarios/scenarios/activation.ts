import assert from 'node:assert/strict';
import { pipelineRunKind } from '../../../src/k8s/pipeline-run';
import { nameOf } from '../../../src/k8s/resource';
import type { Scenario } from '../scenario';
import { pastTheWindow } from '../window';

/** Which pushes are a trigger's business by their time. */
export const activationScenarios: readonly Scenario[] = [
  {
    title: 'a push from before the activation never runs, whatever changes later',
    run: async (context) => {
      const { registry, images, expect, stream, cluster } = context;
      await registry.push(stream, 'v1', images.named('red'));
      await cluster.later(2);
      await context.bind();
      await registry.label(stream, 'changed');
      await expect.noMoreRuns('web', [], { stream, tag: 'v2' });
      await expect.history('web', ['red v1 before', 'last-1 v2 succeeded']);
    },
  },
  {
    title:
      'a push right before a creation does not run, though events of it come after; the next one does',
    run: async (context) => {
      const { registry, images, expect, stream, cluster } = context;
      await context.bind({ name: 'witness' });
      await registry.push(stream, 'v1', images.named('red'));
      // A push in the second of the activation counts as after it.
      await cluster.later(1);
      assert.deepEqual(await context.create(context.draft()), { outcome: 'created' });
      await registry.label(stream, 'changed');
      await registry.push(stream, 'v2', images.named('blue'));
      await expect.noMoreRuns('web', ['blue v2'], { stream, tag: 'v3' });
      await expect.history('web', ['red v1 before', 'blue v2 succeeded', 'last-1 v3 succeeded']);
      await expect.runs('witness', ['red v1', 'blue v2', 'last-1 v3']);
    },
  },
  {
    title: 'a push right after the creation runs',
    run: async (context) => {
      const { registry, images, expect, stream } = context;
      await context.bind({ name: 'first' });
      const result = await context.create(context.draft());
      assert.deepEqual(result, { outcome: 'created' });
      await registry.push(stream, 'v1', images.named('red'));
      await expect.runs('web', ['red v1']);
    },
  },
  {
    title: 'a change of the stream long after a push does not run it again, pruned run or not',
    run: async (context) => {
      const { admin, registry, images, expect, observer, stream, cluster } = context;
      const namespace = context.projects.pipelines;
      await context.bind();
      await registry.push(stream, 'v1', images.named('red'));
      await expect.runs('web', ['red v1']);
      const [run] = await observer.pipelineRuns();
      await cluster.later(pastTheWindow);
      await registry.label(stream, 'changed');
      await expect.noMoreRuns('web', ['red v1'], { stream, tag: 'v2' });
      await admin.remove(pipelineRunKind, { namespace, name: nameOf(run ?? {}) });
      await registry.label(stream, 'changed-again');
      await expect.noMoreRuns('web', ['last-1 v2'], { stream, tag: 'v3' });
    },
  },
];
