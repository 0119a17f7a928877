import { match, ok } from 'node:assert/strict';
import type { Check } from './checks';
import { template } from './helm';

interface Refusal {
  readonly name: string;
  /** Beside a repository for the image. */
  readonly values: Readonly<Record<string, unknown>>;
  /** What Helm must say. */
  readonly says: RegExp;
}

const hex = 'ab'.repeat(32);

/** Values that must never reach a cluster, and the words that tell what is wrong with them. */
const refusals: readonly Refusal[] = [
  {
    name: 'no image',
    values: { image: {} },
    says: /image\.repository is required: name the repository that holds the image/,
  },
  {
    name: 'a repository with a tag',
    values: { image: { repository: 'registry.example.com/team/plugin:v1' } },
    says: /at '\/image\/repository'.*does not match pattern/,
  },
  {
    name: 'a tag that YAML reads as a number',
    values: { image: { repository: 'registry.example.com/plugin', tag: 1.2 } },
    says: /at '\/image\/tag': got number, want string/,
  },
  {
    name: 'a digest without its algorithm',
    values: { image: { repository: 'registry.example.com/plugin', digest: hex } },
    says: /at '\/image\/digest'.*does not match pattern/,
  },
  {
    name: 'an unknown pull policy',
    values: { image: { repository: 'registry.example.com/plugin', pullPolicy: 'Sometimes' } },
    says: /at '\/image\/pullPolicy': value must be one of 'Always', 'IfNotPresent', 'Never'/,
  },
  {
    name: 'no tag and no digest for the Jobs',
    values: { enabling: { image: { tag: '' } } },
    says: /enabling\.image needs a tag or a digest/,
  },
  {
    name: 'no replica',
    values: { replicas: 0 },
    says: /at '\/replicas': minimum: got 0, want 1/,
  },
  {
    name: 'replicas as text',
    values: { replicas: '2' },
    says: /at '\/replicas': got string, want integer/,
  },
  {
    name: 'an unknown value',
    values: { replicaCount: 2 },
    says: /additional properties 'replicaCount' not allowed/,
  },
  {
    name: 'an unknown value below a known one',
    values: { networkPolicy: { enable: false } },
    says: /at '\/networkPolicy': additional properties 'enable' not allowed/,
  },
  {
    name: 'a switch as text',
    values: { listenerClusterRole: { create: 'false' } },
    says: /at '\/listenerClusterRole\/create': got string, want boolean/,
  },
  {
    name: 'a value that is taken away',
    values: { userRoles: null },
    says: /missing property 'userRoles'/,
  },
  {
    name: 'a quantity of memory that Kubernetes does not know',
    values: { resources: { limits: { memory: '64MB' } } },
    says: /at '\/resources\/limits\/memory'.*does not match pattern/,
  },
  {
    name: 'pull secrets as objects',
    values: { imagePullSecrets: [{ name: 'team-registry' }] },
    says: /at '\/imagePullSecrets\/0': got object, want string/,
  },
  {
    name: 'an unknown effect of a toleration',
    values: { tolerations: [{ operator: 'Exists', effect: 'NoRun' }] },
    says: /at '\/tolerations\/0\/effect': value must be one of/,
  },
  {
    name: 'no namespace of Tekton Results',
    values: { results: { enabled: true, service: { namespace: '' } } },
    says: /at '\/results\/service\/namespace'.*does not match pattern/,
  },
  {
    name: 'a port as text',
    values: { results: { service: { port: '8080' } } },
    says: /at '\/results\/service\/port': got string, want integer/,
  },
  {
    name: 'a certificate that is none',
    values: { results: { caCertificate: 'service-ca.crt' } },
    says: /at '\/results\/caCertificate'.*does not match pattern/,
  },
];

const refusalCheck = ({ name, values, says }: Refusal): Check => ({
  name: `refuses: ${name}`,
  run: () => {
    const image = { repository: 'registry.example.com/team/image-triggers-plugin' };
    const { succeeded, stderr } = template(JSON.stringify({ image, ...values }));
    ok(!succeeded, 'Helm accepted the values.');
    match(stderr, says);
  },
});

const oldCluster: Check = {
  name: 'refuses: a cluster older than OpenShift 4.22',
  run: () => {
    const values = '{image: {repository: registry.example.com/plugin}}';
    const { succeeded, stderr } = template(values, '--kube-version', '1.34.9');
    ok(!succeeded, 'Helm accepted the cluster.');
    match(
      stderr,
      /requires kubeVersion: >=1\.35\.0-0 which is incompatible with Kubernetes v1\.34/,
    );
  },
};

/** One check a set of values, or a cluster, that the chart must refuse. */
export const refusalChecks: readonly Check[] = [...refusals.map(refusalCheck), oldCluster];
