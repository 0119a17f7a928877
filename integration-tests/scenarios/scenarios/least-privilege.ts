import assert from 'node:assert/strict';
import { createTrigger } from '../../../src/domain/apply/create-trigger';
import type { ClusterVerbs } from '../../../src/domain/cluster-verbs';
import { listenerRoleManifest, sourceRoleManifest } from '../../../src/domain/manifests/role';
import { relayName } from '../../../src/domain/marks';
import { sourceName } from '../../../src/domain/relay-names';
import { samplePipeline } from '../../../src/domain/sample-pipeline';
import { apiServerSourceKind } from '../../../src/k8s/api-server-source';
import { eventListenerKind } from '../../../src/k8s/event-listener';
import { pipelineKind } from '../../../src/k8s/pipeline';
import { pipelineRunKind } from '../../../src/k8s/pipeline-run';
import { conditionOf } from '../../../src/k8s/resource';
import type { Condition, K8sObject } from '../../../src/k8s/resource';
import { roleKind } from '../../../src/k8s/role';
import type { PolicyRule, RoleManifest } from '../../../src/k8s/role';
import type { Kind } from '../api-client';
import { eventually } from '../eventually';
import { Relay } from '../relay';
import type { Scenario } from '../scenario';
import { version } from '../scenario-context';
import type { ScenarioContext } from '../scenario-context';
import { verbsOf } from '../verbs';

/** What can be seen where a right is missing. */
type Breakage = 'the source is not Ready' | 'a push does not run';

/** A verb on one resource, of one of the roles of the relay. */
interface Right {
  readonly role: string;
  readonly resource: string;
  readonly verb: string;
  readonly breakage: Breakage;
}

const breakageOf = (resource: string): Breakage =>
  resource === 'imagestreams' ? 'the source is not Ready' : 'a push does not run';

const rightsOf = (role: string, { rules }: RoleManifest): Right[] =>
  rules.flatMap(({ resources, verbs }) =>
    resources.flatMap((resource) =>
      verbs.map((verb) => ({ role, resource, verb, breakage: breakageOf(resource) })),
    ),
  );

/**
 * The rights of the relay in a project, but for the listener's list and watch: client-go 0.35 gets
 * along with either of them for a while (tools/cache/reflector.go, watchList), so that a listener
 * without one of them is Ready, and nothing is seen until what it watches changes.
 */
const rights: readonly Right[] = [
  ...rightsOf('listener', listenerRoleManifest('ci')).filter(({ verb }) => verb === 'create'),
  ...rightsOf('source', sourceRoleManifest({ namespace: 'ci', streams: 'images' })),
];

/** Rules with one resource a rule, so that one verb can go of one resource; none without a verb. */
const withoutRight = (rules: readonly PolicyRule[], { resource, verb }: Right): PolicyRule[] =>
  rules
    .flatMap(({ apiGroups, resources, verbs }) =>
      resources.map((one) => ({
        apiGroups,
        resources: [one],
        verbs: verbs.filter((other) => one !== resource || other !== verb),
      })),
    )
    .filter(({ verbs }) => verbs.length > 0);

/** The verbs of an admin who leaves out a right wherever a role would give it. */
const leavingOut = (verbs: ClusterVerbs, right: Right): ClusterVerbs => ({
  ...verbs,
  create: (kind, manifest, options) => {
    if (kind !== roleKind) return verbs.create(kind, manifest, options);
    const { rules } = manifest as RoleManifest;
    return verbs.create(kind, { ...manifest, ...{ rules: withoutRight(rules, right) } }, options);
  },
});

const readyOf = async (
  { admin, projects }: ScenarioContext,
  kind: Kind,
  name: string,
): Promise<Condition['status'] | undefined> => {
  const found = await admin.get<K8sObject & { status?: { conditions?: Condition[] } }>(kind, {
    namespace: projects.pipelines,
    name,
  });
  return conditionOf(found?.status?.conditions, 'Ready')?.status;
};

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
const expectBreakage = async (context: ScenarioContext, right: Right): Promise<void> => {
  const { admin, projects, stream, registry, images, expect, relay } = context;
  const verbs = leavingOut(verbsOf(admin), right);
  const created = await createTrigger(context.draft(), verbs, { version });
  assert.deepEqual(created, { outcome: 'created' });
  if (right.breakage === 'a push does not run') {
    await relay.untilReady(stream);
    await registry.push(stream, 'v1', images.named('red'));
  }
  // Whatever the one relay still has to do takes the other one as long, which begins later.
  await runWitness(context);
  const source = await readyOf(context, apiServerSourceKind, sourceName(projects.pipelines));
  const listener = await readyOf(context, eventListenerKind, relayName);
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
