import assert from 'node:assert/strict';
import { pushEvent, sentEventId } from '../../../src/domain/push-event';
import { imageStreamKind } from '../../../src/k8s/image-stream';
import type { ImageStream } from '../../../src/k8s/image-stream';
import { sendToListener } from '../listener-door';
import type { Scenario } from '../scenario';
import type { ScenarioContext } from '../scenario-context';
import { pastTheWindow } from '../window';

/** Sends the push of the red image to the listener, as the dialog of the trigger `web` does. */
const sendRed = async (context: ScenarioContext, by: string): Promise<void> => {
  const { admin, cluster, observer, projects, images } = context;
  const { digest } = images.named('red');
  const row = (await observer.history()).find((one) => one.digest === digest);
  const trigger = await context.trigger('web');
  const stream = await admin.get<ImageStream>(imageStreamKind, context.stream);
  assert.ok(row && stream);
  const push = { digest, created: row.created };
  const sent = pushEvent(trigger, { stream, push, id: sentEventId(by, new Date()) });
  assert.ok(sent.outcome === 'event', JSON.stringify(sent));
  await sendToListener(cluster, { namespace: projects.pipelines }, sent.event);
};

/** Pushes while the source is down, which nobody hears of. */
const losePushes = async (
  { relay, registry, images, stream, cluster }: ScenarioContext,
  pushes: readonly (readonly [tag: string, image: string])[],
): Promise<void> => {
  await relay.stopSource(stream);
  for (const [tag, image] of pushes) await registry.push(stream, tag, images.named(image));
  await relay.startSource(stream);
  await cluster.later(pastTheWindow);
};

/** What a user sends to the listener in place of an event that was lost. */
export const sentEventScenarios: readonly Scenario[] = [
  {
    title: 'a lost push that is sent through the chain runs once for each trigger that missed it',
    run: async (context) => {
      const { expect, observer, stream } = context;
      await context.bind();
      await context.bind({ name: 'twin' });
      await losePushes(context, [['v1', 'red']]);
      await expect.history('web', ['red v1 missed']);
      await expect.history('twin', ['red v1 missed']);
      await sendRed(context, 'ada');
      await expect.history('web', ['red v1 succeeded']);
      await expect.history('twin', ['red v1 succeeded']);
      await Promise.all([sendRed(context, 'ada'), sendRed(context, 'bob')]);
      await expect.noMoreRuns('web', ['red v1'], { stream, tag: 'v2' });
      await expect.history('web', ['red v1 succeeded', 'last-1 v2 succeeded']);
      const first = (await observer.runs()).find(({ cause }) => cause?.tag === 'v1');
      assert.equal(first?.replayedBy, 'ada');
    },
  },
  {
    title: 'a lost push that is sent through the chain runs alone, where its tag has moved on',
    run: async (context) => {
      const { expect, stream } = context;
      await context.bind();
      await losePushes(context, [
        ['v1', 'red'],
        ['v1', 'blue'],
      ]);
      await expect.history('web', ['red v1 missed', 'blue v1 missed']);
      await sendRed(context, 'ada');
      await expect.history('web', ['red v1 succeeded', 'blue v1 missed']);
      await expect.noMoreRuns('web', ['red v1'], { stream, tag: 'v2' });
      await expect.history('web', ['red v1 succeeded', 'blue v1 missed', 'last-1 v2 succeeded']);
    },
  },
  {
    title: 'each image once: a lost push that is sent through the chain runs for its image',
    run: async (context) => {
      const { registry, images, expect, stream, cluster } = context;
      await context.bind({ policy: 'each-image' });
      await losePushes(context, [['v1', 'red']]);
      await expect.history('web', ['red v1 missed']);
      await sendRed(context, 'ada');
      await expect.history('web', ['red v1 succeeded']);
      await registry.tag(stream, { stable: images.named('red') });
      await cluster.later(2);
      await expect.noMoreRuns('web', ['red v1'], { stream, tag: 'v2' });
      await expect.history('web', [
        'red v1 succeeded',
        'red stable image-ran',
        'last-1 v2 succeeded',
      ]);
    },
  },
];
