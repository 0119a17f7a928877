import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';

/** The console's configuration, as far as the Jobs read and write it. */
interface ConsoleConfig {
  readonly version: number;
  /** Absent where nobody has ever set it. */
  readonly plugins?: readonly string[];
}

/** An API server that holds the object `cluster` of consoles.operator.openshift.io. */
export interface ConsoleApi {
  readonly url: string;
  /** Verb and path of the requests for objects: what the Jobs need rights for. */
  readonly requests: readonly string[];
  current(): ConsoleConfig;
  close(): Promise<void>;
}

export interface ConsoleApiOptions {
  readonly plugins?: readonly string[];
  /** What somebody else writes between the Job's read and its write. */
  readonly meanwhile?: readonly string[];
}

const group = 'operator.openshift.io';
const path = `/apis/${group}/v1/consoles/cluster`;

/** Discovery of one kind, in the old form that every client still reads. */
const discovery: Readonly<Record<string, unknown>> = {
  '/api': { kind: 'APIVersions', versions: ['v1'] },
  '/api/v1': { kind: 'APIResourceList', groupVersion: 'v1', resources: [] },
  '/apis': {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: [
      {
        name: group,
        versions: [{ groupVersion: `${group}/v1`, version: 'v1' }],
        preferredVersion: { groupVersion: `${group}/v1`, version: 'v1' },
      },
    ],
  },
  [`/apis/${group}/v1`]: {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion: `${group}/v1`,
    resources: [
      {
        name: 'consoles',
        singularName: 'console',
        namespaced: false,
        kind: 'Console',
        verbs: ['get', 'patch'],
      },
    ],
  },
};

const consoleOf = ({ version, plugins }: ConsoleConfig): unknown => ({
  apiVersion: `${group}/v1`,
  kind: 'Console',
  metadata: { name: 'cluster', resourceVersion: String(version) },
  spec: { managementState: 'Managed', ...(plugins === undefined ? {} : { plugins }) },
});

const statusOf = (code: number, reason: string): unknown => ({
  apiVersion: 'v1',
  kind: 'Status',
  status: 'Failure',
  reason,
  code,
  message: `${reason}: the object has been modified`,
});

interface Patch {
  readonly metadata: { readonly resourceVersion: string };
  readonly spec: { readonly plugins: readonly string[] };
}

/** Whether a body is the one merge patch that the Jobs may send: nothing but the list. */
const isPatch = (body: unknown): body is Patch => {
  const text = JSON.stringify(body, (_, value: unknown) => (Array.isArray(value) ? [] : value));
  return /^\{"metadata":\{"resourceVersion":"\d+"\},"spec":\{"plugins":\[\]\}\}$/.test(text);
};

const send = (response: ServerResponse, code: number, body: unknown): void => {
  response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

/**
 * Starts it on loopback. Like kube-apiserver, it refuses a patch that carries another version than
 * the object's (k8s.io/apiserver, pkg/endpoints/handlers/patch.go).
 */
export const startConsoleApi = async ({
  plugins,
  meanwhile,
}: ConsoleApiOptions): Promise<ConsoleApi> => {
  let config: ConsoleConfig = { version: 41, plugins };
  let overtaking = meanwhile;
  const requests: string[] = [];
  const patch = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await json(request);
    const isMerge = request.headers['content-type'] === 'application/merge-patch+json';
    if (!isMerge || !isPatch(body)) {
      send(response, 400, statusOf(400, 'BadRequest'));
    } else if (body.metadata.resourceVersion !== String(config.version)) {
      send(response, 409, statusOf(409, 'Conflict'));
    } else {
      config = { version: config.version + 1, plugins: body.spec.plugins };
      send(response, 200, consoleOf(config));
    }
  };
  const get = (response: ServerResponse): void => {
    send(response, 200, consoleOf(config));
    if (overtaking === undefined) return;
    config = { version: config.version + 1, plugins: overtaking };
    overtaking = undefined;
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://console');
    if (pathname in discovery) {
      send(response, 200, discovery[pathname]);
      return;
    }
    requests.push(`${request.method ?? ''} ${pathname}`);
    if (pathname !== path) send(response, 404, statusOf(404, 'NotFound'));
    else if (request.method === 'PATCH') void patch(request, response);
    else get(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    current: () => config,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
