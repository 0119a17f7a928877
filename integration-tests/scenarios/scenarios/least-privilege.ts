import assert from 'node:assert/strict';
import { createTrigger } from '../../../src/domain/apply/create-trigger';
import type { ClusterVerbs } from '../../../src/domain/cluster-verbs';
import { relayName } from '../../../src/domain/marks';
import { clusterImages } from '../../../src/domain/push';
import { sourceName } from '../../../src/domain/relay-names';
import { samplePipeline } from '../../../src/domain/sample-pipeline';
import { apiServerSourceKind } from '../../../src/k8s/api-server-source';
import { eventListenerKind } from '../../../src/k8s/event-listener';
import { pipelineKind } from '../../../src/k8s/pipeline';
import { pipelineRunKind } from '../../../src/k8s/pipeline-run';
import { clusterRoleKind, roleKind } from '../../../src/k8s/role';
import type { RoleManifest } from '../../../src/k8s/role';
import { ofProjects } from '../any-image';
import type { Kind } from '../api-client';
import { eventually } from '../eventually';
import { readyOf } from '../readiness';
import { Relay } from '../relay';
import { isOfSource, relayRights, withoutRight } from '../relay-rights';
import type { Right } from '../relay-rights';
import type { Scenario } from '../scenario';
import { version } from '../scenario-context';
import type { ScenarioContext } from '../scenario-context';
import { verbsOf } from '../verbs';

/** What can be seen where a right is missing. */
type Breakage = 'the source is not Ready' | 'a push does not run';

/** A right of the relay, and how its loss shows in what becomes of a push. */
interface PushRight extends Right {
  readonly breakage: Breakage;
}

/** What the listener reads is not among them: `listener-reads.ts` takes that away. */
const rights: readonly PushRight[] = relayRights.flatMap((right): PushRight[] => {
  if (isOfSource(right)) return [{ ...right, breakage: 'the source is not Ready' }];
  return right.verb === 'create' ? [{ ...right, breakage: 'a push does not run' }] : [];
});

/** The verbs of an admin who leaves out a right wherever a role would give it. */
const leavingOut = (verbs: ClusterVerbs, right: Right): ClusterVerbs => ({
  ...verbs,
  create: (kind, manifest, options) => {
    if (kind !== roleKind && kind !== clusterRoleKind) return verbs.create(kind, manifest, options);
    const { rules } = manifest as RoleManifest;
    return verbs.create(kind, { ...manifest, ...{ rules: withoutRight(rules, right) } }, options);
  },
});

/** Creates a trigger in the other project, later and with all rights, and waits until it runs. */
const runWitness = async (context: ScenarioContext): Promise<void> => {
  const { admin, cluster, projects, remoteStream, registry, images } = context;
  const namespace = projects.images;
  await admin.create(pipelineKind, samplePipeline(namespace));
  const draft = { ...context.draft({ stream: remoteStream }), namespace };
  assert.deepEqual(await context.create(draft), { outcome: 'created' });
  await new Relay(cluster, admin, namespace).untilReady(remoteStream);
  await registry.push(remoteStream, 'v1', images.named('red'));
  await eventually(cluster.patienceMs, async () => {
    assert.equal((await admin.list(pipelineRunKind, { namespace })).length, 1, 'the witness runs');
  });
};

/** Makes a relay without one right beside a whole one, and looks at what differs. */
const expectBreakage = async (context: ScenarioContext, right: PushRight): Promise<void> => {
  const { admin, projects, registry, images, expect, relay } = context;
  const verbs = leavingOut(verbsOf(admin), right);
  const ofImages = { stream: clusterImages, rule: ofProjects(context) };
  const draft = context.draft(right.role === 'images' ? ofImages : {});
  const created = await createTrigger(draft, verbs, { version });
  assert.deepEqual(created, { outcome: 'created' });
  if (right.breakage === 'a push does not run') {
    await relay.untilReady(draft.stream);
    await registry.push(draft.stream, 'v1', images.named('red'));
  }
  // Whatever the one relay still has to do takes the other one as long, which begins later.
  await runWitness(context);
  const namespace = projects.pipelines;
  const readyHere = (kind: Kind, name: string) =>
    readyOf({ client: admin, kind, key: { namespace, name } });
  const source = await readyHere(apiServerSourceKind, sourceName(draft.stream.namespace));
  const listener = await readyHere(eventListenerKind, relayName);
  const seen: Record<Breakage, boolean> = {
    'the source is not Ready': source !== 'True',
    'a push does not run': source === 'True' && listener === 'True',
  };
  assert.ok(seen[right.breakage], `source ${String(source)}, listener ${String(listener)}`);
  await expect.runs('web', []);
};

/** What the relay cannot do without. */
export const leastPrivilegeScenarios: readonly Scenario[] = rights.map((right) => ({
  title: `without ${right.verb} on ${right.resource}, ${right.breakage}`,
  run: (context) => expectBreakage(context, right),
}));
