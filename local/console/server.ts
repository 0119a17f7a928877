import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import type { ApiServer, ConsoleUser } from './api-server';
import { pageHtml } from './page-html';
import { proxyRequest, proxyUpgrade } from './proxy';
import { cookiesOf, csrfRefusalOf, refusalOf } from './request-guard';
import { fileInside, sendFile } from './static-files';

/** What to serve. */
export interface ConsoleOptions {
  apiServer: ApiServer;
  /** The plugin's name, and the folder of its build. */
  plugin: { name: string; folder: string };
  /** The folder of the page's build. */
  pageFolder: string;
  /** The folder in which `@patternfly/patternfly` is installed. */
  nodeModules: string;
  /** 0 for any free one. */
  port: number;
  canPush: boolean;
  /** What the masthead says about the cluster. */
  cluster: string;
  /** The services that the ConsolePlugin leads to, by their alias: where they are. */
  proxies?: Readonly<Record<string, string>>;
}

/** A running console. */
export interface RunningConsole {
  url: string;
  close: () => Promise<void>;
}

const apiPrefix = '/api/kubernetes';

const userOf = ({ apiServer }: ConsoleOptions, request: IncomingMessage): ConsoleUser => {
  const asked = cookiesOf(request)['local-console-user'];
  return apiServer.users.find(({ name }) => name === asked) ?? apiServer.users[0];
};

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
}

const sendPage = (
  options: ConsoleOptions,
  { request, response }: Exchange,
  token: string,
): void => {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-frame-options': 'DENY',
    'set-cookie': `csrf-token=${token}; Path=/; SameSite=Strict`,
  });
  response.end(
    pageHtml({
      basePath: '/',
      plugin: options.plugin.name,
      users: options.apiServer.users.map(({ name }) => name),
      user: userOf(options, request).name,
      canPush: options.canPush,
      cluster: options.cluster,
    }),
  );
};

/** The folders whose files are served, by the path before them. */
const foldersOf = ({ plugin, pageFolder, nodeModules }: ConsoleOptions): [string, string][] => [
  [`/api/plugins/${plugin.name}/`, plugin.folder],
  ['/static/patternfly/', join(nodeModules, '@patternfly/patternfly')],
  ['/static/', pageFolder],
];

const sendJson = (response: ServerResponse, body: unknown): void => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};

const textsFile = ({ plugin }: ConsoleOptions, { searchParams }: URL): string | undefined =>
  fileInside(
    join(plugin.folder, 'locales'),
    `${searchParams.get('lng') ?? ''}/${searchParams.get('ns') ?? ''}.json`,
  );

/** Where a request to a service behind the plugin goes, as its user (openshift/console pkg/plugins). */
const proxiedBy = (
  { apiServer, plugin, proxies = {} }: ConsoleOptions,
  { href, origin }: URL,
): Pick<Parameters<typeof proxyRequest>[2], 'apiServer' | 'path'> | undefined => {
  const prefix = `${origin}/api/proxy/plugin/${plugin.name}/`;
  if (!href.startsWith(prefix)) return undefined;
  const [alias = '', ...rest] = href.slice(prefix.length).split('/');
  const service = proxies[alias];
  return service === undefined
    ? undefined
    : { apiServer: { ...apiServer, url: service }, path: `/${rest.join('/')}` };
};

const answer = async (
  options: ConsoleOptions,
  exchange: Exchange,
  token: string,
): Promise<void> => {
  const { request, response, url } = exchange;
  const { pathname } = url;
  if (pathname.startsWith(`${apiPrefix}/`)) {
    const path = url.href.slice(url.origin.length + apiPrefix.length);
    const user = userOf(options, request);
    return proxyRequest(request, response, { apiServer: options.apiServer, user, path });
  }
  const proxied = proxiedBy(options, url);
  if (proxied) {
    return proxyRequest(request, response, { ...proxied, user: userOf(options, request) });
  }
  // What the chart has the plugin's web server say (its config-map.yaml).
  if (pathname === `/api/plugins/${options.plugin.name}/proxies.json`) {
    sendJson(response, Object.keys(options.proxies ?? {}));
    return;
  }
  if (pathname === '/locales/resource.json') return sendFile(response, textsFile(options, url));
  const [prefix, folder] = foldersOf(options).find(([path]) => pathname.startsWith(path)) ?? [];
  if (prefix !== undefined && folder !== undefined) {
    return sendFile(response, fileInside(folder, pathname.slice(prefix.length)));
  }
  if (pathname.startsWith('/api/') || pathname.startsWith('/static/')) {
    return sendFile(response, undefined);
  }
  sendPage(options, exchange, token);
};

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0;

/**
 * Serves the local console on loopback: the page, the plugin, and the API server behind
 * `/api/kubernetes` as the user whom the page has chosen. Tokens never reach the page.
 *
 * @throws the error of `listen`, EADDRINUSE where the port is taken
 */
export const startConsole = async (options: ConsoleOptions): Promise<RunningConsole> => {
  const token = randomBytes(32).toString('hex');
  const server = createServer((request, response) => {
    const port = portOf(server.address());
    const refusal = refusalOf(request, port) ?? csrfRefusalOf(request, token);
    if (refusal !== undefined) {
      response.writeHead(refusal.status, { 'content-type': 'text/plain' }).end(refusal.reason);
      return;
    }
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`);
    answer(options, { request, response, url }, token).catch(() => response.destroy());
  });
  server.on('upgrade', (request, socket) => {
    const port = portOf(server.address());
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`);
    // A browser names the origin of each WebSocket; who does not is not the page.
    const isOwn = refusalOf(request, port) === undefined && request.headers.origin !== undefined;
    if (!isOwn || !url.pathname.startsWith(`${apiPrefix}/`)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    void proxyUpgrade(request, socket, {
      apiServer: options.apiServer,
      user: userOf(options, request),
      path: url.href.slice(url.origin.length + apiPrefix.length),
    });
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    url: `http://localhost:${portOf(server.address())}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Those that became WebSockets are no longer the server's to close.
        sockets.forEach((socket) => socket.destroy());
      }),
  };
};
