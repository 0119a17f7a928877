import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Agent, request } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { json } from 'node:stream/consumers';
import type { ApiAddress } from './client';

/** A way to the API server without TLS, on loopback. */
export interface Door {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  close(): Promise<void>;
}

/** What the door does itself, for other processes: as `/local/` of the embedded cluster. */
export interface Controls {
  /** The bearer token that may use them. */
  readonly token: string;
  /**
   * By the part of the path after `/local/`: does what the JSON of a POST asks for.
   * @throws Error that says what is wrong with it
   */
  readonly handlers: Readonly<Record<string, (body: unknown) => Promise<void> | void>>;
}

const controlPrefix = '/local/';

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0;

const passOn = (
  incoming: IncomingMessage,
  response: ServerResponse,
  { url, agent }: { url: string; agent: Agent },
): void => {
  const { method, headers, url: path = '/' } = incoming;
  const outgoing = request(new URL(path, url), { method, headers, agent });
  const fail = (): void => {
    response.destroy();
  };
  outgoing.on('error', fail);
  outgoing.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.on('error', fail);
    answer.pipe(response);
  });
  response.on('close', () => outgoing.destroy());
  incoming.pipe(outgoing);
};

const control = async (
  incoming: IncomingMessage,
  response: ServerResponse,
  { token, handlers }: Controls,
): Promise<void> => {
  const answer = (status: number, body: object): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const handler = new Map(Object.entries(handlers)).get(
    incoming.url?.slice(controlPrefix.length) ?? '',
  );
  if (incoming.headers.authorization !== `Bearer ${token}`)
    answer(403, { message: 'Only the admin may do this.' });
  else if (handler === undefined || incoming.method !== 'POST')
    answer(404, { message: 'There is no such control.' });
  else {
    try {
      await handler(await json(incoming));
      answer(200, {});
    } catch (error) {
      answer(400, { message: error instanceof Error ? error.message : String(error) });
    }
  }
};

/**
 * Opens a way to the API server for those that know no certificate of ours: each comes with a token
 * of their own, as to the API server itself.
 */
export const openDoor = async ({ url, ca }: ApiAddress, controls: Controls): Promise<Door> => {
  const agent = new Agent({ keepAlive: true, ca });
  const server = createServer((incoming, response) => {
    if (incoming.url?.startsWith(controlPrefix) === true)
      void control(incoming, response, controls);
    else passOn(incoming, response, { url, agent });
  });
  // Whoever calls may be this very process: after much work of its own, the server would close
  // connections as idle that the caller is about to use.
  server.keepAliveTimeout = 0;
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
        agent.destroy();
      }),
  };
};
