import assert from 'node:assert/strict';
import { draftParams } from '../../../src/domain/draft';
import type { DraftParam, ObjectKey } from '../../../src/domain/draft';
import { proposeParam } from '../../../src/domain/param-proposal';
import { samplePipeline } from '../../../src/domain/sample-pipeline';
import { pipelineKind } from '../../../src/k8s/pipeline';
import type { ParamSpec, PipelineTask } from '../../../src/k8s/pipeline';
import { conditionOf } from '../../../src/k8s/resource';
import { pullSpecOf } from '../registry';
import type { Scenario } from '../scenario';
import type { ScenarioContext } from '../scenario-context';

const image: ParamSpec = {
  name: 'image',
  type: 'object',
  properties: {
    url: { type: 'string' },
    digest: { type: 'string' },
    target: { type: 'string' },
    team: { type: 'string' },
  },
  default: { team: 'supply-chain' },
};

const print: PipelineTask = {
  name: 'print',
  params: [{ name: 'DIGEST', value: '$(params.image.digest)' }],
  taskSpec: {
    params: [{ name: 'DIGEST', type: 'string' }],
    steps: [{ name: 'print', image: 'busybox', script: 'echo "$(params.DIGEST)"' }],
  },
};

/** Makes a Pipeline that needs an object, and says what the form proposes for it. */
const inspect = async (context: ScenarioContext): Promise<DraftParam[]> => {
  const namespace = context.projects.pipelines;
  const pipeline = {
    ...samplePipeline(namespace),
    metadata: { name: 'inspect', namespace },
    spec: { params: [image], tasks: [print] },
  };
  await context.admin.create(pipelineKind, pipeline);
  return draftParams(pipeline, (param) => proposeParam(param, [image]).source);
};

/** Each object with its keys made into others. */
const withKeys = (
  params: readonly DraftParam[],
  keys: (keys: readonly ObjectKey[]) => readonly ObjectKey[],
): DraftParam[] =>
  params.map((param) =>
    param.source.from === 'object'
      ? { ...param, source: { ...param.source, keys: keys(param.source.keys) } }
      : param,
  );

const target: ObjectKey = {
  name: 'target',
  source: { from: 'literal', value: 'releases/"app":$(tag)' },
};

/** What an object gets of a push. */
export const objectParamScenarios: readonly Scenario[] = [
  {
    title: 'an object parameter gets the reference, digest and tag of the push, key by key',
    run: async (context) => {
      const { registry, images, expect, observer, stream } = context;
      const params = withKeys(await inspect(context), (keys) =>
        keys.map((key) => (key.name === target.name ? target : key)),
      );
      await context.bind({ pipeline: 'inspect', params });
      const red = images.named('red');
      await registry.push(stream, 'v1', red);
      await expect.history('web', ['red v1 succeeded']);
      const [run] = await observer.pipelineRuns();
      assert.deepEqual(run?.spec?.params, [
        {
          name: 'image',
          value: {
            url: pullSpecOf(stream, red),
            digest: red.digest,
            target: 'releases/"app":v1',
            team: 'supply-chain',
          },
        },
      ]);
    },
  },
  {
    title: 'a run fails with ObjectParameterMissKeys where a key has neither a value nor a default',
    run: async (context) => {
      const { registry, images, expect, observer, stream } = context;
      const params = withKeys(await inspect(context), (keys) =>
        keys.filter(({ name }) => name === 'url' || name === 'digest'),
      );
      await context.bind({ pipeline: 'inspect', params });
      await registry.push(stream, 'v1', images.named('red'));
      await expect.history('web', ['red v1 failed']);
      const [run] = await observer.pipelineRuns();
      const succeeded = conditionOf(run?.status?.conditions, 'Succeeded');
      assert.equal(succeeded?.reason, 'ObjectParameterMissKeys');
      // The default has the key `team`.
      assert.match(succeeded.message ?? '', /image:\[target\]/);
    },
  },
];
