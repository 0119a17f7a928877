import assert from 'node:assert/strict';
import type { DraftParam } from '../../../src/domain/draft';
import { causeAnnotations, streamLabel } from '../../../src/domain/marks';
import { pauseTrigger, resumeTrigger } from '../../../src/domain/pause-trigger';
import { clusterImages } from '../../../src/domain/push';
import type { StreamRef } from '../../../src/domain/push';
import { hasField, pushFieldKeys } from '../../../src/domain/push-fields';
import { applyReplay, planReplay } from '../../../src/domain/replay-push';
import type { ReplayPlan } from '../../../src/domain/replay-push';
import { imageKind } from '../../../src/k8s/image';
import { annotationOf, labelOf } from '../../../src/k8s/resource';
import { bindAny, first, lastIn, ofProjects } from '../any-image';
import { sendToListener } from '../listener-door';
import { pullSpecOf, repositoryOf } from '../registry';
import { expectSameRuns } from '../replays';
import type { Scenario } from '../scenario';
import type { ScenarioContext } from '../scenario-context';
import { Upstream } from '../upstream';
import { verbsOf } from '../verbs';

/** What a run says of the image that it is for. */
const expectRecord = async (
  { admin, images, observer }: ScenarioContext,
  label: string,
  stream: StreamRef,
): Promise<void> => {
  const image = images.named(label);
  const created = (await admin.get(imageKind, { name: image.digest }))?.metadata?.creationTimestamp;
  const run = (await observer.pipelineRuns()).find(
    (one) => annotationOf(one, causeAnnotations.digest) === image.digest,
  );
  assert.ok(run);
  const record = (name: keyof typeof causeAnnotations) => annotationOf(run, causeAnnotations[name]);
  assert.deepEqual(
    {
      reference: record('reference'),
      tag: record('tag'),
      pushedAt: record('pushedAt'),
      stream: record('stream'),
      streamNamespace: record('streamNamespace'),
      streamLabel: labelOf(run, streamLabel),
      params: run.spec?.params,
    },
    {
      reference: pullSpecOf(stream, image),
      tag: repositoryOf(stream),
      pushedAt: created,
      stream: undefined,
      streamNamespace: undefined,
      streamLabel: undefined,
      params: [{ name: 'IMAGE', value: pullSpecOf(stream, image) }],
    },
    `the record of the run of ${label}`,
  );
};

/** Every field that an image has, alone and in a text. */
const imageParams: readonly DraftParam[] = [
  ...pushFieldKeys
    .filter((field) => hasField(clusterImages, field))
    .map((field): DraftParam => ({
      name: field,
      type: 'string',
      hasDefault: false,
      source: { from: 'push', field },
    })),
  {
    name: 'IMAGE',
    type: 'string',
    hasDefault: false,
    source: { from: 'literal', value: '"$(reference)" \\ $$(digest) $(pushedAt)' },
  },
];

/** What comes of it when somebody asks for the run of an image. */
const replayOf = async (context: ScenarioContext, label: string): Promise<ReplayPlan> => {
  const { digest } = context.images.named(label);
  const row = (await context.observer.history()).find((one) => one.digest === digest);
  assert.ok(row, `the history has ${label}`);
  const push = { digest, created: row.created };
  const trigger = await context.trigger('web');
  return planReplay({ trigger, push, by: 'anna', now: new Date() }, verbsOf(context.admin));
};

/** The same, where there is something to run. */
const planOf = async (context: ScenarioContext, label: string) => {
  const plan = await replayOf(context, label);
  assert.ok(plan.outcome === 'ready', JSON.stringify(plan));
  return plan;
};

/** What comes of the Images of the cluster, whatever ImageStream they came to. */
export const anyImageScenarios: readonly Scenario[] = [
  {
    title: 'any image: a new one runs once, whatever comes of it later',
    run: async (context) => {
      const { registry, images, expect, stream, remoteStream, cluster } = context;
      const [red, blue] = [images.named('red'), images.named('blue')] as const;
      const runs = [first('red', stream), first('blue', remoteStream)];
      await bindAny(context);
      await registry.push(stream, 'v1', red);
      await registry.push(remoteStream, 'v1', blue);
      await expect.runs('web', runs);
      await expectRecord(context, 'red', stream);
      await expectRecord(context, 'blue', remoteStream);
      await cluster.later(2);
      await registry.push(stream, 'v2', red);
      await registry.push(remoteStream, 'v1', red);
      await registry.tag(stream, { stable: red });
      await registry.labelImage(red, 'changed');
      await expect.history(
        'web',
        runs.map((line) => `${line} succeeded`),
      );
      await registry.removeImage(blue);
      await expect.noMoreRuns('web', runs, lastIn(stream));
    },
  },
  {
    title: 'any image: a rule of any runs for those of every project and every registry',
    exclusive: true,
    run: (context) =>
      Upstream.use(async (upstream) => {
        const { registry, images, expect, stream, remoteStream } = context;
        upstream.move('v1', images.named('green'));
        await bindAny(context, 'web', { kind: 'any' });
        await registry.push(stream, 'v1', images.named('red'));
        await registry.push(remoteStream, 'v1', images.named('blue'));
        await registry.import(stream, { v2: upstream.pullSpecOf('v1') });
        const imported = `green ${upstream.pullSpecOf('v1').replace(/:v1$/, '')}`;
        const runs = [first('red', stream), first('blue', remoteStream), imported];
        await expect.noMoreRuns('web', runs, lastIn(stream));
      }),
  },
  {
    title:
      'any image: one that was pruned and is pushed again is new, and runs again, but not where each image runs once',
    run: async (context) => {
      const { registry, images, expect, stream, cluster } = context;
      const red = images.named('red');
      const rule = ofProjects(context);
      await bindAny(context);
      await context.bind({ name: 'once', stream: clusterImages, rule, policy: 'each-image' });
      await registry.push(stream, 'v1', red);
      for (const name of ['web', 'once']) await expect.runs(name, [first('red', stream)]);
      await registry.removeImage(red);
      await cluster.later(2);
      await registry.push(stream, 'v1', red);
      const runs = [first('red', stream), first('red', stream)];
      await expect.noMoreRuns('web', runs, lastIn(stream));
      await expect.runs('once', [first('red', stream), first('last-1', stream)]);
    },
  },
  {
    title: 'any image: a rule judges the repository that an image came to first',
    run: async (context) => {
      const { registry, images, expect, projects, stream, remoteStream, cluster } = context;
      const other = { ...stream, name: 'other' };
      await registry.createStream(other);
      const pattern = `*/${projects.pipelines}/*`;
      await bindAny(context, 'glob', { kind: 'glob', pattern, ignore: ['*/other'] });
      await bindAny(context, 'exact', { kind: 'tags', tags: [repositoryOf(remoteStream)] });
      await registry.push(stream, 'v1', images.named('red'));
      await registry.push(other, 'v1', images.named('blue'));
      await registry.push(remoteStream, 'v1', images.named('green'));
      await cluster.later(2);
      // Known by now, and of no repository but its first.
      await registry.push(remoteStream, 'v2', images.named('red'));
      await expect.noMoreRuns('glob', [first('red', stream)], lastIn(stream));
      await expect.noMoreRuns('exact', [first('green', remoteStream)], lastIn(remoteStream));
    },
  },
  {
    title: 'any image: a trigger that is paused runs none, and once resumed the next one',
    run: async (context) => {
      const { registry, images, expect, stream, remoteStream, cluster } = context;
      const verbs = verbsOf(context.admin);
      await bindAny(context);
      await bindAny(context, 'witness');
      await pauseTrigger(await context.trigger('web'), verbs, { by: 'anna', reason: 'freeze' });
      await cluster.later(2);
      await registry.push(stream, 'v1', images.named('red'));
      // The listener has dealt with the image: it is the same one for both triggers.
      await expect.runs('witness', [first('red', stream)]);
      await expect.history('web', [`${first('red', stream)} paused`]);
      await cluster.later(2);
      await resumeTrigger(await context.trigger('web'), verbs, { by: 'anna' });
      await registry.push(remoteStream, 'v1', images.named('blue'));
      await expect.noMoreRuns('web', [first('blue', remoteStream)], lastIn(stream));
      await expect.history('web', [
        `${first('red', stream)} paused`,
        `${first('blue', remoteStream)} succeeded`,
        `${first('last-1', stream)} succeeded`,
      ]);
    },
  },
  {
    title: 'any image: a replay is the run of the event, and makes none beside it',
    run: async (context) => {
      const { registry, images, expect, remoteStream } = context;
      await context.bind({ stream: clusterImages, rule: ofProjects(context), params: imageParams });
      await registry.push(remoteStream, 'v1', images.named('red'));
      await expect.runs('web', [first('red', remoteStream)]);
      await expectSameRuns(context, { trigger: 'web', count: 1 });
      const { outcome } = await replayOf(context, 'red');
      assert.equal(outcome, 'has-run');
    },
  },
  {
    title: 'any image: those that were lost are found, each is run or sent by hand, once',
    run: async (context) => {
      const { registry, images, expect, relay, projects, stream, cluster } = context;
      await bindAny(context);
      await relay.stopSource(clusterImages);
      // Of one second, or nearly: no event shows another Image, so none is said to be superseded.
      await registry.push(stream, 'v1', images.named('red'));
      await registry.push(stream, 'v2', images.named('blue'));
      await relay.startSource(clusterImages);
      const missed = [first('red', stream), first('blue', stream)];
      assert.equal((await expect.ranOrMissed('web', missed)).length, missed.length);
      await expect.history(
        'web',
        missed.map((line) => `${line} missed`),
      );
      const byRun = await planOf(context, 'red');
      assert.equal((await applyReplay(byRun, verbsOf(context.admin))).outcome, 'created');
      const { sent } = await planOf(context, 'blue');
      assert.ok(sent?.outcome === 'event', JSON.stringify(sent));
      await sendToListener(cluster, { namespace: projects.pipelines, ...sent.event }, sent.event);
      await expect.runs('web', missed);
      await registry.labelImage(images.named('red'), 'changed');
      await cluster.later(2);
      await expect.noMoreRuns('web', missed, lastIn(stream));
    },
  },
];
