import type { K8sObject } from '../../../../src/k8s/resource';
import { namespaces } from '../testing/relay-manifests';
import { TestCluster } from '../testing/test-cluster';
import { parseTriggerGroup } from './trigger-group';
import { selectTriggers, triggersOf } from './select-triggers';

const trigger = (namespace: string, name: string, labels: Record<string, string>): K8sObject => ({
  apiVersion: 'triggers.tekton.dev/v1beta1',
  kind: 'Trigger',
  metadata: { name, namespace, labels },
  ...{ spec: { template: { ref: name } } },
});

describe('the triggers of a listener', () => {
  let cluster: TestCluster;

  beforeAll(async () => {
    cluster = await TestCluster.start();
    await cluster.apply(...namespaces);
    await cluster.apply(
      trigger('proof', 'on', { active: 'true' }),
      trigger('proof', 'off', {}),
      trigger('images', 'far', { active: 'true' }),
    );
  });

  afterAll(async () => {
    await cluster.close();
  });

  const active = { matchLabels: { active: 'true' } };

  it.each([
    ['no selector', {}, []],
    ['a label selector', { labelSelector: active }, ['on']],
    ['an empty label selector', { labelSelector: {} }, ['off', 'on']],
    ['a namespace', { namespaceSelector: { matchNames: ['images'] } }, ['far']],
    ['all namespaces', { namespaceSelector: { matchNames: ['*'] } }, ['far', 'off', 'on']],
    [
      'labels in all namespaces',
      { namespaceSelector: { matchNames: ['*'] }, labelSelector: active },
      ['far', 'on'],
    ],
  ])('are chosen by %s', (_, selector, names) => {
    const triggers = selectTriggers(cluster.store, 'proof', selector);
    expect(triggers.map(({ name }) => name)).toEqual(names);
  });

  it('are those of its own entries too, twice where they are reached twice', () => {
    const { triggers, problems } = triggersOf(cluster.store, 'proof', {
      labelSelector: active,
      triggers: [
        { triggerRef: 'on' },
        { triggerRef: 'none' },
        { name: 'own', template: { ref: 'x' } },
      ],
    });
    expect(triggers.map(({ name }) => name)).toEqual(['on', 'on', 'own']);
    expect(problems).toEqual([
      'Error getting Trigger none in Namespace proof: trigger.triggers.tekton.dev "none" not found',
    ]);
  });

  it('may be behind the interceptors of a group', () => {
    const interceptors = [{ ref: { name: 'cel' } }];
    expect(
      parseTriggerGroup({
        name: 'pushes',
        interceptors,
        triggerSelector: { labelSelector: active, namespaceSelector: { matchNames: ['a'] } },
      }),
    ).toEqual({
      name: 'pushes',
      interceptors,
      triggerSelector: { labelSelector: active, namespaceSelector: { matchNames: ['a'] } },
    });
    expect(parseTriggerGroup(null)).toEqual({ name: '', interceptors: [], triggerSelector: {} });
  });
});
