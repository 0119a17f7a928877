import { Admission } from './admission';
import { Clock } from './clock';
import { startCluster, type ClusterOptions, type LocalCluster } from './cluster';
import { registerNamespaceDefaults } from './namespace-controller';
import { isRecord } from './object';
import { resources, ResourceRegistry } from './resources';
import { Store } from './store';

/** A store with the namespaces `shop` and `other`, without an API server. */
export const aStore = (): Store => {
  const admission = new Admission();
  registerNamespaceDefaults(admission);
  const store = new Store({ clock: new Clock(), admission, registry: new ResourceRegistry() });
  store.create(resources.namespaces, { metadata: { name: 'shop' } });
  store.create(resources.namespaces, { metadata: { name: 'other' } });
  return store;
};

const running: LocalCluster[] = [];

/** A cluster with the namespaces `shop` and `other`; `closeClusters` ends it. */
export const aCluster = async (options: ClusterOptions = {}): Promise<LocalCluster> => {
  const cluster = await startCluster(options);
  running.push(cluster);
  cluster.store.create(resources.namespaces, { metadata: { name: 'shop' } });
  cluster.store.create(resources.namespaces, { metadata: { name: 'other' } });
  return cluster;
};

/** Ends every cluster that `aCluster` started. */
export const closeClusters = async (): Promise<void> => {
  await Promise.all(running.splice(0).map((cluster) => cluster.close()));
};

export interface Call {
  /** A person's name; `admin` where it is absent. */
  as?: string;
  method?: string;
  path: string;
  /** Sent as JSON. */
  body?: unknown;
  contentType?: string;
  accept?: string;
}

export interface Reply {
  code: number;
  /** The parsed JSON of the response. */
  body: Record<string, unknown>;
  headers: Headers;
}

const send = (url: string, call: Call): Promise<Response> =>
  fetch(`${url}${call.path}`, {
    method: call.method ?? 'GET',
    headers: {
      Authorization: `Bearer ${call.as ?? 'admin'}-token`,
      Accept: call.accept ?? 'application/json',
      ...(call.body === undefined
        ? {}
        : { 'Content-Type': call.contentType ?? 'application/json' }),
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  });

/** Makes one request and reads its JSON. */
export const request = async ({ url }: LocalCluster, call: Call): Promise<Reply> => {
  const response = await send(url, call);
  const body: unknown = await response.json();
  return { code: response.status, body: isRecord(body) ? body : {}, headers: response.headers };
};

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string, null> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    const [rest = '', ...lines] = (text + decoder.decode(chunk.value, { stream: true }))
      .split('\n')
      .reverse();
    text = rest;
    yield* lines.reverse();
  }
  return null;
}

/** Opens a watch by HTTP; the returned function resolves to the next event, null at its end. */
export const openWatch = async ({ url }: LocalCluster, call: Call) => {
  const response = await send(url, call);
  if (response.status !== 200 || response.body === null) {
    throw new Error(`${response.status}: ${await response.text()}`);
  }
  const lines = linesOf(response.body);
  return async (): Promise<unknown> => {
    const { value } = await lines.next();
    const event: unknown = value === null ? null : JSON.parse(value);
    return event;
  };
};

/** Resolves after everything that controllers do "some moments later" has been done. */
export const settled = async (): Promise<void> => {
  for (let round = 0; round < 10; round += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
};

/** A text that contains another, for `toMatchObject`. */
export const containing = (text: string): unknown => expect.stringContaining(text);
