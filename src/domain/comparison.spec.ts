import { eventListenerKind } from '../k8s/event-listener';
import type { EventListenerSpec } from '../k8s/event-listener';
import { networkPolicyKind } from '../k8s/network-policy';
import type { K8sObject } from '../k8s/resource';
import { roleKind } from '../k8s/role';
import { compareObject } from './comparison';
import type { Comparison } from './comparison';
import { relayResources } from './relay';
import type { Resource } from './relay';

const version = '1.2.3';
const relay = relayResources({ namespace: 'ci', streams: 'images' }, version);
const partOf = (kind: Resource['kind']): Resource => relay.find((one) => one.kind === kind)!;
const listener = partOf(eventListenerKind);

/** The listener as the cluster holds it, changed. */
const withSpec = (change: Partial<EventListenerSpec> & Record<string, unknown>): K8sObject => {
  const { spec, ...rest } = listener.manifest as unknown as { spec: EventListenerSpec };
  return { ...rest, spec: { ...spec, ...change } } as K8sObject;
};

const marked = (object: K8sObject, builder: string | undefined): K8sObject => ({
  ...object,
  metadata: {
    ...object.metadata,
    annotations: builder === undefined ? {} : { 'imagetriggers.dev/builder-version': builder },
  },
});

const compare = (found: K8sObject | undefined): Comparison =>
  compareObject(listener, found, version);

describe('compareObject', () => {
  it.each(relay.map((resource) => [resource.kind.kind, resource] as const))(
    'finds no difference in a %s of its own',
    (_, resource) => {
      expect(compareObject(resource, structuredClone(resource.manifest), version)).toMatchObject({
        state: 'same',
        builder: version,
        differences: [],
      });
    },
  );

  it('names an object that is not there', () => {
    expect(compare(undefined)).toEqual({
      kind: eventListenerKind,
      namespace: 'ci',
      name: 'image-triggers',
      state: 'missing',
      builder: undefined,
      differences: [],
    });
  });

  it.each<[string, Record<string, unknown>]>([
    ['an empty selector of namespaces', { namespaceSelector: {} }],
    [
      'an empty template of pods',
      {
        resources: {
          kubernetesResource: {
            replicas: 1,
            spec: {
              template: { metadata: { creationTimestamp: null }, spec: { containers: null } },
            },
          },
        },
      },
    ],
  ])('takes %s for what the webhook adds', (_, change) => {
    expect(compare(withSpec(change)).state).toBe('same');
  });

  it.each<[string, Record<string, unknown>, [string, unknown, unknown]]>([
    [
      'another account',
      { serviceAccountName: 'admin' },
      ['/spec/serviceAccountName', 'admin', 'image-triggers-listener'],
    ],
    [
      'more namespaces',
      { namespaceSelector: { matchNames: ['*'] } },
      ['/spec/namespaceSelector', { matchNames: ['*'] }, undefined],
    ],
    [
      'another way in',
      { labelSelector: { matchLabels: {} } },
      ['/spec/labelSelector', { matchLabels: {} }, undefined],
    ],
    [
      'more replicas',
      { resources: { kubernetesResource: { replicas: 3 } } },
      ['/spec/resources/kubernetesResource/replicas', 3, 1],
    ],
  ])('finds %s', (_, change, [path, found, wanted]) => {
    expect(compare(withSpec(change))).toMatchObject({
      state: 'by-hand',
      differences: [{ path, found, wanted }],
    });
  });

  it('finds a NetworkPolicy that lets in more', () => {
    const policy = partOf(networkPolicyKind);
    const open = structuredClone(policy.manifest) as unknown as {
      spec: { ingress: { from: Record<string, unknown>[] }[] };
    };
    open.spec.ingress[0]!.from[0]!.namespaceSelector = {};
    expect(compareObject(policy, open as K8sObject, version)).toMatchObject({
      state: 'by-hand',
      differences: [{ path: '/spec/ingress/0/from/0/namespaceSelector', found: {} }],
    });
  });

  it('finds a Role that gives more', () => {
    const role = partOf(roleKind);
    const rules = [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }];
    const found = { ...role.manifest, rules } as K8sObject;
    expect(compareObject(role, found, version)).toMatchObject({
      state: 'by-hand',
      differences: [{ path: '/rules', found: rules }],
    });
  });

  it.each<[string | undefined, Comparison['state']]>([
    ['1.2.2', 'outdated'],
    ['1.2.3', 'by-hand'],
    [undefined, 'by-hand'],
    ['somewhat', 'by-hand'],
    ['1.3.0', 'newer'],
  ])('says of one that differs and is marked %s: %s', (builder, state) => {
    const found = marked(withSpec({ serviceAccountName: 'other' }), builder);
    expect(compare(found)).toMatchObject({
      state,
      builder,
      differences: state === 'newer' ? [] : [{ path: '/spec/serviceAccountName' }],
    });
  });

  it('minds no older mark where nothing differs', () => {
    expect(compare(marked(listener.manifest, '0.9.0')).state).toBe('same');
  });

  it.each([undefined, { 'app.kubernetes.io/managed-by': 'Helm' }])(
    "takes one with the labels %j for somebody else's",
    (labels) => {
      const found = { ...listener.manifest, metadata: { ...listener.manifest.metadata, labels } };
      expect(compare(found)).toMatchObject({ state: 'foreign', differences: [{}] });
    },
  );

  it('leaves labels and annotations of others alone', () => {
    const { metadata } = listener.manifest;
    const labels = { ...metadata.labels, team: 'a' };
    const annotations = { ...metadata.annotations, note: 'b' };
    const found = { ...listener.manifest, metadata: { ...metadata, labels, annotations } };
    expect(compare(found).state).toBe('same');
  });
});
