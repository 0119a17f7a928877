import assert from 'node:assert/strict';
import { listenerAccountName, relayName, sourceAccountName } from '../../../src/domain/marks';
import { imageStreamKind } from '../../../src/k8s/image-stream';
import type { ImageStream, TagEvent } from '../../../src/k8s/image-stream';
import type { LabelSelector } from '../../../src/k8s/label-selector';
import { networkPolicyKind } from '../../../src/k8s/network-policy';
import type { NetworkPolicyManifest } from '../../../src/k8s/network-policy';
import { podKind } from '../../../src/k8s/pod';
import type { Pod } from '../../../src/k8s/pod';
import { nameOf } from '../../../src/k8s/resource';
import { sendToListener } from '../listener-door';
import { pullSpecOf } from '../registry';
import type { Scenario } from '../scenario';
import type { ScenarioContext } from '../scenario-context';

/** Longer than a history may be behind a run. */
const pastTheDelay = 51;

/** Tells the listener of a push that never was, with everything as an adapter would send it. */
const sendMadeUp = async (
  { admin, cluster, images, stream, projects }: ScenarioContext,
  tag: string,
): Promise<void> => {
  const found = await admin.get<ImageStream>(imageStreamKind, stream);
  const [head] = found?.status?.tags ?? [];
  const [item] = head?.items ?? [];
  assert.ok(item, 'the stream has no push to imitate');
  const image = images.named('made-up');
  const created = new Date(Date.parse(item.created) + 1_000).toISOString().replace('.000Z', 'Z');
  const dockerImageReference = pullSpecOf(stream, image);
  const madeUp: TagEvent = { ...item, created, dockerImageReference, image: image.digest };
  await sendToListener(
    cluster,
    { namespace: projects.pipelines },
    {
      headers: {
        'Ce-Id': 'made-up',
        'Ce-Specversion': '1.0',
        'Ce-Source': 'nobody',
        'Ce-Type': 'dev.knative.apiserver.resource.update',
        'Ce-Time': created,
      },
      body: { ...found, status: { ...found?.status, tags: [{ tag, items: [madeUp, item] }] } },
    },
  );
};

type ListenerPod = Pod & {
  spec?: { containers?: { args?: string[]; ports?: { containerPort: number }[] }[] };
};

/** As a list takes it, so that the API server itself says which pods are selected. */
const selectorText = ({ matchLabels = {}, matchExpressions = [] }: LabelSelector = {}): string =>
  [
    ...Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`),
    ...matchExpressions.map(({ key, operator }) => {
      assert.equal(operator, 'Exists');
      return key;
    }),
  ].join(',');

/** What can be asserted of the trust in events, which nobody signs. */
export const trustScenarios: readonly Scenario[] = [
  {
    title: 'an event that anybody made up runs, and the history shows its run as unverified',
    run: async (context) => {
      const { registry, images, expect, stream, cluster } = context;
      await context.bind();
      await registry.push(stream, 'v1', images.named('red'));
      await expect.runs('web', ['red v1']);
      await sendMadeUp(context, 'v1');
      await expect.runs('web', ['red v1', 'made-up v1']);
      await cluster.later(pastTheDelay);
      await expect.history('web', ['red v1 succeeded', 'made-up v1 unverified']);
    },
  },
  {
    title:
      'the NetworkPolicy is for the pods of the listener, from those of the sources, and no others',
    run: async (context) => {
      const { admin, registry, images, expect, stream, remoteStream, projects } = context;
      const namespace = projects.pipelines;
      await context.bind();
      await context.bind({ name: 'remote', stream: remoteStream });
      await registry.push(stream, 'v1', images.named('red'));
      await expect.history('web', ['red v1 succeeded']);
      const bystander = {
        apiVersion: 'v1',
        kind: podKind.kind,
        metadata: { name: 'bystander', namespace, labels: { app: 'web' } },
        spec: { containers: [{ name: 'web', image: 'registry.example/web' }] },
      };
      await admin.create(podKind, bystander);

      const podsOf = async (account: string): Promise<ListenerPod[]> =>
        (await admin.list<ListenerPod>(podKind, { namespace })).filter(
          ({ spec }) => spec?.serviceAccountName === account,
        );
      const selected = async (selector: LabelSelector | undefined): Promise<string[]> =>
        (await admin.list(podKind, { namespace, labelSelector: selectorText(selector) })).map(
          nameOf,
        );
      const listeners = await podsOf(listenerAccountName);
      const sources = await podsOf(sourceAccountName);
      assert.deepEqual([listeners.length, sources.length], [1, 2]);
      const key = { namespace, name: relayName };
      const policy = await admin.get<NetworkPolicyManifest>(networkPolicyKind, key);
      assert.ok(policy);
      const { podSelector, ingress } = policy.spec;
      assert.deepEqual(await selected(podSelector), listeners.map(nameOf));
      const [rule, ...otherRules] = ingress;
      const [from, ...otherFroms] = rule?.from ?? [];
      assert.deepEqual([...otherRules, ...otherFroms], []);
      assert.equal(from?.namespaceSelector, undefined);
      assert.deepEqual((await selected(from?.podSelector)).sort(), sources.map(nameOf).sort());
      const [container] = listeners[0]?.spec?.containers ?? [];
      const [port, ...otherPorts] = rule?.ports ?? [];
      assert.ok(container && port);
      assert.deepEqual(otherPorts, []);
      assert.ok(container.args?.includes(`--port=${port.port}`), String(container.args));
      assert.ok(container.ports?.some(({ containerPort }) => containerPort === port.port));
    },
  },
];
