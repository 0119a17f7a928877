import assert from 'node:assert/strict';
import { createTrigger } from '../../src/domain/apply/create-trigger';
import type { CreateResult } from '../../src/domain/apply/create-trigger';
import type { CompleteDraft } from '../../src/domain/draft';
import type { ImageTrigger } from '../../src/domain/image-trigger';
import type { StreamRef } from '../../src/domain/push';
import { samplePipeline } from '../../src/domain/sample-pipeline';
import { pipelineKind } from '../../src/k8s/pipeline';
import { ApiClient } from './api-client';
import type { ClusterUnderTest, PersonName } from './cluster-under-test';
import { aDraft } from './draft';
import { Expectations } from './expectations';
import { Images } from './image';
import { Observer } from './observer';
import { createProjects, removeProjects } from './projects';
import type { Projects } from './projects';
import { Registry } from './registry';
import { Relay } from './relay';
import { verbsOf } from './verbs';

/** What the triggers of the scenarios say that they were built by. */
export const version = '0.0.0-scenario';

/** What a scenario works with: two projects of its own, each with an ImageStream `web`. */
export class ScenarioContext {
  readonly admin: ApiClient;
  readonly images: Images;
  readonly registry: Registry;
  readonly observer: Observer;
  readonly relay: Relay;
  readonly expect: Expectations;
  /** In the project of the Pipeline. */
  readonly stream: StreamRef;
  /** In the project that has no Pipeline. */
  readonly remoteStream: StreamRef;

  private constructor(
    readonly cluster: ClusterUnderTest,
    readonly projects: Projects,
  ) {
    this.admin = this.clientOf('admin');
    this.images = new Images(projects.pipelines);
    this.registry = new Registry(this.admin);
    this.observer = new Observer(this.admin, projects);
    this.relay = new Relay(cluster, this.admin, projects.pipelines);
    this.expect = new Expectations(this);
    this.stream = { namespace: projects.pipelines, name: 'web' };
    this.remoteStream = { namespace: projects.images, name: 'web' };
  }

  /** Does something in a context of its own and takes down what it made. */
  static async use(
    cluster: ClusterUnderTest,
    action: (context: ScenarioContext) => Promise<void>,
  ): Promise<void> {
    const admin = new ApiClient(cluster.url, cluster.people.admin.token);
    const projects = await createProjects(admin, cluster.people);
    try {
      const context = new ScenarioContext(cluster, projects);
      await admin.create(pipelineKind, samplePipeline(projects.pipelines));
      await context.registry.createStream(context.stream);
      await context.registry.createStream(context.remoteStream);
      await action(context);
    } finally {
      await removeProjects(admin, projects, cluster);
    }
  }

  clientOf(person: PersonName): ApiClient {
    return new ApiClient(this.cluster.url, this.cluster.people[person].token);
  }

  /** A trigger `web` for every tag of `stream`, unless it says otherwise. */
  draft(overrides: Partial<CompleteDraft> = {}): CompleteDraft {
    const { projects, stream } = this;
    const rule = { kind: 'any' } as const;
    return {
      ...aDraft({ namespace: projects.pipelines, name: 'web', stream, rule }),
      ...overrides,
    };
  }

  /** Creates a trigger, with whatever comes of it. */
  create(draft: CompleteDraft, client: ApiClient = this.admin): Promise<CreateResult> {
    return createTrigger(draft, verbsOf(client), { version, by: 'scenario' });
  }

  /** Creates a trigger and waits until its pushes reach the listener. */
  async bind(
    overrides: Partial<CompleteDraft> = {},
    client: ApiClient = this.admin,
  ): Promise<void> {
    const draft = this.draft(overrides);
    const result = await this.create(draft, client);
    assert.deepEqual(result, { outcome: 'created' }, `the creation of ${draft.name}`);
    await this.relay.untilReady(draft.stream);
  }

  /** An image trigger as it is read back from the cluster. */
  async trigger(name: string): Promise<ImageTrigger> {
    const found = (await this.observer.imageTriggers()).find((trigger) => trigger.name === name);
    assert.ok(found, `there is no image trigger ${name}`);
    return found;
  }
}
