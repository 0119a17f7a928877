import assert from 'node:assert/strict';
import { createMany } from '../../../src/domain/apply/create-many';
import type { CompleteDraft } from '../../../src/domain/draft';
import { manyDrafts } from '../../../src/domain/many-drafts';
import type { StreamRef } from '../../../src/domain/push';
import { choiceAmong } from '../../../src/domain/stream-choice';
import { apiServerSourceKind } from '../../../src/k8s/api-server-source';
import { imageStreamKind } from '../../../src/k8s/image-stream';
import type { ImageStream } from '../../../src/k8s/image-stream';
import { nameOf } from '../../../src/k8s/resource';
import { triggerTemplateKind } from '../../../src/k8s/trigger-template';
import type { ApiClient } from '../api-client';
import type { Scenario } from '../scenario';
import { version } from '../scenario-context';
import type { ScenarioContext } from '../scenario-context';
import { verbsOf } from '../verbs';

/** Five ImageStreams of two projects; two of them have the same name. */
const teamOf = ({ projects: { images, pipelines } }: ScenarioContext): StreamRef[] => [
  { namespace: images, name: 'team-api' },
  { namespace: images, name: 'team-node' },
  { namespace: images, name: 'team-shop' },
  { namespace: pipelines, name: 'team-api' },
  { namespace: pipelines, name: 'team-cart' },
];

/** What the form would create for the team, as the cluster is now. */
const draftsIn = async (context: ScenarioContext): Promise<readonly CompleteDraft[]> => {
  const { admin, observer, projects } = context;
  const lists = [projects.images, projects.pipelines].map((namespace) =>
    admin.list<ImageStream>(imageStreamKind, { namespace }),
  );
  const triggers = await observer.imageTriggers();
  const made = manyDrafts(
    context.draft(),
    { ...choiceAmong(undefined), pattern: 'team-*' },
    {
      streams: (await Promise.all(lists)).flat(),
      triggers,
      taken: new Set(triggers.flatMap(({ objects }) => objects.lanes.map(nameOf))),
    },
  );
  assert.deepEqual([made.problems, made.choiceProblems], [[], []]);
  return made.drafts;
};

/** Creates the triggers of drafts; answers how each of them ended. */
const create = async (drafts: readonly CompleteDraft[], client: ApiClient): Promise<string[]> => {
  const ends: string[] = [];
  const options = { version, by: 'scenario' };
  await createMany(drafts, options, {
    verbs: verbsOf(client),
    isLeft: () => false,
    report: ({ name }, progress) => {
      if (progress.state === 'refused') ends.push(`${name}: ${progress.failure.problem.message}`);
      if (progress.state === 'created') ends.push(`${name} created`);
    },
  });
  return ends;
};

const pushToAll = async (
  { registry, images }: ScenarioContext,
  streams: readonly StreamRef[],
  tag: string,
): Promise<void> => {
  for (const [index, stream] of streams.entries())
    await registry.push(stream, tag, images.named(`${tag}-${index}`));
};

/** One trigger for each of many ImageStreams. */
export const manyScenarios: readonly Scenario[] = [
  {
    title:
      'triggers for five streams of two projects, one refused in the middle, run each push once',
    run: async (context) => {
      const { expect, observer, relay, cluster, admin, projects } = context;
      const team = teamOf(context);
      for (const stream of team) await context.registry.createStream(stream);
      const drafts = await draftsIn(context);
      const names = drafts.map(({ name }) => name);
      const [refused] = names.slice(2);
      assert.ok(refused !== undefined && names.length === team.length);
      assert.equal(new Set(names).size, names.length);

      const client = context.clientOf('admin');
      client.fault = ({ method, kind, name, dryRun }) =>
        method === 'POST' &&
        !dryRun &&
        kind.plural === triggerTemplateKind.plural &&
        name === refused
          ? 'refused'
          : undefined;
      const ends = await create(drafts, client);
      const expected = names.map(
        (name) => `${name}${name === refused ? ': refused by the scenario' : ' created'}`,
      );
      // Some are created at once: which one ends first is open.
      assert.deepEqual([...ends].sort(), expected.sort());
      const others = names.filter((name) => name !== refused);
      const found = await observer.imageTriggers();
      assert.deepEqual(found.map(({ name }) => name).sort(), [...others].sort());
      assert.ok(found.every(({ active }) => active === 'all'));
      const sources = await admin.list(apiServerSourceKind, { namespace: projects.pipelines });
      assert.equal(sources.length, 2, 'a source for each of the two projects');

      for (const stream of [context.stream, context.remoteStream]) await relay.untilReady(stream);
      const streams = drafts.map(({ stream }) => stream);
      await pushToAll(context, streams, 'first');
      for (const [index, name] of names.entries())
        await expect.runs(name, name === refused ? [] : [`first-${index} first`]);

      // A push in the second of its activation would be one of the fifth's.
      await cluster.later(1);
      const left = await draftsIn(context);
      assert.deepEqual(
        left.map(({ stream }) => stream),
        [streams[2]],
      );
      const retried = drafts.filter(({ name }) => name === refused);
      assert.deepEqual(await create(retried, admin), [`${refused} created`]);

      await pushToAll(context, streams, 'second');
      for (const [index, stream] of streams.entries()) {
        const name = names[index] ?? '';
        const earlier = name === refused ? [] : [`first-${index} first`];
        await expect.noMoreRuns(name, [...earlier, `second-${index} second`], {
          stream,
          tag: 'third',
        });
      }
    },
  },
];
