import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket, WebSocketServer } from 'ws';
import { startConsole, type RunningConsole } from './server';

/** An API server that tells what it was asked. */
const startApiServer = async () => {
  const server = http.createServer((request, response) => {
    const { method, url, headers } = request;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ method, url, headers }));
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, { url, headers }) =>
    socket.send(JSON.stringify({ url, headers })),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      sockets.clients.forEach((socket) => socket.terminate());
      server.close();
      server.closeAllConnections();
    },
  };
};

interface Asked {
  method: string;
  url: string;
  headers: Record<string, string | undefined>;
}

let folder: string;
let apiServer: Awaited<ReturnType<typeof startApiServer>>;
let running: RunningConsole;

const aUser = (name: string) => ({
  name,
  credentials: () => Promise.resolve({ token: `token-of-${name}` }),
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'console-'));
  mkdirSync(join(folder, 'dist/locales/en'), { recursive: true });
  writeFileSync(join(folder, 'dist/plugin-manifest.json'), '{"name":"a-plugin"}');
  writeFileSync(join(folder, 'dist/locales/en/plugin__a-plugin.json'), '{"Hello":"Hello"}');
  writeFileSync(join(folder, 'secret'), 'secret');
  apiServer = await startApiServer();
  running = await startConsole({
    apiServer: { url: apiServer.url, users: [aUser('ada'), aUser('bob')] },
    plugin: { name: 'a-plugin', folder: join(folder, 'dist') },
    pageFolder: join(folder, 'page'),
    nodeModules: join(folder, 'node_modules'),
    port: 0,
    canPush: true,
    cluster: '<cluster>',
  });
});

afterAll(async () => {
  await running.close();
  apiServer.close();
  rmSync(folder, { recursive: true });
});

/** Sends a request with any headers: fetch would not let one set Host, Origin or Cookie. */
const send = (path: string, options: http.RequestOptions = {}) =>
  new Promise<{ status?: number; text: string; headers: http.IncomingHttpHeaders }>(
    (resolve, reject) => {
      const request = http.request(`${running.url}${path}`, options, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () =>
          resolve({ status: response.statusCode, text, headers: response.headers }),
        );
      });
      request.on('error', reject);
      request.end();
    },
  );

const asked = (text: string): Asked => JSON.parse(text) as Asked;

const csrfToken = async (): Promise<string> => {
  const { headers } = await send('/');
  return /csrf-token=(\w+)/.exec(headers['set-cookie']?.[0] ?? '')?.[1] ?? '';
};

describe('the API server behind the console', () => {
  it('is asked as the first user, and hears nothing of the browser', async () => {
    const { text } = await send('/api/kubernetes/api/v1/pods?limit=1&labelSelector=a%3Db', {
      headers: { cookie: 'other=1', authorization: 'Bearer from-the-page', accept: 'a/b' },
    });
    const { url, headers } = asked(text);
    expect(url).toBe('/api/v1/pods?limit=1&labelSelector=a%3Db');
    expect(headers).toMatchObject({ authorization: 'Bearer token-of-ada', accept: 'a/b' });
    expect(headers.cookie).toBeUndefined();
  });

  it.each([
    ['bob', 'bob'],
    ['mallory', 'ada'],
  ])('is asked as the user of the cookie where there is one: %s as %s', async (cookie, user) => {
    const headers = { cookie: `local-console-user=${cookie}` };
    const { text } = await send('/api/kubernetes/api', { headers });
    expect(asked(text).headers.authorization).toBe(`Bearer token-of-${user}`);
  });

  it('is written to only with the token of the page', async () => {
    const token = await csrfToken();
    const post = (cookie: string, header: string) =>
      send('/api/kubernetes/api/v1/pods', {
        method: 'POST',
        headers: { cookie: `csrf-token=${cookie}`, 'x-csrftoken': header },
      });
    expect(token).toMatch(/^\w{64}$/);
    expect((await post(token, '')).status).toBe(403);
    expect((await post('', token)).status).toBe(403);
    expect((await post('forged', 'forged')).status).toBe(403);
    expect(asked((await post(token, token)).text)).toMatchObject({ method: 'POST' });
  });

  it('is watched by WebSocket as the user, with its own origin', async () => {
    const socket = new WebSocket(
      `${running.url.replace('http', 'ws')}/api/kubernetes/apis/x?watch=1`,
      {
        origin: running.url,
        headers: { cookie: 'local-console-user=bob' },
      },
    );
    const message = await new Promise<string>((resolve, reject) => {
      socket.on('message', (data: Buffer) => resolve(data.toString()));
      socket.on('error', reject);
    });
    socket.terminate();
    const { url, headers } = asked(message);
    expect(url).toBe('/apis/x?watch=1');
    expect(headers).toMatchObject({ authorization: 'Bearer token-of-bob', origin: apiServer.url });
  });
});

describe('what does not come from the page', () => {
  it('is refused for the name of another host', async () => {
    expect((await send('/', { headers: { host: 'evil.example' } })).status).toBe(421);
  });

  it('is refused for the origin of another site', async () => {
    const headers = { origin: 'http://evil.example' };
    expect((await send('/api/kubernetes/api', { headers })).status).toBe(403);
  });

  it.each(['http://evil.example', undefined])('is refused as a WebSocket of %s', async (origin) => {
    const url = `${running.url.replace('http', 'ws')}/api/kubernetes/apis/x?watch=1`;
    const socket = new WebSocket(url, { origin });
    const error = await new Promise<Error>((resolve) => socket.on('error', resolve));
    expect(error.message).toContain('403');
  });
});

describe('files', () => {
  it('serves the plugin and its texts', async () => {
    const manifest = await send('/api/plugins/a-plugin/plugin-manifest.json');
    expect(manifest).toMatchObject({ status: 200, text: '{"name":"a-plugin"}' });
    const texts = await send('/locales/resource.json?lng=en&ns=plugin__a-plugin');
    expect(texts).toMatchObject({ status: 200, text: '{"Hello":"Hello"}' });
  });

  it.each([
    '/api/plugins/a-plugin/..%2fsecret',
    '/locales/resource.json?lng=..%2f..&ns=..%2fsecret',
    '/api/plugins/another/x.js',
    '/static/gone.js',
  ])('does not serve %s', async (path) => {
    expect((await send(path)).status).toBe(404);
  });

  it('serves the page at every other path, with nothing that could end its script', async () => {
    const { status, text } = await send('/image-streams/ns/shop');
    expect(status).toBe(200);
    expect(text).toContain('"users":["ada","bob"]');
    expect(text).toContain('\\u003ccluster>');
  });
});

describe('an API server that cannot be reached', () => {
  it('is told as a Status', async () => {
    const gone = await startApiServer();
    gone.close();
    const unreachable = await startConsole({
      apiServer: { url: gone.url, users: [aUser('ada')] },
      plugin: { name: 'a-plugin', folder },
      pageFolder: folder,
      nodeModules: folder,
      port: 0,
      canPush: false,
      cluster: 'gone',
    });
    const response = await fetch(`${unreachable.url}/api/kubernetes/api`);
    expect(response.status).toBe(502);
    expect(await response.json()).toMatchObject({ kind: 'Status', code: 502 });
    await unreachable.close();
  });
});
