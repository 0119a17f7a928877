import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { startOnFreePort } from './listen';

const options = {
  apiServer: {
    url: 'http://127.0.0.1:1',
    users: [{ name: 'ada', credentials: () => Promise.resolve({}) }] as const,
  },
  plugin: { name: 'a-plugin', folder: tmpdir() },
  pageFolder: tmpdir(),
  nodeModules: tmpdir(),
  canPush: false,
  cluster: 'none',
};

const taken: Server[] = [];

afterEach(() => taken.splice(0).forEach((server) => server.close()));

/** Takes a port, any if it is 0 and this one if it is free. */
const take = async (port: number) => {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.once('error', () => resolve());
    server.listen(port, '127.0.0.1', resolve);
  });
  taken.push(server);
  return server;
};

describe('startOnFreePort', () => {
  it('takes the next port where the usual one is taken', async () => {
    await take(9000);
    const running = await startOnFreePort(options, undefined);
    expect(Number(new URL(running.url).port)).toBeGreaterThan(9000);
    await running.close();
  });

  it('does not move away from a port that was asked for', async () => {
    const address = (await take(0)).address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(startOnFreePort(options, port)).rejects.toThrow(`Port ${port} is taken.`);
  });
});
