import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shortDelays } from '../../../local/cluster/chain/context';
import { people } from '../../../local/cluster/rbac/user';
import type { PersonName } from '../../../local/cluster/rbac/user';
import { startShop } from '../../../local/cluster/shop';
import { buildsIn } from '../../../local/console/build';
import { objectAt, stringAt } from '../../../local/console/host/json';
import { startConsole } from '../../../local/console/server';
import { createTrigger } from '../../../src/domain/apply/create-trigger';
import type { CompleteDraft } from '../../../src/domain/draft';
import { imageTriggersOf } from '../../../src/domain/image-trigger';
import { triggerLabel } from '../../../src/domain/marks';
import { removeTrigger } from '../../../src/domain/remove-trigger';
import { resultsAlias } from '../../../src/k8s/results-record';
import { pipelineRunKind } from '../../../src/k8s/pipeline-run';
import { conditionOf, nameOf } from '../../../src/k8s/resource';
import type { PipelineRun } from '../../../src/k8s/pipeline-run';
import { triggerKind } from '../../../src/k8s/trigger';
import type { Trigger } from '../../../src/k8s/trigger';
import { triggerTemplateKind } from '../../../src/k8s/trigger-template';
import type { TriggerTemplate } from '../../../src/k8s/trigger-template';
import { ApiClient } from '../../scenarios/api-client';
import { aDraft } from '../../scenarios/draft';
import { embeddedAt } from '../../scenarios/embedded';
import { eventually } from '../../scenarios/eventually';
import { Relay } from '../../scenarios/relay';
import { verbsOf } from '../../scenarios/verbs';

const builtBy = { version: '0.0.0-story' };

const root = join(__dirname, '../../..');

/** The project of the triggers and Pipelines, of which the viewer sees everything. */
export const pipelinesProject = 'supply-chain';

/** The project of the ImageStreams. */
export const imagesProject = 'shop-images';

/** The trigger that is always there, with one push that has run. */
export const standingTrigger = 'print-orders';

/** The ImageStream that the standing trigger is bound to. */
export const standingStream = 'order-service';

/** A request that must fail on purpose. */
export interface Fault {
  readonly match: { readonly path: string; readonly method?: string; readonly user?: string };
  readonly respond?: {
    readonly status: number;
    readonly reason?: string;
    readonly message?: string;
    readonly retryAfterSeconds?: number;
  };
}

export interface SiteOptions {
  /** API groups that are not installed. */
  readonly absentGroups: readonly string[];
  /** Whether Tekton Results is there, and the console leads to it. */
  readonly results: boolean;
}

/** A cluster of one worker alone, with a console in front of it: what is done to it hurts nobody. */
export class Site {
  readonly admin: ApiClient;

  /** What the push of the standing trigger is called; of a cluster without, no push has this name. */
  standingPush = `${standingTrigger}-00000000-1700000000`;

  private constructor(
    /** Of the console. */
    readonly url: string,
    private readonly clusterUrl: string,
    readonly close: () => Promise<void>,
  ) {
    this.admin = new ApiClient(clusterUrl, 'admin-token');
  }

  /** Starts the shop without some API groups; where all are there, with the standing trigger. */
  static async start({ absentGroups, results }: SiteOptions): Promise<Site> {
    // Built by what serves the other stories, before the first one starts.
    const { pluginFolder, pageFolder } = buildsIn(root);
    const shop = await startShop({ absentGroups, results, delays: shortDelays });
    const { admin, ...others } = people;
    const userOf = ({ name }: { readonly name: PersonName }) => ({
      name,
      credentials: () => Promise.resolve({ token: `${name}-token` }),
    });
    const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const running = await startConsole({
      apiServer: {
        url: shop.url,
        users: [userOf(admin), ...Object.values(others).map(userOf)],
      },
      plugin: {
        name: stringAt(objectAt(manifest, 'consolePlugin'), 'name'),
        folder: pluginFolder,
      },
      pageFolder,
      nodeModules: join(root, 'node_modules'),
      port: 0,
      canPush: true,
      cluster: 'States',
      proxies: results ? { [resultsAlias]: shop.url } : {},
    });
    const site = new Site(running.url, shop.url, async () => {
      await running.close();
      await shop.close();
    });
    if (absentGroups.length === 0) {
      await site.bind(standingTrigger, standingStream);
      await site.push(standingStream, 'v1');
      site.standingPush = await site.runOf(standingTrigger);
    }
    return site;
  }

  /** Deletes a trigger as its page does. */
  async unbind(name: string): Promise<void> {
    const namespace = pipelinesProject;
    const verbs = verbsOf(this.admin);
    const [objects, templates] = await Promise.all([
      this.admin.list<Trigger>(triggerKind, { namespace }),
      this.admin.list<TriggerTemplate>(triggerTemplateKind, { namespace }),
    ]);
    const trigger = imageTriggersOf(objects, templates).find((one) => one.name === name);
    assert.ok(trigger, `there is no trigger ${name}`);
    const removed = await removeTrigger(trigger, verbs, builtBy);
    assert.deepEqual(removed, { outcome: 'removed' });
  }

  /** Binds an ImageStream of the shop, and waits until its pushes reach the listener. */
  async bind(name: string, stream: string): Promise<CompleteDraft> {
    const draft = aDraft({
      namespace: pipelinesProject,
      name,
      stream: { namespace: imagesProject, name: stream },
      rule: { kind: 'any' },
    });
    const options = { ...builtBy, by: 'story' };
    const result = await createTrigger(draft, verbsOf(this.admin), options);
    assert.deepEqual(result, { outcome: 'created' }, `the creation of ${name}`);
    const cluster = embeddedAt(this.clusterUrl, () => Promise.resolve());
    await new Relay(cluster, this.admin, pipelinesProject).untilReady(draft.stream);
    return draft;
  }

  /** Pushes an image to an ImageStream of the shop. */
  async push(stream: string, tag: string): Promise<void> {
    await this.control('POST', 'push', { namespace: imagesProject, stream, tag });
  }

  /** The name of the newest run of a trigger, once it has succeeded. */
  async runOf(trigger: string): Promise<string> {
    return eventually(10_000, async () => {
      const runs = await this.admin.list<PipelineRun>(pipelineRunKind, {
        namespace: pipelinesProject,
        labelSelector: `${triggerLabel}=${trigger}`,
      });
      // Their names end in the time of their push.
      const newest = runs.sort((a, b) =>
        nameOf(b).slice(-10).localeCompare(nameOf(a).slice(-10)),
      )[0];
      const verdict = conditionOf(newest?.status?.conditions, 'Succeeded');
      assert.equal(verdict?.status, 'True', `the newest run of ${trigger}`);
      return nameOf(newest ?? {});
    });
  }

  /** Lets requests fail from now on. */
  async fail(...faults: readonly Fault[]): Promise<void> {
    await this.control('POST', 'faults', faults);
  }

  /** Lets all requests through again. */
  async heal(): Promise<void> {
    await this.control('DELETE', 'faults');
  }

  /** Breaks every open watch, as a restart of the API server does. */
  async cutWatches(): Promise<void> {
    await this.control('DELETE', 'watches');
  }

  private async control(method: string, path: string, body?: unknown): Promise<void> {
    const response = await fetch(`${this.clusterUrl}/local/${path}`, {
      method,
      headers: { Authorization: 'Bearer admin-token', 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    assert.ok(response.ok, `/local/${path}: ${await response.text()}`);
  }
}
