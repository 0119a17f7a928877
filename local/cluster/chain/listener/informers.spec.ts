import type { K8sObject } from '../../../../src/k8s/resource';
import { serviceAccountUser } from '../../rbac/user';
import { resources } from '../../resources';
import { shortDelays } from '../context';
import { namespaces, triggersGroup } from '../testing/relay-manifests';
import { TestCluster } from '../testing/test-cluster';
import { Timers } from '../timers';
import { Informers } from './informers';

const rbac = 'rbac.authorization.k8s.io';
const others = [
  'eventlisteners',
  'triggerbindings',
  'triggertemplates',
  'interceptors',
  'clusterinterceptors',
  'clustertriggerbindings',
];

/** Lets an account read all that a listener reads, but of Triggers only as the verbs say. */
const rightsWith = (verbs: string[]): K8sObject[] => {
  const metadata = { name: 'reader' };
  const rules = [
    { apiGroups: [triggersGroup], resources: others, verbs: ['list', 'watch'] },
    { apiGroups: [triggersGroup], resources: ['triggers'], verbs },
  ];
  const subjects = [{ kind: 'ServiceAccount', name: 'reader', namespace: 'proof' }];
  const roleRef = { apiGroup: rbac, kind: 'ClusterRole', name: 'reader' };
  const apiVersion = `${rbac}/v1`;
  return [
    { apiVersion, kind: 'ClusterRole', metadata, ...{ rules } },
    { apiVersion, kind: 'ClusterRoleBinding', metadata, ...{ subjects, roleRef } },
  ];
};

const trigger = (name: string): K8sObject => ({
  apiVersion: `${triggersGroup}/v1beta1`,
  kind: 'Trigger',
  metadata: { name, namespace: 'proof' },
  ...{ spec: { template: { ref: name } } },
});

describe('the informers of a listener', () => {
  let cluster: TestCluster;
  let timers: Timers;

  const begin = async (verbs: string[], listsFirst: boolean) => {
    await cluster.apply(...namespaces, ...rightsWith(verbs), trigger('early'));
    const { store, authorizer } = cluster;
    const context = { store, authorizer, timers, delays: shortDelays };
    const user = serviceAccountUser('proof', 'reader');
    const informers = new Informers(context, { user, namespace: 'proof', listsFirst });
    return { informers, missing: informers.start() };
  };

  const namesIn = (informers: Informers): string[] =>
    informers.list(resources.triggers).map(({ metadata }) => metadata.name);

  beforeEach(async () => {
    cluster = await TestCluster.start();
    timers = new Timers();
  });

  afterEach(async () => {
    timers.stop();
    await cluster.close();
  });

  it.each([
    { client: 'new', listsFirst: false, verbs: ['list', 'watch'] },
    { client: 'new', listsFirst: false, verbs: ['watch'] },
    { client: 'old', listsFirst: true, verbs: ['list', 'watch'] },
  ])('see at once what comes: $client client, $verbs', async ({ listsFirst, verbs }) => {
    const { informers, missing } = await begin(verbs, listsFirst);
    expect(missing).toEqual([]);
    await cluster.apply(trigger('late'));
    expect(namesIn(informers)).toEqual(['early', 'late']);
    expect(informers.find(resources.triggers, { name: 'late', namespace: 'proof' })).toBeDefined();
  });

  it.each([
    { client: 'new', listsFirst: false },
    { client: 'old', listsFirst: true },
  ])('see what comes with the next list: $client client, no watch', async ({ listsFirst }) => {
    const { informers, missing } = await begin(['list'], listsFirst);
    expect(missing).toEqual([]);
    cluster.store.create(resources.triggers, trigger('late'));
    expect(namesIn(informers)).toEqual(['early']);
    expect(() => informers.get(resources.triggers, { name: 'late', namespace: 'proof' })).toThrow(
      'triggers.triggers.tekton.dev "late" not found',
    );
    await timers.wait(2 * shortDelays.rewatch);
    expect(namesIn(informers)).toEqual(['early', 'late']);
  });

  it.each([
    { client: 'new', listsFirst: false, verbs: [], refused: ['list triggers', 'watch triggers'] },
    { client: 'old', listsFirst: true, verbs: ['watch'], refused: ['list triggers'] },
  ])('are not filled: $client client, $verbs', async ({ listsFirst, verbs, refused }) => {
    const { informers, missing } = await begin(verbs, listsFirst);
    expect(missing).toEqual(refused);
    expect(namesIn(informers)).toEqual([]);
  });
});
