import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { KubeClient } from './api/client';
import type { ApiAddress, ApiObject } from './api/client';
import { openDoor } from './api/door';
import type { Environment } from './api-servers/environment';
import { writeKubeconfig } from './api-servers/kubeconfig';
import { etcd, kubeApiserver, kubeControllerManager } from './api-servers/kubernetes';
import { aggregationObjects, openshiftApiserver } from './api-servers/openshift';
import { newTokens } from './api-servers/people';
import type { Tokens } from './api-servers/people';
import { freePort } from './api-servers/ports';
import { buildAll } from './build/programs';
import { makeCertificates } from './certificates/certificates';
import { handlersFor } from './controls';
import { Installer } from './install/apply';
import { componentObjects, interceptorObjects, openshiftObjects } from './install/manifests';
import { untilBack, untilHealthy, untilReady } from './install/ready';
import { makeBridge } from './network/bridge';
import { startDnsServer } from './network/dns-server';
import { PodNetworks } from './network/pod-network';
import { ServiceProxy } from './network/service-proxy';
import type { LocalImages } from './pods/image';
import { nodeName, PodRunner } from './pods/pod-runner';
import { checkMachine } from './process/machine';
import { makeRunFolder } from './process/run-folder';
import { startProcess, startRestartable } from './process/supervisor';
import type { ProcessOptions } from './process/supervisor';

/** A control plane that runs. */
export interface ControlPlane {
  readonly api: ApiAddress;
  /**
   * A way to the same API for those that know no certificate of ours, without a path; for other
   * processes also to what is below, by `/local/`.
   */
  readonly plainUrl: string;
  /** By the names of the people. */
  readonly tokens: Tokens;
  /** Logs, kubeconfigs, data. It stays until the next start. */
  readonly folder: string;
  readonly pods: PodRunner;
  readonly services: ServiceProxy;
  /** Kills kube-apiserver and starts it again; resolves when it serves everybody. */
  restartApiServer(): Promise<void>;
  /** Takes everything down. */
  close(): Promise<void>;
}

const patienceMs = 180_000;
/** Nobody reads what they would still write. */
const endMs = 500;

/** What is to be taken down, last first. */
class TakeDown {
  private readonly steps: (() => Promise<void> | void)[] = [];

  add(step: () => Promise<void> | void): void {
    this.steps.unshift(step);
  }

  async run(): Promise<void> {
    for (const step of this.steps.splice(0)) await step();
  }
}

const makeEnvironment = async (takeDown: TakeDown, images: LocalImages): Promise<Environment> => {
  const folder = makeRunFolder();
  const bridge = await makeBridge();
  takeDown.add(() => bridge.close());
  const { address } = bridge;
  const certificates = await makeCertificates(folder, [address]);
  const port = await freePort(address);
  const api = { url: `https://${address}:${port}`, ca: certificates.ca, port };
  const etcdUrl = `http://127.0.0.1:${await freePort('127.0.0.1')}`;
  const tokens = newTokens();
  const kubeconfigs = join(folder, 'kubeconfigs');
  mkdirSync(kubeconfigs);
  Object.entries(tokens).forEach(([name, token]) =>
    writeKubeconfig(join(kubeconfigs, name), api, { name, token }),
  );
  const kubeconfig = join(kubeconfigs, 'control-plane');
  return { folder, bridge, certificates, tokens, api, etcdUrl, kubeconfig, images };
};

const node = (address: string): ApiObject => {
  const status = {
    addresses: [{ type: 'InternalIP', address }],
    capacity: { cpu: '64', memory: '256Gi', pods: '1000' },
    conditions: [{ type: 'Ready', status: 'True', reason: 'Local', message: 'this machine' }],
  };
  return { apiVersion: 'v1', kind: 'Node', metadata: { name: nodeName }, ...{ status } };
};

/** What is reached of a control plane from outside. */
type Parts = Pick<ControlPlane, 'pods' | 'services' | 'restartApiServer'>;

const startPods = async (
  environment: Environment,
  client: KubeClient,
  takeDown: TakeDown,
): Promise<Pick<Parts, 'pods' | 'services'>> => {
  const { bridge, folder, api, images } = environment;
  const ending = new AbortController();
  const services = new ServiceProxy();
  takeDown.add(await startDnsServer(bridge, (name) => services.addressOf(name)));
  await services.follow(client, ending.signal);
  const pods = new PodRunner({
    client,
    folder,
    networks: new PodNetworks(bridge),
    nodeAddress: bridge.address,
    api: { host: bridge.address, port: api.port },
    images,
  });
  await client.create('/api/v1/nodes', node(bridge.address));
  await pods.follow(ending.signal);
  takeDown.add(async () => {
    ending.abort();
    await pods.close();
  });
  return { pods, services };
};

const startAll = async (environment: Environment, takeDown: TakeDown): Promise<Parts> => {
  const { api, tokens } = environment;
  const start = (options: ProcessOptions): void => {
    const running = startProcess(options);
    takeDown.add(() => running.stop(endMs));
  };
  start(etcd(environment, `http://127.0.0.1:${await freePort('127.0.0.1')}`));
  const apiServer = startRestartable(kubeApiserver(environment));
  takeDown.add(() => apiServer.stop(endMs));
  const client = new KubeClient(api, tokens['control-plane']);
  takeDown.add(() => client.close());
  await untilHealthy(client, patienceMs);
  start(kubeControllerManager(environment));
  const parts = await startPods(environment, client, takeDown);
  const installer = new Installer(client);
  await installer.apply(openshiftObjects(), patienceMs);
  const port = await freePort(environment.bridge.address);
  start(openshiftApiserver(environment, port));
  await installer.apply(aggregationObjects(environment, port), patienceMs);
  await installer.apply(componentObjects(), patienceMs);
  await untilReady(client, patienceMs);
  await installer.apply(interceptorObjects(), patienceMs);
  await untilReady(client, patienceMs);
  const restartApiServer = async (): Promise<void> => {
    await apiServer.restart();
    await untilBack(client, patienceMs);
  };
  return { ...parts, restartApiServer };
};

/**
 * Builds what is missing and starts a control plane: etcd, kube-apiserver, kube-controller-manager,
 * openshift-apiserver, Tekton Pipelines and Triggers, Knative Eventing.
 * @param images that its pods can run beside those of the components
 * @throws Error with what is not there or did not become ready; nothing is left running then
 */
export const startControlPlane = async (images: LocalImages = new Map()): Promise<ControlPlane> => {
  checkMachine();
  buildAll();
  const takeDown = new TakeDown();
  try {
    const environment = await makeEnvironment(takeDown, images);
    const { api, tokens, folder } = environment;
    const parts = await startAll(environment, takeDown);
    const door = await openDoor(api, { token: tokens.admin, handlers: handlersFor(parts) });
    takeDown.add(() => door.close());
    return { api, plainUrl: door.url, tokens, folder, ...parts, close: () => takeDown.run() };
  } catch (error) {
    await takeDown.run();
    throw error;
  }
};
