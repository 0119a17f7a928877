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
import type { RunWatch } from './run-watch';

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

  readonly admin: ApiClient;

  /** @param streams the project of the ImageStreams */
  private constructor(
    readonly controlPlane: ControlPlane,
    readonly namespace: string,
    private readonly streams: string,
  ) {
    this.admin = new ApiClient(controlPlane.plainUrl, controlPlane.tokens.admin);
    this.registry = new Registry(this.admin);
    this.images = new Images(namespace);
  }

  /** @param streams the project of the ImageStreams, where it is another one */
  static async on(controlPlane: ControlPlane, streams?: string): Promise<Site> {
    const name = `bench-${randomBytes(3).toString('hex')}`;
    const site = new Site(controlPlane, name, streams ?? name);
    const { apiVersion, kind } = namespaceKind;
    await site.admin.create(namespaceKind, { apiVersion, kind, metadata: { name } });
    await site.admin.create(pipelineKind, samplePipeline(name));
    return site;
  }

  /** Follows the runs of the project too, until the end. */
  async watchRuns(runs: RunWatch): Promise<void> {
    const { api, tokens } = this.controlPlane;
    const client = new KubeClient(api, tokens.admin);
    this.ending.signal.addEventListener('abort', () => client.close());
    await runs.follow(client, this.namespace, this.ending.signal);
  }

  streamOf(name: string): StreamRef {
    return { namespace: this.streams, name };
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
