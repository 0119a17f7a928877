import assert from 'node:assert/strict';
import { triggerPlan } from '../../../src/domain/plan';
import type { PlannedResource } from '../../../src/domain/plan';
import { resourceKey } from '../../../src/domain/relay';
import { nameOf, namespaceOf } from '../../../src/k8s/resource';
import { triggerKind } from '../../../src/k8s/trigger';
import type { ApiRequest, Fault } from '../api-client';
import type { Scenario } from '../scenario';
import { version } from '../scenario-context';
import type { ScenarioContext } from '../scenario-context';

interface Trouble {
  readonly method: ApiRequest['method'];
  readonly fault: Fault;
  /** On which objects of the plan, each in turn. */
  readonly on: (resource: PlannedResource) => boolean;
}

/** Tries to create the trigger with each trouble in turn; nothing may be left of it. */
const expectNothingLeft = async (
  context: ScenarioContext,
  { method, fault, on }: Trouble,
): Promise<void> => {
  const before = await context.observer.snapshot();
  const draft = context.draft({ stream: context.remoteStream });
  const plan = triggerPlan(draft, { activatedAt: '', version }).filter(on);
  assert.ok(plan.length > 0);
  for (const resource of plan) {
    const client = context.clientOf('admin');
    client.fault = (request) =>
      request.method === method &&
      !request.dryRun &&
      request.kind.plural === resource.kind.plural &&
      request.namespace === namespaceOf(resource.manifest) &&
      request.name === nameOf(resource.manifest)
        ? fault
        : undefined;
    const result = await context.create(draft, client);
    const trouble = `${method} of ${resourceKey(resource)} ${fault}`;
    assert.ok(result.outcome === 'failed', trouble);
    assert.equal(resourceKey(result.resource), resourceKey(resource), trouble);
    assert.deepEqual([result.phase, result.leftOver], ['write', []], trouble);
    await context.expect.snapshot(before, `what is left after ${trouble}`);
  }
};

const all = (): boolean => true;
const lanes = ({ kind }: PlannedResource): boolean => kind === triggerKind;
const notShared = ({ part }: PlannedResource): boolean => part !== 'shared';

/** A creation that fails half-way leaves the cluster as it was. */
export const transactionScenarios: readonly Scenario[] = [
  {
    title: 'a create refused, of each object of the plan in turn, leaves nothing behind',
    run: async (context) => {
      const { expect, remoteStream: stream } = context;
      await expectNothingLeft(context, { method: 'POST', fault: 'refused', on: all });
      await context.bind({ stream });
      await expect.noMoreRuns('web', [], { stream, tag: 'v1' });
    },
  },
  {
    title: 'a create whose answer is lost, of each object in turn, leaves nothing behind',
    run: (context) => expectNothingLeft(context, { method: 'POST', fault: 'answer-lost', on: all }),
  },
  {
    title: 'an activation refused, of each lane in turn, leaves nothing behind',
    run: (context) => expectNothingLeft(context, { method: 'PATCH', fault: 'refused', on: lanes }),
  },
  {
    title: 'a create refused beside another trigger leaves that one and the relay as they were',
    run: async (context) => {
      const { registry, images, expect, remoteStream: stream } = context;
      await context.bind({ name: 'other', stream });
      await expectNothingLeft(context, { method: 'POST', fault: 'refused', on: notShared });
      await registry.push(stream, 'v1', images.named('red'));
      await expect.noMoreRuns('other', ['red v1'], { stream, tag: 'v2' });
      await expect.runs('web', []);
    },
  },
  {
    title:
      'a create that failed, and one of a trigger that was just deleted, can be tried again at once',
    run: async (context) => {
      const { admin, observer, expect, remoteStream: stream } = context;
      const draft = context.draft({ stream });
      const failing = context.clientOf('admin');
      const isActivation = ({ method, name }: ApiRequest): boolean =>
        method === 'PATCH' && name === draft.name;
      failing.fault = (request) => (isActivation(request) ? 'refused' : undefined);
      assert.equal((await context.create(draft, failing)).outcome, 'failed');
      assert.deepEqual(await context.create(draft), { outcome: 'created' });

      const [made] = await observer.imageTriggers();
      assert.ok(made);
      const { namespace, name } = made;
      await admin.remove(triggerKind, { namespace, name }, { uid: made.uid });
      assert.deepEqual(await context.create(draft), { outcome: 'created' });
      const [again] = await observer.imageTriggers();
      assert.ok(again && again.uid !== made.uid && again.active === 'all');
      await expect.noMoreRuns('web', [], { stream, tag: 'v1' });
    },
  },
];
