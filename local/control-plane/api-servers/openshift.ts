import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { ApiObject } from '../api/client';
import { pathOf } from '../build/programs';
import type { ProcessOptions } from '../process/supervisor';
import type { Environment } from './environment';

const namespace = 'openshift-apiserver';
const registry = 'image-registry.openshift-image-registry.svc:5000';

/** The groups that it serves and that something here uses. */
const groups = ['apps', 'build', 'image', 'project', 'route', 'template'] as const;

/** OpenShift's own API server: images, projects and more, aggregated into the Kubernetes API. */
export const openshiftApiserver = (environment: Environment, port: number): ProcessOptions => {
  const { folder, bridge, certificates, etcdUrl, kubeconfig } = environment;
  const file = join(folder, 'openshift-apiserver.yaml');
  const config = {
    apiVersion: 'openshiftcontrolplane.config.openshift.io/v1',
    kind: 'OpenShiftAPIServerConfig',
    servingInfo: {
      bindAddress: `${bridge.address}:${port}`,
      certFile: certificates.serving.certificate,
      keyFile: certificates.serving.key,
      clientCA: certificates.caFile,
      maxRequestsInFlight: 1200,
      requestTimeoutSeconds: 3600,
    },
    // It insists on a certificate, also where etcd speaks plain HTTP.
    storageConfig: {
      urls: [etcdUrl],
      storagePrefix: 'openshift.io',
      ca: certificates.caFile,
      certFile: certificates.serving.certificate,
      keyFile: certificates.serving.key,
    },
    kubeClientConfig: { kubeConfig: kubeconfig },
    imagePolicyConfig: { internalRegistryHostname: registry },
    routingConfig: { subdomain: 'apps.example' },
  };
  writeFileSync(file, stringify(config), { mode: 0o600 });
  const command = [
    pathOf('openshift-apiserver'),
    'start',
    `--config=${file}`,
    `--authentication-kubeconfig=${kubeconfig}`,
    `--authorization-kubeconfig=${kubeconfig}`,
  ] as const;
  return { command, logFile: join(folder, 'logs', 'openshift-apiserver.log') };
};

/** By which kube-apiserver finds it: a service without pods, and its groups. */
export const aggregationObjects = (
  { bridge, certificates }: Environment,
  port: number,
): ApiObject[] => [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
  service('v1', 'Service', { spec: { ports: [{ name: 'https', port: 443, targetPort: port }] } }),
  service('discovery.k8s.io/v1', 'EndpointSlice', {
    addressType: 'IPv4',
    ports: [{ name: 'https', port }],
    endpoints: [{ addresses: [bridge.address], conditions: { ready: true } }],
  }),
  service('v1', 'Endpoints', {
    subsets: [{ addresses: [{ ip: bridge.address }], ports: [{ name: 'https', port }] }],
  }),
  ...groups.map((group) => apiService(`${group}.openshift.io`, certificates.ca)),
];

const service = (apiVersion: string, kind: string, rest: object): ApiObject => {
  const labels = { 'kubernetes.io/service-name': 'api' };
  return { apiVersion, kind, metadata: { name: 'api', namespace, labels }, ...rest };
};

const apiService = (group: string, ca: string): ApiObject => {
  const spec = {
    group,
    version: 'v1',
    groupPriorityMinimum: 9900,
    versionPriority: 15,
    service: { namespace, name: 'api', port: 443 },
    caBundle: Buffer.from(ca).toString('base64'),
  };
  const object = { metadata: { name: `v1.${group}` }, spec };
  return { apiVersion: 'apiregistration.k8s.io/v1', kind: 'APIService', ...object };
};
