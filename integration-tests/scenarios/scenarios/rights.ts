import assert from 'node:assert/strict';
import { removeTrigger } from '../../../src/domain/remove-trigger';
import { roleBindingKind } from '../../../src/k8s/role-binding';
import type { PersonName } from '../cluster-under-test';
import type { Scenario } from '../scenario';
import { version } from '../scenario-context';
import type { ScenarioContext } from '../scenario-context';
import { verbsOf } from '../verbs';

/** Tries to create a trigger as somebody who lacks rights in a namespace, and may not write a thing. */
const expectRefused = async (
  context: ScenarioContext,
  person: PersonName,
  namespace: string,
): Promise<void> => {
  const { observer, expect, remoteStream: stream, cluster } = context;
  const before = await observer.snapshot();
  const result = await context.create(context.draft({ stream }), context.clientOf(person));
  assert.ok(result.outcome === 'failed');
  const { phase, problem, leftOver } = result;
  assert.deepEqual([phase, problem.code, leftOver], ['check', 'forbidden', []]);
  const { name } = cluster.people[person].subject;
  const refusal = new RegExp(
    `User "${name}" cannot (list|create) resource "roles" in API group ` +
      `"rbac\\.authorization\\.k8s\\.io" in the namespace "${namespace}"`,
  );
  assert.match(problem.message, refusal);
  await expect.snapshot(before, 'what the refused creation left behind');
};

/** Who can create a trigger, and what the others are told. */
export const rightsScenarios: readonly Scenario[] = [
  {
    title: 'an admin of both projects can create a trigger and remove it without a rest',
    run: async (context) => {
      const { registry, images, expect, observer, remoteStream: stream } = context;
      const before = await observer.snapshot();
      const client = context.clientOf('namespace-admin');
      await context.bind({ stream }, client);
      await registry.push(stream, 'v1', images.named('red'));
      await expect.runs('web', ['red v1']);
      const result = await removeTrigger(await context.trigger('web'), verbsOf(client), {
        version,
      });
      assert.deepEqual(result, { outcome: 'removed' });
      await expect.snapshot(before, 'what the removal left behind');
    },
  },
  {
    title: 'an editor is refused, told the missing permission, and leaves nothing behind',
    run: (context) => expectRefused(context, 'editor', context.projects.pipelines),
  },
  {
    title: 'an admin of the Pipeline only is refused in the project of the ImageStream',
    run: async (context) => {
      const namespace = context.projects.images;
      await context.admin.remove(roleBindingKind, { namespace, name: 'namespace-admin' });
      await expectRefused(context, 'namespace-admin', namespace);
    },
  },
];
