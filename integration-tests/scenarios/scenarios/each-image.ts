import assert from 'node:assert/strict';
import { editTrigger } from '../../../src/domain/apply/edit-trigger';
import { imageRunNameOf } from '../../../src/domain/run-name';
import type { RunPolicy } from '../../../src/domain/run-policy';
import { pipelineRunKind } from '../../../src/k8s/pipeline-run';
import { eventually } from '../eventually';
import type { Image } from '../image';
import { expectSameRuns } from '../replays';
import type { Scenario } from '../scenario';
import type { ScenarioContext } from '../scenario-context';
import { version } from '../scenario-context';
import { verbsOf } from '../verbs';

const policy: RunPolicy = 'each-image';

/** How long a change of the policy takes until it is in effect, and a bit. */
const changeSeconds = 305;

const changePolicy = async (context: ScenarioContext, to: RunPolicy): Promise<void> => {
  const base = await context.trigger('web');
  const edit = { base, draft: context.draft({ policy: to }) };
  const { outcome } = await editTrigger(edit, verbsOf(context.admin), { version });
  assert.equal(outcome, 'saved');
};

/** Each in a second of its own. */
const pushInTurn = async (context: ScenarioContext, pushes: [string, Image][]): Promise<void> => {
  for (const [tag, image] of pushes) {
    await context.registry.push(context.stream, tag, image);
    await context.cluster.later(2);
  }
};

/** The names of the runs of a trigger. */
const namesOf = async ({ observer }: ScenarioContext): Promise<string[]> =>
  (await observer.runs()).map(({ name }) => name).sort();

/** What runs where each image runs once. */
export const eachImageScenarios: readonly Scenario[] = [
  {
    title: 'each image once: another image runs, a rollback and another tag for an image do not',
    run: async (context) => {
      const { registry, images, expect, stream, cluster } = context;
      const [red, blue] = [images.named('red'), images.named('blue')] as const;
      await context.bind({ policy });
      await pushInTurn(context, [
        ['v1', red],
        ['v1', blue],
        ['v1', red],
      ]);
      await registry.tag(stream, { stable: red });
      await cluster.later(2);
      await expect.noMoreRuns('web', ['red v1', 'blue v1'], { stream, tag: 'v2' });
      await expect.history('web', [
        'red v1 succeeded',
        'blue v1 succeeded',
        'red v1 image-ran',
        'red stable image-ran',
        'last-1 v2 succeeded',
      ]);
      const last = imageRunNameOf('web', images.named('last-1'));
      const names = [red, blue].map((image) => imageRunNameOf('web', image));
      assert.deepEqual(await namesOf(context), [...names, last].sort());
    },
  },
  {
    title: 'each image once: tags that get one image at once are one run, with one event or many',
    run: async (context) => {
      const { registry, images, expect, stream, cluster } = context;
      const [red, blue] = [images.named('red'), images.named('blue')] as const;
      await context.bind({ policy, rule: { kind: 'glob', pattern: 'v*' } });
      await registry.push(stream, 'build', red);
      await cluster.later(2);
      await registry.tag(stream, { v1: red, v2: red, v3: red });
      await expect.runs('web', ['red v1']);
      await cluster.later(2);
      await Promise.all(['v4', 'v5', 'v6'].map((tag) => registry.push(stream, tag, blue)));
      await pushInTurn(context, [['v-last', images.named('last')]]);
      const names = [red, blue, images.named('last')].map((one) => imageRunNameOf('web', one));
      await eventually(cluster.patienceMs, async () => {
        assert.deepEqual(await namesOf(context), [...names].sort());
      });
    },
  },
  {
    title: 'each image once: a replay is the run of the event, and a later push of it adds none',
    run: async (context) => {
      const { registry, images, expect, stream, cluster } = context;
      const red = images.named('red');
      await context.bind({ policy });
      await registry.push(stream, 'v1', red);
      await expect.history('web', ['red v1 succeeded']);
      await expectSameRuns(context, { trigger: 'web', count: 1 });
      await cluster.later(2);
      await registry.tag(stream, { stable: red });
      await cluster.later(2);
      await expect.noMoreRuns('web', ['red v1'], { stream, tag: 'v2' });
    },
  },
  {
    title: 'each image once: an image whose run was pruned runs with its next push, which owns it',
    run: async (context) => {
      const { admin, registry, images, expect, projects, stream, cluster } = context;
      const red = images.named('red');
      await context.bind({ policy });
      await registry.push(stream, 'v1', red);
      await expect.history('web', ['red v1 succeeded']);
      // Older than any event can show once more.
      await cluster.later(125);
      const name = imageRunNameOf('web', red);
      await admin.remove(pipelineRunKind, { namespace: projects.pipelines, name });
      await expect.runs('web', []);
      await registry.tag(stream, { stable: red });
      await expect.runs('web', ['red stable']);
      await expect.history('web', ['red v1 image-ran', 'red stable succeeded']);
      assert.deepEqual(await namesOf(context), [name]);
    },
  },
  {
    title: 'a change to each image once takes effect later, and runs no push twice',
    run: async (context) => {
      const { registry, images, expect, stream, cluster } = context;
      const red = images.named('red');
      await context.bind();
      await registry.push(stream, 'v1', red);
      await expect.runs('web', ['red v1']);
      await changePolicy(context, 'each-image');
      // Shows the first push once more, while it is fresh, and is itself a push of before the change.
      await cluster.later(2);
      await registry.tag(stream, { v2: red });
      await expect.runs('web', ['red v1', 'red v2']);
      await cluster.later(changeSeconds);
      await registry.tag(stream, { v3: red });
      await cluster.later(2);
      await registry.tag(stream, { v4: red });
      await cluster.later(2);
      const runs = ['red v1', 'red v2', 'red v3'];
      await expect.noMoreRuns('web', runs, { stream, tag: 'v5' });
      await expect.history('web', [
        ...runs.map((line) => `${line} succeeded`),
        'red v4 image-ran',
        'last-1 v5 succeeded',
      ]);
    },
  },
  {
    title: 'a change back to each push takes effect later, and runs no push twice',
    run: async (context) => {
      const { registry, images, expect, stream, cluster } = context;
      const red = images.named('red');
      await context.bind({ policy });
      await registry.push(stream, 'v1', red);
      await expect.runs('web', ['red v1']);
      await changePolicy(context, 'each-push');
      await cluster.later(2);
      await registry.tag(stream, { v2: red });
      await cluster.later(changeSeconds);
      await registry.tag(stream, { v3: red });
      await cluster.later(2);
      await expect.noMoreRuns('web', ['red v1', 'red v3'], { stream, tag: 'v4' });
      await expect.history('web', [
        'red v1 succeeded',
        'red v2 image-ran',
        'red v3 succeeded',
        'last-1 v4 succeeded',
      ]);
    },
  },
];
