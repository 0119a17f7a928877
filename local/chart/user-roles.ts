import { deepStrictEqual, ok } from 'node:assert/strict';
import { startCluster } from '../cluster/cluster';
import type { LocalCluster } from '../cluster/cluster';
import { grant } from '../cluster/rbac/bootstrap';
import type { RoleObject } from '../cluster/rbac/objects';
import { people } from '../cluster/rbac/user';
import type { PersonName } from '../cluster/rbac/user';
import { userFacingParts } from '../cluster/rbac/user-facing-roles';
import { resources } from '../cluster/resources';
import { accessQuestionsOf } from '../../src/domain/access';
import { listenerRoleManifest, sourceRoleManifest } from '../../src/domain/manifests/role';
import { triggerPlan } from '../../src/domain/plan';
import { noPodTemplate } from '../../src/domain/pod-template';
import { noMetadata } from '../../src/domain/run-metadata';
import { defaultSettings } from '../../src/domain/run-settings';
import type { PolicyRule } from '../../src/k8s/role';
import type { Check } from './checks';
import { fieldAt, objectOf, render } from './helm';

const namespace = 'shop';

const plan = triggerPlan(
  {
    namespace,
    name: 'scan',
    stream: { namespace, name: 'web' },
    rule: { kind: 'any' },
    policy: 'each-push',
    pipeline: 'scan',
    params: [],
    workspaces: [],
    settings: defaultSettings,
    metadata: noMetadata,
    pod: noPodTemplate,
  },
  { activatedAt: '2026-01-01T00:00:00Z', version: '0.0.0' },
);

interface Wanted {
  readonly group: string;
  readonly resource: string;
  readonly verb: string;
}

const wantedBy = (parts: readonly string[]): Wanted[] =>
  accessQuestionsOf(plan.filter(({ part }) => parts.includes(part))).map(({ kind, verb }) => ({
    group: kind.apiGroup ?? '',
    resource: kind.plural,
    verb,
  }));

const each = ({ apiGroups, resources: kinds, verbs }: PolicyRule): Wanted[] =>
  apiGroups.flatMap((group) =>
    kinds.flatMap((resource) => verbs.map((verb) => ({ group, resource, verb }))),
  );

/** Kubernetes lets nobody hand out more than he has (rbac escalation). */
const handedOut = [
  ...listenerRoleManifest(namespace).rules,
  ...sourceRoleManifest({ namespace, streams: namespace }).rules,
].flatMap(each);

const read = ['get', 'list', 'watch'];

/** What the pages watch. */
const watched = [
  { apiGroups: ['image.openshift.io'], resources: ['imagestreams'], verbs: read },
  { apiGroups: ['sources.knative.dev'], resources: ['apiserversources'], verbs: read },
  {
    apiGroups: ['triggers.tekton.dev'],
    resources: ['eventlisteners', 'triggers', 'triggertemplates'],
    verbs: read,
  },
  { apiGroups: ['tekton.dev'], resources: ['pipelineruns', 'pipelines', 'taskruns'], verbs: read },
  // What the overview counts.
  { apiGroups: [''], resources: ['pods'], verbs: read },
].flatMap(each);

const isRule = (value: unknown): value is PolicyRule =>
  ['apiGroups', 'resources', 'verbs'].every((field) => Array.isArray(fieldAt(value, field)));

const isLabels = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null;

/** The role that the chart renders, as the cluster takes it. */
const chartRole = (suffix: string): RoleObject => {
  const name = `image-triggers-plugin-${suffix}`;
  const objects = render('{image: {repository: registry.example.com/plugin}}');
  const role = objectOf(objects, `ClusterRole ${name}`);
  const labels = fieldAt(role, 'metadata', 'labels');
  const rules = fieldAt(role, 'rules');
  if (!isLabels(labels) || !Array.isArray(rules) || !rules.every(isRule))
    throw new Error(`${name} has no labels or no rules.`);
  return { metadata: { name, labels }, rules };
};

/** Leaves of the users' rights what the chart gives, and nothing of Tekton's and Knative's own. */
const giveChartRoles = ({ store }: LocalCluster): void => {
  store.create(resources.namespaces, { metadata: { name: namespace } });
  for (const [name, { of }] of Object.entries(userFacingParts))
    if (of !== undefined) store.remove(resources.clusterRoles, { name });
  for (const suffix of ['admin', 'edit', 'view'])
    store.create(resources.clusterRoles, chartRole(suffix));
  grant(store, { user: 'namespace-admin', clusterRole: 'admin', namespace });
  grant(store, { user: 'editor', clusterRole: 'edit', namespace });
  grant(store, { user: 'viewer', clusterRole: 'view', namespace });
};

/** What a person may not do of what is wanted. */
const missing = async (person: PersonName, wanted: readonly Wanted[]): Promise<Wanted[]> => {
  const cluster = await startCluster();
  try {
    giveChartRoles(cluster);
    return wanted.filter(
      (one) => !cluster.authorizer.allows(people[person], { ...one, namespace }),
    );
  } finally {
    await cluster.close();
  }
};

const may = (person: PersonName, what: string, wanted: readonly Wanted[]): Check => ({
  name: `user roles: ${person} may ${what}`,
  run: async () => {
    ok(wanted.length > 0);
    deepStrictEqual(await missing(person, wanted), []);
  },
});

const mayNot = (person: PersonName, what: string, wanted: readonly Wanted[]): Check => ({
  name: `user roles: ${person} may not ${what}`,
  run: async () => {
    ok(wanted.length > 0);
    deepStrictEqual(await missing(person, wanted), wanted);
  },
});

const writing = ({ verb }: Wanted): boolean => verb !== 'list';
const startingRuns = [{ group: 'tekton.dev', resource: 'pipelineruns', verb: 'create' }];

/** The chart's roles alone are enough for what the plugin does, and give no more. */
export const userRoleChecks: readonly Check[] = [
  may('viewer', 'read what the pages show', watched),
  mayNot('viewer', 'write anything of a trigger', wantedBy(['root', 'owned']).filter(writing)),
  may('editor', 'add a trigger to a relay', [
    ...wantedBy(['root', 'owned']),
    ...wantedBy(['shared']).filter(({ verb }) => verb === 'list'),
    ...startingRuns,
  ]),
  mayNot(
    'editor',
    'make a relay',
    wantedBy(['shared']).filter(
      ({ group, verb }) => verb === 'create' && /triggers|sources|rbac/.test(group),
    ),
  ),
  may('namespace-admin', 'make and remove everything of the first trigger', [
    ...wantedBy(['shared', 'root', 'owned']),
    ...startingRuns,
  ]),
  may('namespace-admin', "hand out the relay's rights", handedOut),
  mayNot('nobody', 'read what the pages show', watched),
];
