import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathOf } from '../build/programs';
import { frontProxyName } from '../certificates/certificates';
import type { ProcessOptions } from '../process/supervisor';
import type { Environment } from './environment';
import { tokenFile } from './people';

const flagsOf = (flags: Readonly<Record<string, string>>): string[] =>
  Object.entries(flags).map(([name, value]) => `--${name}=${value}`);

const logOf = ({ folder }: Environment, name: string): string =>
  join(folder, 'logs', `${name}.log`);

/** The store of both API servers. */
export const etcd = (environment: Environment, peerUrl: string): ProcessOptions => {
  const { folder, etcdUrl } = environment;
  const flags = flagsOf({
    'data-dir': join(folder, 'etcd'),
    'listen-client-urls': etcdUrl,
    'advertise-client-urls': etcdUrl,
    'listen-peer-urls': peerUrl,
    'initial-advertise-peer-urls': peerUrl,
    'initial-cluster': `default=${peerUrl}`,
    'log-level': 'warn',
  });
  // What a crash of the machine could lose here is worth nothing.
  const command = [pathOf('etcd'), ...flags, '--unsafe-no-fsync'] as const;
  return { command, logFile: logOf(environment, 'etcd') };
};

export const kubeApiserver = (environment: Environment): ProcessOptions => {
  const { folder, bridge, certificates, tokens, api, etcdUrl } = environment;
  const tokensAt = join(folder, 'tokens.csv');
  writeFileSync(tokensAt, tokenFile(tokens), { mode: 0o600 });
  const flags = flagsOf({
    'etcd-servers': etcdUrl,
    'bind-address': bridge.address,
    'advertise-address': bridge.address,
    'secure-port': String(api.port),
    'service-cluster-ip-range': bridge.serviceRange,
    'tls-cert-file': certificates.serving.certificate,
    'tls-private-key-file': certificates.serving.key,
    'client-ca-file': certificates.caFile,
    'token-auth-file': tokensAt,
    'authorization-mode': 'RBAC',
    'service-account-issuer': 'https://kubernetes.default.svc',
    'service-account-key-file': certificates.serviceAccountKey,
    'service-account-signing-key-file': certificates.serviceAccountKey,
    // Our own certificate serves the address that pods are given; there is no other to announce.
    'endpoint-reconciler-type': 'none',
    // To webhooks and to the image API straight, not through the addresses of their services.
    'enable-aggregator-routing': 'true',
    'requestheader-client-ca-file': certificates.caFile,
    'requestheader-allowed-names': frontProxyName,
    'requestheader-username-headers': 'X-Remote-User',
    'requestheader-group-headers': 'X-Remote-Group',
    'requestheader-extra-headers-prefix': 'X-Remote-Extra-',
    'proxy-client-cert-file': certificates.frontProxy.certificate,
    'proxy-client-key-file': certificates.frontProxy.key,
    // The one node is always ready; nobody would take the taint away.
    'disable-admission-plugins': 'TaintNodesByCondition',
    'allow-privileged': 'true',
    'shutdown-delay-duration': '0s',
  });
  const command = [pathOf('kube-apiserver'), ...flags] as const;
  return { command, logFile: logOf(environment, 'kube-apiserver') };
};

/** What the runner of our pods does itself, and what needs machines or clouds. */
const noControllers = [
  'node-ipam-controller',
  'node-lifecycle-controller',
  'node-route-controller',
  'cloud-node-lifecycle-controller',
  'persistentvolume-attach-detach-controller',
  'persistentvolume-binder-controller',
  'persistentvolume-expander-controller',
  'service-lb-controller',
  'taint-eviction-controller',
];

export const kubeControllerManager = (environment: Environment): ProcessOptions => {
  const { certificates, kubeconfig, bridge } = environment;
  const flags = flagsOf({
    kubeconfig,
    'bind-address': bridge.address,
    // It listens for its health and metrics only, which nobody asks for.
    'secure-port': '0',
    'leader-elect': 'false',
    'use-service-account-credentials': 'true',
    'service-account-private-key-file': certificates.serviceAccountKey,
    'root-ca-file': certificates.caFile,
    controllers: ['*', ...noControllers.map((name) => `-${name}`)].join(','),
    'concurrent-gc-syncs': '20',
  });
  const command = [pathOf('kube-controller-manager'), ...flags] as const;
  return { command, logFile: logOf(environment, 'kube-controller-manager') };
};
