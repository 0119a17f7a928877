import type { Pod } from '../k8s/pod';
import { aTrigger } from '../testing/builders';
import { podCostOf, relayCostOf, relayPodsOf, sourcePodLabels, totalCostOf } from './relay-pods';
import { relaysOf } from './relay-status';

const mebibyte = 2 ** 20;

const aPod = ({
  namespace = 'ci',
  labels = {},
  ready = true,
  phase = 'Running',
  requests = [],
}: {
  namespace?: string;
  labels?: Record<string, string>;
  ready?: boolean;
  phase?: NonNullable<Pod['status']>['phase'];
  requests?: Record<string, string>[];
} = {}): Pod => ({
  metadata: { namespace, labels },
  spec: { containers: requests.map((one) => ({ resources: { requests: one } })) },
  status: { phase, conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }] },
});

const ofSource = (name: string, namespace = 'ci'): Pod =>
  aPod({ namespace, labels: { ...sourcePodLabels, 'eventing.knative.dev/sourceName': name } });
const ofListener = (namespace = 'ci'): Pod =>
  aPod({ namespace, labels: { eventlistener: 'image-triggers' } });

describe('podCostOf', () => {
  it.each([
    ['no pod', [], { pods: 0, ready: 0, declaring: 0, cpu: 0, memory: 0 }],
    [
      'pods that declare nothing',
      [aPod(), aPod({ ready: false })],
      { pods: 2, ready: 1, declaring: 0, cpu: 0, memory: 0 },
    ],
    [
      'all containers of a pod',
      [aPod({ requests: [{ cpu: '100m', memory: '64Mi' }, { cpu: '1' }] })],
      { pods: 1, ready: 1, declaring: 1, cpu: 1.1, memory: 64 * mebibyte },
    ],
    [
      'pods of which only some declare anything',
      [aPod({ requests: [{ memory: '64Mi' }] }), aPod()],
      { pods: 2, ready: 2, declaring: 1, cpu: 0, memory: 64 * mebibyte },
    ],
    [
      'no pod that has ended',
      [aPod({ phase: 'Failed', requests: [{ cpu: '1' }] }), aPod({ phase: 'Succeeded' }), aPod()],
      { pods: 1, ready: 1, declaring: 0, cpu: 0, memory: 0 },
    ],
  ])('counts %s', (_, pods, cost) => {
    expect(podCostOf(pods)).toEqual(cost);
  });
});

describe('relayCostOf', () => {
  const relays = relaysOf({
    triggers: [aTrigger(), aTrigger({ namespace: 'other' })],
    sources: [],
    listeners: [],
  });
  const [ci, other] = relays;
  const listenerPods = [ofListener(), ofListener(), ofListener('other')];
  const sourcePods = [ofSource('image-triggers-images'), ofSource('of-somebody-else')];

  it('counts the pods of a relay by their labels, and nobody else’s', () => {
    const pods = relayPodsOf(listenerPods, sourcePods, undefined);
    const cost = relayCostOf(pods, ci!)!;
    expect([cost.all.pods, cost.listener.pods, cost.sources.map((one) => one.pods)]).toEqual([
      3,
      2,
      [1],
    ]);
    expect(relayCostOf(pods, other!)!.all.pods).toBe(1);
    expect(totalCostOf(pods, relays).pods).toBe(4);
  });

  it('claims nothing of namespaces whose pods it has not seen', () => {
    const pods = relayPodsOf(listenerPods, sourcePods, 'ci');
    expect(relayCostOf(pods, ci!)!.all.pods).toBe(3);
    expect(relayCostOf(pods, other!)).toBeUndefined();
    expect(totalCostOf(pods, relays).pods).toBe(3);
  });
});
