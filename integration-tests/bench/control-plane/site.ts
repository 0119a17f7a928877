import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { createTrigger } from '../../../src/domain/apply/create-trigger';
import { relayName } from '../../../src/domain/marks';
import type { StreamRef } from '../../../src/domain/push';
import { samplePipeline } from '../../../src/domain/sample-pipeline';
import type { TagRule } from '../../../src/domain/tag-rule';
import { eventListenerKind } from '../../../src/k8s/event-listener';
import { pipelineKind } from '../../../src/k8s/pipeline';
import type { K8sObject } from '../../../src/k8s/resource';
import { KubeClient } from '../../../local/control-plane/api/client';
import type { ControlPlane } from '../../../local/control-plane/control-plane';
import type { PodChoice } from '../../../local/control-plane/pods/pod-runner';
import { ApiClient } from '../../scenarios/api-client';
import type { Kind } from '../../scenarios/api-client';
import { eventually } from '../../scenarios/eventually';
import { Images } from '../../scenarios/image';
import { namespaceKind } from '../../scenarios/projects';
import { Registry } from '../../scenarios/registry';
import { Relay } from '../../scenarios/relay';
import { verbsOf } from '../../scenarios/verbs';
import { onControlPlane } from '../../scenarios/control-plane';
import { aDraft } from '../../scenarios/draft';
import { ProcessUse, untilQuiet } from './process-use';
import { RunWatch } from './run-watch';

const deploymentKind: Kind = {
  apiGroup: 'apps',
  apiVersion: 'v1',
  kind: 'Deployment',
  plural: 'deployments',
};

interface Deployment extends K8sObject {
  readonly metadata?: K8sObject['metadata'] & { readonly generation?: number };
  readonly spec?: { readonly replicas?: number };
  readonly status?: Readonly<
    Partial<Record<'observedGeneration' | 'replicas' | 'updatedReplicas' | 'readyReplicas', number>>
  >;
}

interface Service extends K8sObject {
  readonly spec: { readonly ports: unknown; readonly selector: unknown };
}

const serviceKind: Kind = { apiVersion: 'v1', kind: 'Service', plural: 'services' };

/** The pods of the interceptors, which all listeners of a cluster share. */
export const interceptors: PodChoice = {
  namespace: 'tekton-pipelines',
  labels: { 'app.kubernetes.io/name': 'core-interceptors' },
};

const patienceMs = 60_000;
const anyTag: TagRule = { kind: 'any' };

/** A project of a control plane, with a Pipeline, and all that a figure is taken with. */
export class Site {
  readonly registry: Registry;
  readonly images: Images;
  private readonly ending = new AbortController();

  private constructor(
    readonly controlPlane: ControlPlane,
    readonly namespace: string,
    readonly admin: ApiClient,
  ) {
    this.registry = new Registry(admin);
    this.images = new Images(namespace);
  }

  static async on(controlPlane: ControlPlane): Promise<Site> {
    const name = `bench-${randomBytes(3).toString('hex')}`;
    const admin = new ApiClient(controlPlane.plainUrl, controlPlane.tokens.admin);
    const { apiVersion, kind } = namespaceKind;
    await admin.create(namespaceKind, { apiVersion, kind, metadata: { name } });
    await admin.create(pipelineKind, samplePipeline(name));
    return new Site(controlPlane, name, admin);
  }

  /** Follows the runs of the project, until the end. */
  async watchRuns(): Promise<RunWatch> {
    const { api, tokens } = this.controlPlane;
    const client = new KubeClient(api, tokens.admin);
    this.ending.signal.addEventListener('abort', () => client.close());
    const runs = new RunWatch();
    await runs.follow(client, this.namespace, this.ending.signal);
    return runs;
  }

  streamOf(name: string): StreamRef {
    return { namespace: this.namespace, name };
  }

  /** The image trigger of a stream of the same name, for every tag. */
  draftOf(name: string) {
    return aDraft({ namespace: this.namespace, name, stream: this.streamOf(name), rule: anyTag });
  }

  /** Creates the image trigger of a stream as the plugin does, and waits until it is reached. */
  async bind(name: string): Promise<void> {
    const result = await createTrigger(this.draftOf(name), verbsOf(this.admin), {
      version: '0.0.0-bench',
    });
    assert.deepEqual(result, { outcome: 'created' }, `the creation of ${name}`);
    const cluster = onControlPlane(this.controlPlane, () => Promise.resolve());
    await new Relay(cluster, this.admin, this.namespace).untilReady(this.streamOf(name));
  }

  /** Pushes a new image to a stream; answers its digest. */
  async push(stream: string, label: string): Promise<string> {
    const image = this.images.named(label);
    await this.registry.push(this.streamOf(stream), 'latest', image);
    return image.digest;
  }

  /** The pods of the listener. */
  get listenerPods(): PodChoice {
    return { namespace: this.namespace, labels: { eventlistener: relayName } };
  }

  /** Changes the listener; a change of its Deployment is awaited. */
  async patchListener(changes: object): Promise<void> {
    const { namespace } = this;
    await this.admin.patch(eventListenerKind, { namespace, name: relayName }, changes);
    await this.untilListenerIsReady();
  }

  /** Starts the listener anew: what it has learned to hold in memory is gone. */
  async restartListener(): Promise<void> {
    const { pods } = this.controlPlane;
    const before = pods.processIds(this.listenerPods);
    await pods.setRunning(this.listenerPods, false);
    await pods.setRunning(this.listenerPods, true);
    await eventually(patienceMs, () => {
      const now = pods.processIds(this.listenerPods);
      assert.notDeepEqual(now, before, 'the process of the listener');
      return Promise.resolve();
    });
    const processes = pods.processIds(this.listenerPods).map((pid) => new ProcessUse(pid));
    await untilQuiet(processes, patienceMs);
    await this.untilListenerIsReady();
  }

  /**
   * Lets the listener reach the interceptors without the service proxy of this control plane, which
   * is a program, where that of a cluster is the kernel.
   */
  async reachInterceptorsDirectly(): Promise<void> {
    const key = { namespace: interceptors.namespace, name: 'tekton-triggers-core-interceptors' };
    const service = await this.admin.get<Service>(serviceKind, key);
    assert.ok(service, 'there is no Service of the interceptors');
    const { ports, selector } = service.spec;
    await this.admin.remove(serviceKind, key);
    const { apiVersion, kind } = serviceKind;
    const spec = { ports, selector, clusterIP: 'None' };
    await this.admin.create(serviceKind, { apiVersion, kind, metadata: key, ...{ spec } });
  }

  async close(): Promise<void> {
    this.ending.abort();
    await this.admin.remove(namespaceKind, { name: this.namespace });
  }

  private async untilListenerIsReady(): Promise<void> {
    const { namespace } = this;
    const key = { namespace, name: `el-${relayName}` };
    await eventually(patienceMs, async () => {
      const found = await this.admin.get<Deployment>(deploymentKind, key);
      const { spec, status, metadata } = found ?? {};
      const seen = [
        status?.observedGeneration === metadata?.generation,
        status?.replicas,
        status?.updatedReplicas,
        status?.readyReplicas,
      ];
      const wanted = spec?.replicas;
      assert.deepEqual(seen, [true, wanted, wanted, wanted], 'the Deployment of the listener');
    });
  }
}
