import assert from 'node:assert/strict';
import type { ListenerState } from '../cluster-under-test';
import { PushFlow } from '../push-flow';
import type { Scenario } from '../scenario';
import type { ScenarioContext } from '../scenario-context';

/**
 * A push that the listener does not take for some seconds is missed; the next push of its stream
 * brings it along, because it is still fresh.
 */
const expectMissedThenBrought = async (
  context: ScenarioContext,
  state: ListenerState,
  seconds: number,
): Promise<void> => {
  const { registry, images, expect, relay, stream, cluster } = context;
  const neighbour = { ...stream, name: 'api' };
  await registry.createStream(neighbour);
  await context.bind();
  await context.bind({ name: 'neighbour', stream: neighbour });
  await relay.setListener(state);
  await registry.push(stream, 'v1', images.named('red'));
  await cluster.later(seconds);
  await relay.setListener('running');
  // One source sends the events of both streams in their order.
  await registry.push(neighbour, 'v1', images.named('green'));
  await expect.runs('neighbour', ['green v1']);
  assert.deepEqual(await expect.ranOrMissed('web', ['red v1']), ['red v1']);
  await registry.push(stream, 'v2', images.named('blue'));
  await expect.noMoreRuns('web', ['red v1', 'blue v2'], { stream, tag: 'v3' });
  await expect.history('web', ['red v1 succeeded', 'blue v2 succeeded', 'last-1 v3 succeeded']);
};

/** Parts of the chain that go away and come back while pushes go on. */
export const faultScenarios: readonly Scenario[] = [
  {
    title:
      'a source killed and started again while pushes go on: each runs once or is found as missed',
    run: async (context) => {
      const { expect, relay, stream } = context;
      const flow = new PushFlow(context);
      await context.bind();
      for (const pushesBefore of [3, 0]) {
        await flow.push(pushesBefore);
        await relay.restartSource(stream);
        await flow.push(8);
        await flow.untilOneRuns('web');
      }
      await expect.ranOrMissed('web', flow.made);
    },
  },
  {
    title:
      'a push while the listener is down for 10 s is found as missed, until the next one brings it',
    run: (context) => expectMissedThenBrought(context, 'down', 10),
  },
  {
    // For three seconds what fails is sent again, but not what was answered by 500.
    title:
      'a push that the listener answers by 500 is found as missed, until the next one brings it',
    run: (context) => expectMissedThenBrought(context, 'failing', 2),
  },
  {
    title:
      'the API server restarts while pushes go on: each runs once or is found as missed, and all recovers',
    exclusive: true,
    run: async (context) => {
      const { registry, images, expect, relay, stream, remoteStream, cluster } = context;
      const flow = new PushFlow(context);
      await context.bind();
      await flow.push(3);
      await flow.during(cluster.restartApiServer());
      await flow.push(3);
      await flow.untilOneRuns('web');
      await relay.untilReady(stream);
      await expect.ranOrMissed('web', flow.made);
      await context.bind({ name: 'later', stream: remoteStream });
      await registry.push(remoteStream, 'v1', images.named('red'));
      await expect.runs('later', ['red v1']);
      await expect.history('later', ['red v1 succeeded']);
    },
  },
];
