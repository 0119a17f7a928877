import { imagesAsStream } from '../../src/domain/cluster-images';
import { failingImportsOf } from '../../src/domain/failing-imports';
import { foundChainsOf } from '../../src/domain/found-chain/found-chain';
import type { FoundChain } from '../../src/domain/found-chain/found-chain';
import { foundRowsOf } from '../../src/domain/found-chain/found-row';
import type { FoundRow } from '../../src/domain/found-chain/found-row';
import { foundRunsOf } from '../../src/domain/found-chain/found-run';
import { historyOf } from '../../src/domain/history';
import type { HistoryRow } from '../../src/domain/history';
import { imageTriggersOf } from '../../src/domain/image-trigger';
import type { ImageTrigger } from '../../src/domain/image-trigger';
import { managedByLabel, manager } from '../../src/domain/marks';
import { isClusterImages, pushesOf, streamKey, streamRefOf } from '../../src/domain/push';
import { runOf } from '../../src/domain/run';
import type { Run } from '../../src/domain/run';
import type { OldObjects } from '../../src/domain/take-over/draft-of-chain';
import { apiServerSourceKind } from '../../src/k8s/api-server-source';
import type { ApiServerSource } from '../../src/k8s/api-server-source';
import { eventListenerKind } from '../../src/k8s/event-listener';
import type { EventListener } from '../../src/k8s/event-listener';
import { imageKind } from '../../src/k8s/image';
import type { Image } from '../../src/k8s/image';
import { imageStreamKind } from '../../src/k8s/image-stream';
import type { ImageStream } from '../../src/k8s/image-stream';
import { pipelineRunKind } from '../../src/k8s/pipeline-run';
import type { PipelineRun } from '../../src/k8s/pipeline-run';
import { nameOf } from '../../src/k8s/resource';
import { triggerBindingKind } from '../../src/k8s/trigger-binding';
import type { TriggerBinding } from '../../src/k8s/trigger-binding';
import { triggerKind } from '../../src/k8s/trigger';
import type { Trigger } from '../../src/k8s/trigger';
import { triggerTemplateKind } from '../../src/k8s/trigger-template';
import type { TriggerTemplate } from '../../src/k8s/trigger-template';
import type { ApiClient, Kind } from './api-client';
import type { Projects } from './projects';
import { snapshotOf } from './snapshot';

const configMapKind: Kind = { apiVersion: 'v1', kind: 'ConfigMap', plural: 'configmaps' };

const ours = `${managedByLabel}=${manager}`;

/** Reads the projects of a scenario as the product's pages do. */
export class Observer {
  constructor(
    private readonly client: ApiClient,
    private readonly projects: Projects,
  ) {}

  async imageTriggers(): Promise<ImageTrigger[]> {
    const { pipelines: namespace } = this.projects;
    const where = { namespace, labelSelector: ours };
    return imageTriggersOf(
      await this.client.list<Trigger>(triggerKind, where),
      await this.client.list<TriggerTemplate>(triggerTemplateKind, where),
    );
  }

  /** All PipelineRuns in the triggers' project, as the API has them. */
  async pipelineRuns(): Promise<PipelineRun[]> {
    const { pipelines: namespace } = this.projects;
    return this.client.list<PipelineRun>(pipelineRunKind, { namespace });
  }

  async runs(): Promise<Run[]> {
    const runs = await this.pipelineRuns();
    return runs.map(runOf).filter((run) => run !== undefined);
  }

  /** The history of all image triggers of the scenario, at the API server's time. */
  async history(): Promise<HistoryRow[]> {
    const streams = await this.streams();
    const [triggers, runs] = [await this.imageTriggers(), await this.runs()];
    const spokenOf = [
      ...triggers.flatMap(({ binding }) => binding?.stream ?? []),
      ...runs.flatMap(({ cause }) => cause?.stream ?? []),
    ];
    // Those of a cluster that many scenarios share are a long list.
    const images = spokenOf.some(isClusterImages) ? [await this.imagesOfProjects()] : [];
    const ledger = new Map(
      [...streams, ...images].map((stream) => [streamKey(streamRefOf(stream)), pushesOf(stream)]),
    );
    return historyOf({ ledger, triggers, runs, now: await this.serverTime() });
  }

  /**
   * The Images that the ImageStreams of the projects hold or held, in the form of an ImageStream: those
   * of the cluster are also those of scenarios that share it.
   */
  async imagesOfProjects(): Promise<ImageStream> {
    const pushes = (await this.streams()).flatMap(pushesOf);
    const digests = new Set(pushes.map(({ digest }) => digest));
    const images = await this.client.list<Image>(imageKind);
    return imagesAsStream(images.filter((image) => digests.has(nameOf(image))));
  }

  /** The tags whose last import failed, as the overview names them: `STREAM TAG,TAG`. */
  async failingImports(): Promise<string[]> {
    const failing = failingImportsOf(await this.streams(), await this.imageTriggers());
    return failing.map(({ stream, tags }) => `${stream.name} ${tags.join(',')}`);
  }

  /** The chains that somebody else made in the triggers' project. */
  async foundChains(): Promise<FoundChain[]> {
    return foundChainsOf(await this.oldObjects());
  }

  /** What these chains are made of. */
  async oldObjects(): Promise<OldObjects> {
    const { pipelines: namespace } = this.projects;
    const [sources, listeners, triggers, templates, bindings] = await Promise.all([
      this.client.list<ApiServerSource>(apiServerSourceKind, { namespace }),
      this.client.list<EventListener>(eventListenerKind, { namespace }),
      this.client.list<Trigger>(triggerKind, { namespace }),
      this.client.list<TriggerTemplate>(triggerTemplateKind, { namespace }),
      this.client.list<TriggerBinding>(triggerBindingKind, { namespace }),
    ]);
    return { sources, listeners, triggers, templates, bindings };
  }

  /** The runs of these chains, with their pushes. */
  async foundHistory(): Promise<FoundRow[]> {
    const runs = foundRunsOf(await this.foundChains(), await this.pipelineRuns());
    return foundRowsOf(runs, await this.streams());
  }

  /** `snapshotOf` the projects. */
  snapshot(): Promise<string[]> {
    return snapshotOf(this.client, this.projects);
  }

  private async streams(): Promise<ImageStream[]> {
    const { pipelines, images } = this.projects;
    const lists = [pipelines, images].map((namespace) =>
      this.client.list<ImageStream>(imageStreamKind, { namespace }),
    );
    return (await Promise.all(lists)).flat();
  }

  /** From a dry run: the clock of the machine that runs the scenarios proves nothing. */
  private async serverTime(): Promise<Date> {
    const { pipelines: namespace } = this.projects;
    const probe = { apiVersion: 'v1', kind: configMapKind.kind };
    const tried = await this.client.create(
      configMapKind,
      { ...probe, metadata: { name: 'time', namespace } },
      { dryRun: true },
    );
    return new Date(tried.metadata?.creationTimestamp ?? NaN);
  }
}
