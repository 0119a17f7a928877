import assert from 'node:assert/strict';
import { samplePipeline } from '../../../src/domain/sample-pipeline';
import type { WorkspaceSource } from '../../../src/domain/workspace';
import { pipelineKind } from '../../../src/k8s/pipeline';
import type { PipelineWorkspace } from '../../../src/k8s/pipeline';
import { conditionOf } from '../../../src/k8s/resource';
import type { Scenario } from '../scenario';
import type { ScenarioContext } from '../scenario-context';

const declared: PipelineWorkspace[] = [{ name: 'scratch' }, { name: 'cache', optional: true }];

/** Binds a Pipeline that needs a workspace, and pushes. */
const pushWith = async (context: ScenarioContext, source: WorkspaceSource): Promise<void> => {
  const { admin, registry, images, expect, stream } = context;
  const namespace = context.projects.pipelines;
  const sample = samplePipeline(namespace);
  const spec = { ...sample.spec, workspaces: declared };
  const pipeline = { ...sample, metadata: { name: 'build', namespace }, spec };
  await admin.create(pipelineKind, pipeline);
  await context.bind({
    pipeline: 'build',
    workspaces: [{ name: 'scratch', isOptional: false, source }],
  });
  await registry.push(stream, 'v1', images.named('red'));
  await expect.runs('web', ['red v1']);
};

/** What fills the workspaces of a Pipeline. */
export const workspaceScenarios: readonly Scenario[] = [
  {
    title: 'a Pipeline with a required workspace runs with what fills it, without its optional one',
    run: async (context) => {
      await pushWith(context, { from: 'emptyDir' });
      await context.expect.history('web', ['red v1 succeeded']);
      const [run] = await context.observer.pipelineRuns();
      assert.deepEqual(run?.spec?.workspaces, [{ name: 'scratch', emptyDir: {} }]);
    },
  },
  {
    title: 'a run fails with InvalidWorkspaceBindings where nothing fills a required workspace',
    run: async (context) => {
      await pushWith(context, { from: 'nothing' });
      await context.expect.history('web', ['red v1 failed']);
      const [run] = await context.observer.pipelineRuns();
      const succeeded = conditionOf(run?.status?.conditions, 'Succeeded');
      assert.deepEqual(
        [succeeded?.status, succeeded?.reason],
        ['False', 'InvalidWorkspaceBindings'],
      );
    },
  },
];
