import assert from 'node:assert/strict';
import { accessQuestionsOf, missingParts } from '../../../src/domain/access';
import type { AccessQuestion } from '../../../src/domain/access';
import { rehearseTrigger } from '../../../src/domain/apply/create-trigger';
import type { ApplyReport } from '../../../src/domain/apply/transaction';
import type { CompleteDraft } from '../../../src/domain/draft';
import type { PlannedResource } from '../../../src/domain/plan';
import { problemOf } from '../../../src/domain/problem';
import { clusterImages } from '../../../src/domain/push';
import { roleBindingKind } from '../../../src/k8s/role-binding';
import type { Manifest } from '../../../src/k8s/resource';
import { ofProjects } from '../any-image';
import type { ApiClient, Kind } from '../api-client';
import type { PersonName } from '../cluster-under-test';
import type { Scenario } from '../scenario';
import { version } from '../scenario-context';
import type { ScenarioContext } from '../scenario-context';
import { verbsOf } from '../verbs';

const accessReviewKind: Kind = {
  apiGroup: 'authorization.k8s.io',
  apiVersion: 'v1',
  kind: 'SelfSubjectAccessReview',
  plural: 'selfsubjectaccessreviews',
};

/** What the form is told when it asks whether somebody may do something. */
const isAllowed = async (
  client: ApiClient,
  { kind, verb, namespace }: AccessQuestion,
): Promise<boolean> => {
  const resourceAttributes = { group: kind.apiGroup ?? '', resource: kind.plural, verb, namespace };
  const answer = await client.create<Manifest & { status: { allowed: boolean } }>(
    accessReviewKind,
    {
      apiVersion: 'authorization.k8s.io/v1',
      kind: accessReviewKind.kind,
      metadata: { name: '' },
      ...{ spec: { resourceAttributes } },
    },
  );
  return answer.status.allowed;
};

/** Where something is not allowed, in the words of the API server. */
const whereOf = (namespace: string | undefined): string =>
  namespace === undefined ? 'at the cluster scope' : `in the namespace "${namespace}"`;

const textOf = ({ verb, kind, namespace }: AccessQuestion): string =>
  `${verb} ${kind.plural} ${whereOf(namespace)}`;

/** Why the API server forbids something; undefined where it only finds no such object, or does it. */
const refusalOf = async (attempt: () => Promise<unknown>): Promise<string | undefined> => {
  try {
    await attempt();
    return undefined;
  } catch (error) {
    const { code, message } = problemOf(error);
    assert.ok(code === 'forbidden' || code === 'not-found', message);
    return code === 'forbidden' ? message : undefined;
  }
};

/** Does what a question is about, so that nothing comes of it. */
const attempt = (
  client: ApiClient,
  plan: readonly PlannedResource[],
  { kind, verb, namespace }: AccessQuestion,
): Promise<unknown> => {
  const none = { namespace, name: 'there-is-none' };
  const attempts: Record<AccessQuestion['verb'], () => Promise<unknown>> = {
    list: () => client.list(kind, { namespace }),
    patch: () => client.patch(kind, none, [{ op: 'add', path: '/metadata/labels', value: {} }]),
    delete: () => client.remove(kind, none),
    create: () =>
      Promise.all(
        plan
          .filter((resource) => resource.kind === kind)
          .filter(({ manifest }) => manifest.metadata.namespace === namespace)
          .map(({ manifest }) => client.create(kind, manifest, { dryRun: true })),
      ),
  };
  return attempts[verb]();
};

/** What the form's rehearsal of a draft leaves to be written. */
const rehearse = async (client: ApiClient, draft: CompleteDraft): Promise<PlannedResource[]> => {
  let report: ApplyReport = { plan: [], states: [] };
  const onReport = (next: ApplyReport): void => {
    report = next;
  };
  await rehearseTrigger(draft, verbsOf(client), { version, onReport });
  return missingParts(report);
};

/**
 * Asks all that the form asks before somebody creates a trigger, and tries it.
 * @returns what is not allowed, in the words of `textOf`
 */
const expectSameAnswers = async (
  context: ScenarioContext,
  person: PersonName,
  draft: CompleteDraft,
): Promise<string[]> => {
  const client = context.clientOf(person);
  const { name } = context.cluster.people[person].subject;
  const missing = await rehearse(client, draft);
  const denied: string[] = [];
  for (const question of accessQuestionsOf(missing)) {
    const { verb, kind, namespace } = question;
    const text = textOf(question);
    const allowed = await isAllowed(client, question);
    const refusal = await refusalOf(() => attempt(client, missing, question));
    assert.equal(refusal === undefined, allowed, `${person}, ${text}: ${refusal ?? 'done'}`);
    if (refusal === undefined) continue;
    const named =
      `User "${name}" cannot ${verb} resource "${kind.plural}" in API group ` +
      `"${kind.apiGroup ?? ''}" ${whereOf(namespace)}`;
    assert.ok(refusal.includes(named), `${refusal} names ${named}`);
    denied.push(text);
  }
  return denied;
};

/** The form refuses somebody, and so does the API server, for a permission that the form names. */
const expectRefused = async (
  context: ScenarioContext,
  person: PersonName,
  draft: CompleteDraft,
): Promise<void> => {
  const denied = await expectSameAnswers(context, person, draft);
  const before = await context.observer.snapshot();
  const result = await context.create(draft, context.clientOf(person));
  assert.ok(result.outcome === 'failed' && result.phase === 'check');
  const { code, message } = result.problem;
  assert.equal(code, 'forbidden');
  const [, verb = '', plural = '', where = ''] =
    /cannot (\w+) resource "(\w+)" in API group "[^"]*" (at the cluster scope|in the namespace "[^"]+")/.exec(
      message,
    ) ?? [];
  const named = `${verb} ${plural} ${where}`;
  assert.ok(denied.includes(named), `${message} is among ${denied.join('; ')}`);
  await context.expect.snapshot(before, 'what the refused creation left behind');
};

const ofBothStreams = (context: ScenarioContext): CompleteDraft[] =>
  [context.stream, context.remoteStream].map((stream) => context.draft({ stream }));

/** What the form says that somebody may do is what the API server lets him do. */
export const permissionScenarios: readonly Scenario[] = [
  {
    title: 'the form allows an admin of the projects all that the API server allows',
    run: async (context) => {
      for (const draft of ofBothStreams(context))
        assert.deepEqual(await expectSameAnswers(context, 'namespace-admin', draft), []);
      await context.bind({ stream: context.remoteStream }, context.clientOf('namespace-admin'));
    },
  },
  ...(['editor', 'viewer'] as const).map((person): Scenario => ({
    title: `the form refuses the ${person} of the projects what the API server does, and names it`,
    run: async (context) => {
      for (const draft of ofBothStreams(context)) await expectRefused(context, person, draft);
    },
  })),
  {
    title: 'the form allows an editor, and no viewer, a trigger beside one of an admin',
    run: async (context) => {
      const { registry, images, expect, stream } = context;
      await context.bind({ name: 'first' }, context.clientOf('namespace-admin'));
      await expectRefused(context, 'viewer', context.draft());
      assert.deepEqual(await expectSameAnswers(context, 'editor', context.draft()), []);
      await context.bind({}, context.clientOf('editor'));
      await registry.push(stream, 'v1', images.named('red'));
      await expect.runs('web', ['red v1']);
      // Another project has no source yet, which is for its admin to make.
      const draft = context.draft({ name: 'remote', stream: context.remoteStream });
      await expectRefused(context, 'editor', draft);
    },
  },
  {
    title: 'the form names what an admin of projects lacks in the cluster, for all its Images',
    run: async (context) => {
      const draft = context.draft({ stream: clusterImages, rule: ofProjects(context) });
      await expectRefused(context, 'namespace-admin', draft);
      assert.deepEqual(await expectSameAnswers(context, 'admin', draft), []);
    },
  },
  {
    title: 'the form names what an admin lacks in the project of the ImageStream',
    run: async (context) => {
      const namespace = context.projects.images;
      await context.admin.remove(roleBindingKind, { namespace, name: 'namespace-admin' });
      const draft = context.draft({ stream: context.remoteStream });
      await expectRefused(context, 'namespace-admin', draft);
    },
  },
];
