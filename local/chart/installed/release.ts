import { deepStrictEqual } from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import https from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { writeCertificate } from '../../web-server/fixture';
import { chart, fieldAt, helmOn, release } from '../helm';
import { enabledPlugins } from './console-config';
import { everythingIn } from './everything';
import { clientFlags, images } from './site';
import type { Site } from './site';

const { name, namespace } = release;
const plugin = 'image-triggers-plugin';
const port = 9443;
const host = `${plugin}.${namespace}.svc`;
const waiting = ['--wait', '--timeout', '2m'];

const paths = {
  plugin: `/apis/console.openshift.io/v1/consoleplugins/${plugin}`,
  service: `/api/v1/namespaces/${namespace}/services/${plugin}`,
  deployment: `/apis/apps/v1/namespaces/${namespace}/deployments/${plugin}`,
  policies: `/apis/networking.k8s.io/v1/namespaces/${namespace}/networkpolicies`,
};

/** What OpenShift's service CA writes for the Service; answers the certificate. */
const issueCertificate = async ({ client }: Site): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'serving-cert-'));
  writeCertificate(folder, `DNS:${host}`);
  const [certificate, key] = ['tls.crt', 'tls.key'].map((file) =>
    readFileSync(join(folder, file), 'utf8'),
  );
  rmSync(folder, { recursive: true });
  await client.create(`/api/v1/namespaces/${namespace}/secrets`, {
    metadata: { name: `${plugin}-serving-cert` },
    type: 'kubernetes.io/tls',
    stringData: { 'tls.crt': certificate, 'tls.key': key },
  });
  return certificate ?? '';
};

/** The chart on a control plane. Helm's steps reject with its words where they fail. */
export class Release {
  private certificate = '';

  constructor(private readonly site: Site) {}

  /** As the README says. */
  async install(): Promise<void> {
    this.certificate = await issueCertificate(this.site);
    const image = ['--set', `image.repository=${images.plugin}`];
    await this.helm('upgrade', '--install', name, chart, ...image, ...clientFlags, ...waiting);
  }

  /** To another version with other values. */
  async upgrade(version: string): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), 'chart-'));
    try {
      const versions = ['--version', version, '--app-version', version];
      await this.helm('package', chart, ...versions, '--destination', folder);
      const archive = join(folder, `${plugin}-${version}.tgz`);
      const changes = ['--set', 'replicas=3', '--set', 'networkPolicy.enabled=false'];
      await this.helm(
        'upgrade',
        name,
        archive,
        ...changes,
        '--reset-then-reuse-values',
        ...waiting,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  async rollback(): Promise<void> {
    await this.helm('rollback', name, ...waiting);
  }

  async uninstall(): Promise<void> {
    await this.helm('uninstall', name, ...waiting);
  }

  /** How many pods of a version are ready, and whether a NetworkPolicy is there. */
  async expect(version: string, replicas: number, hasPolicy: boolean): Promise<void> {
    const { client } = this.site;
    const deployment = await client.get(paths.deployment);
    deepStrictEqual(fieldAt(deployment, 'status', 'readyReplicas'), replicas);
    const image = fieldAt(deployment, 'spec', 'template', 'spec', 'containers', 0, 'image');
    deepStrictEqual(image, `${images.plugin}:${version}`);
    const { items } = await client.get<{ items: readonly unknown[] }>(paths.policies);
    deepStrictEqual(items.length, hasPolicy ? 1 : 0);
  }

  /** The console is told to load the plugin after these, and where from. */
  async expectEnabled(others: readonly string[]): Promise<void> {
    const { client } = this.site;
    deepStrictEqual(await enabledPlugins(client), [...others, plugin]);
    const accepted = await client.get(paths.plugin);
    deepStrictEqual(fieldAt(accepted, 'spec', 'backend', 'service'), {
      ...{ name: plugin, namespace, port, basePath: '/' },
    });
  }

  /** Fetches a file of the plugin as the console does: through its Service, over TLS. */
  async fetch(path: string): Promise<string> {
    const service = await this.site.client.get(paths.service);
    const address = String(fieldAt(service, 'spec', 'clusterIP'));
    const options = {
      ...{ host: address, port, servername: host, path },
      ...{ ca: this.certificate, agent: false },
    };
    return new Promise((resolve, reject) => {
      https
        .get(options, (answer) => {
          if (answer.statusCode === 200) text(answer).then(resolve, reject);
          else reject(new Error(`${path} was answered with ${answer.statusCode ?? 0}.`));
        })
        .on('error', reject);
    });
  }

  /** Everything of the cluster, and of the release's namespace. */
  everything(): Promise<string[]> {
    return everythingIn(this.site.client, namespace);
  }

  private helm(...args: readonly string[]): Promise<string> {
    return helmOn(this.site.kubeconfig, ...args, '--namespace', namespace);
  }
}
