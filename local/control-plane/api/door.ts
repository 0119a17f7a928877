import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { proxyRequest } from '../../console/proxy';
import type { ApiAddress } from './client';

/** A way to the API server without TLS, on loopback. */
export interface Door {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  close(): Promise<void>;
}

const tokenOf = ({ headers }: IncomingMessage): string | undefined =>
  /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0;

/**
 * Opens a way to the API server for those that know no certificate of ours: each comes with a token
 * of their own, as to the API server itself.
 */
export const openDoor = async ({ url, ca }: ApiAddress): Promise<Door> => {
  const server = createServer((request, response) => {
    const user = { name: '', credentials: () => Promise.resolve({ token: tokenOf(request) }) };
    const path = request.url ?? '/';
    void proxyRequest(request, response, { apiServer: { url, ca, users: [user] }, user, path });
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // A watch would keep it open for ever.
        sockets.forEach((socket) => socket.destroy());
      }),
  };
};
