import { createServer, STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { ApiError } from '../api-error';
import type { Outage } from '../outage';
import { authenticate, type User } from '../rbac/user';
import { failureAnswer, textAnswer, type Answer } from './answer';
import { handle, type ApiParts } from './api-handler';
import { Connections } from './connections';
import { checkHost } from './guard';
import type { OpenWatches } from './open-watches';
import { readBody, type ApiRequest } from './request';
import type { Watch } from './watch';

export interface ServerOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** Who sends requests without a token. */
  readonly defaultUser?: User;
  readonly watches: OpenWatches;
  readonly outage: Outage;
}

export interface RunningServer {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  close(): Promise<void>;
}

const hasBody = ({ method }: IncomingMessage): boolean => method !== 'GET' && method !== 'HEAD';

/** @throws ApiError Unauthorized, or of a request that is refused before it is read */
const read = async (incoming: IncomingMessage, defaultUser?: User): Promise<ApiRequest> => {
  const { headers, method = 'GET' } = incoming;
  checkHost(headers);
  const user =
    headers.authorization === undefined && defaultUser !== undefined
      ? defaultUser
      : authenticate(headers.authorization);
  if (user === undefined) {
    throw new ApiError({ code: 401, reason: 'Unauthorized', message: 'Unauthorized' });
  }
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://local');
  const body = hasBody(incoming) ? await readBody(incoming) : '';
  return { method, path: pathname, query: searchParams, headers, user, body };
};

const headersOf = ({ body, contentType = 'application/json', headers }: Answer) => ({
  'Content-Type': contentType,
  'Content-Length': Buffer.byteLength(body),
  'Cache-Control': 'no-cache, private',
  ...headers,
});

const send = (response: ServerResponse, answer: Answer): void => {
  response.writeHead(answer.code, headersOf(answer)).end(answer.body);
};

/** Answers an upgrade request without upgrading. */
const sendRaw = (socket: Duplex, answer: Answer): void => {
  const headers = Object.entries({ ...headersOf(answer), Connection: 'close' });
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.end(
    `HTTP/1.1 ${answer.code} ${STATUS_CODES[answer.code] ?? ''}\r\n${lines}\r\n${answer.body}`,
  );
};

const isWatch = (outcome: Answer | Watch): outcome is Watch => 'start' in outcome;

/** Serves the API on loopback by HTTP and, for watches, WebSocket. */
export const startServer = async (
  parts: ApiParts,
  { port, defaultUser, watches, outage }: ServerOptions,
): Promise<RunningServer> => {
  const outcomeOf = async (incoming: IncomingMessage): Promise<Answer | Watch> => {
    try {
      return await handle(parts, await read(incoming, defaultUser));
    } catch (error) {
      return failureAnswer(error);
    }
  };
  const connections = new Connections(outage);
  const server = createServer((incoming, response) => {
    if (!connections.admit(incoming)) {
      return;
    }
    void outcomeOf(incoming).then((outcome) => {
      if (!isWatch(outcome)) {
        send(response, outcome);
      } else if (!response.destroyed) {
        watches.serveHttp(outcome, response);
      }
    });
  });
  server.on('connection', (socket) => {
    connections.add(socket);
  });
  const webSockets = new WebSocketServer({ noServer: true });
  const upgrade = async (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    // A client that goes away is no failure of the server.
    socket.on('error', () => socket.destroy());
    if (!connections.admit(incoming)) {
      return;
    }
    const outcome = await outcomeOf(incoming);
    if (parts.closing.aborted) {
      socket.destroy();
    } else if (!isWatch(outcome)) {
      sendRaw(socket, outcome);
    } else if (incoming.headers.origin === undefined) {
      // golang.org/x/net/websocket refuses the handshake without an Origin.
      sendRaw(socket, textAnswer('', 403));
    } else {
      webSockets.handleUpgrade(incoming, socket, head, (webSocket) => {
        webSocket.on('error', () => webSocket.terminate());
        watches.serveWebSocket(outcome, webSocket);
      });
    }
  };
  server.on('upgrade', (incoming, socket, head) => void upgrade(incoming, socket, head));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    close: () =>
      new Promise((resolve) => {
        webSockets.close();
        server.close(() => resolve());
        connections.close();
      }),
  };
};

const portOf = (address: AddressInfo | string | null): number => {
  if (typeof address === 'string' || address === null) {
    throw new TypeError('The server has no port.');
  }
  return address.port;
};
