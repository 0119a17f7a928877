import { EventEmitter, once } from 'node:events';
import type { PipelineRun } from '../../../../src/k8s/pipeline-run';
import {
  conditionOf,
  namespaceOf,
  type Condition,
  type K8sObject,
} from '../../../../src/k8s/resource';
import { startCluster, type LocalCluster } from '../../cluster';
import { isK8sObject, type ObjectKey, type Stored } from '../../object';
import { resources } from '../../resources';
import type { Authorizer } from '../../rbac/authorizer';
import type { ResourceDefinition } from '../../resource-definition';
import type { Store } from '../../store';
import { startChain, type Chain } from '../chain';
import { registerChainControls } from '../controls';
import { shortDelays, type LogLine } from '../context';
import { mappingOf, type PushedImage } from '../image/push';

const patience = 5_000;

/** Resolves as soon as a condition on the store holds; it is looked at after every write. */
const until = async <T>(store: Store, look: () => T | undefined): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      unwatch();
      reject(new Error(`still not so after ${patience} ms: ${look.toString()}`));
    }, patience);
    const check = () => {
      const found = look();
      if (found !== undefined) {
        clearTimeout(timer);
        unwatch();
        resolve(found);
      }
    };
    const unwatch = store.watch(check);
    check();
  });

/** A cluster with the event chain and very short delays, driven over HTTP as the admin. */
export class TestCluster {
  readonly #cluster: LocalCluster;
  readonly chain: Chain;
  readonly logs: LogLine[];

  readonly #logged: EventEmitter;

  private constructor(
    cluster: LocalCluster,
    chain: Chain,
    { logs, logged }: { logs: LogLine[]; logged: EventEmitter },
  ) {
    this.#cluster = cluster;
    this.chain = chain;
    this.logs = logs;
    this.#logged = logged;
  }

  static async start(): Promise<TestCluster> {
    const logs: LogLine[] = [];
    const logged = new EventEmitter();
    const chains: Chain[] = [];
    const cluster = await startCluster({
      controllers: [
        (context) => {
          const chain = startChain(context, {
            delays: shortDelays,
            onLog: (line) => {
              logs.push(line);
              logged.emit('line');
            },
          });
          registerChainControls(context, chain, logs);
          chains.push(chain);
          return chain;
        },
      ],
    });
    const [chain] = chains;
    if (chain === undefined) {
      throw new Error('the chain has not been started');
    }
    return new TestCluster(cluster, chain, { logs, logged });
  }

  get url(): string {
    return this.#cluster.url;
  }

  get authorizer(): Authorizer {
    return this.#cluster.authorizer;
  }

  get store(): Store {
    return this.#cluster.store;
  }

  async close(): Promise<void> {
    await this.#cluster.close();
  }

  /** Sends a request and answers its code and its parsed body. */
  async request(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ code: number; body: unknown }> {
    const patch = { 'Content-Type': 'application/merge-patch+json' };
    const json = { 'Content-Type': 'application/json' };
    const response = await fetch(`${this.#cluster.url}${path}`, {
      method,
      headers: { Authorization: 'Bearer admin-token', ...(method === 'PATCH' ? patch : json) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { code: response.status, body: await response.json() };
  }

  /** The path of an object's collection, or of the object where its name is given. */
  pathOf(object: K8sObject, name?: string): string {
    const definition = this.store.registry.ofKind(object);
    if (definition === undefined) {
      throw new Error(`no such kind: ${object.apiVersion ?? ''}/${object.kind ?? ''}`);
    }
    const { apiGroup, apiVersion, plural } = definition.kind;
    const root = apiGroup === undefined ? `/api/${apiVersion}` : `/apis/${apiGroup}/${apiVersion}`;
    const namespace = namespaceOf(object);
    const scope = namespace === '' ? root : `${root}/namespaces/${namespace}`;
    return name === undefined ? `${scope}/${plural}` : `${scope}/${plural}/${name}`;
  }

  /** Creates an object; throws where the API refuses it. */
  async apply(...objects: K8sObject[]): Promise<void> {
    for (const object of objects) {
      const { code, body } = await this.request('POST', this.pathOf(object), object);
      if (code !== 201) {
        throw new Error(`${code}: ${JSON.stringify(body)}`);
      }
    }
  }

  async push(stream: string, tag: string, image: PushedImage): Promise<void> {
    await this.apply(mappingOf({ namespace: 'images', stream, tag, image }));
  }

  async patch(object: K8sObject, patch: object): Promise<K8sObject> {
    const path = this.pathOf(object, object.metadata?.name);
    const { code, body } = await this.request('PATCH', path, patch);
    if (code !== 200 || !isK8sObject(body)) {
      throw new Error(`${code}: ${JSON.stringify(body)}`);
    }
    return body;
  }

  /** Waits for something that an object comes to be. */
  async until<T extends K8sObject, R>(
    definition: ResourceDefinition<T>,
    key: ObjectKey,
    look: (object: Stored<T>) => R | undefined,
  ): Promise<R> {
    return until(this.store, () => {
      const object = this.store.find(definition, key);
      return object === undefined ? undefined : look(object);
    });
  }

  async untilCondition(
    definition: ResourceDefinition<K8sObject & { status?: { conditions?: Condition[] } }>,
    key: ObjectKey,
    [type, status]: [type: string, status: Condition['status']],
  ): Promise<Condition> {
    return this.until(definition, key, (object) => {
      const condition = conditionOf(object.status?.conditions, type);
      return condition?.status === status ? condition : undefined;
    });
  }

  /** Waits for a line of a log that has a text in it. */
  async untilLogged(text: string): Promise<LogLine> {
    for (;;) {
      const line = this.logs.find(({ message }) => message.includes(text));
      if (line !== undefined) {
        return line;
      }
      await once(this.#logged, 'line', { signal: AbortSignal.timeout(patience) });
    }
  }

  /** Waits until no object of a kind is left. */
  async untilGone(definition: ResourceDefinition): Promise<void> {
    await until(this.store, () => (this.store.list(definition).length === 0 ? true : undefined));
  }

  /** The names of the PipelineRuns, once the chain has nothing more to do. */
  async runs(): Promise<string[]> {
    await this.chain.settled();
    return this.store.list(resources.pipelineRuns).map(({ metadata }) => metadata.name);
  }

  run(name: string): Stored<PipelineRun> {
    return this.store.get(resources.pipelineRuns, { name, namespace: 'proof' });
  }
}
