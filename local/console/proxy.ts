import http, {
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import type { ApiServer, ConsoleUser } from './api-server';

/** Headers that are about the browser and this server, not about the API server. */
const ownHeaders = ['host', 'origin', 'referer', 'cookie', 'authorization', 'x-csrftoken'];

/** How long to wait for a sign of life, in milliseconds. */
const reachTimeout = 5_000;

const forwarded = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !ownHeaders.includes(name)));

/** Where a request goes, and as whom. */
interface Upstream {
  apiServer: ApiServer;
  user: ConsoleUser;
  /** Path and query of the API. */
  path: string;
}

/** Opens a request to the API server as a user; the caller sends the body and ends it. */
const openUpstream = async (
  { apiServer, user, path }: Upstream,
  method: string,
  headers: IncomingHttpHeaders,
): Promise<http.ClientRequest> => {
  const { token, certificate, key } = await user.credentials();
  const target = new URL(`${apiServer.url.replace(/\/$/, '')}${path}`);
  const { request } = target.protocol === 'https:' ? https : http;
  return request(target, {
    method,
    headers: {
      ...headers,
      host: target.host,
      // kube-apiserver refuses a watch by WebSocket that names no origin.
      origin: target.origin,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ca: apiServer.ca,
    cert: certificate,
    key,
    rejectUnauthorized: apiServer.skipTlsVerify !== true,
    agent: false,
  });
};

const passOn = (request: IncomingMessage, upstream: Upstream): Promise<http.ClientRequest> =>
  openUpstream(upstream, request.method ?? 'GET', forwarded(request.headers));

/**
 * Makes sure that an API server answers to its first user.
 *
 * @throws Error that says which server could not be reached and why, or that it knows nobody by these
 *   credentials
 */
export const checkApiServer = async (apiServer: ApiServer): Promise<void> => {
  const upstream = { apiServer, user: apiServer.users[0], path: '/version' };
  const status = await new Promise<number | undefined>((resolve, reject) => {
    openUpstream(upstream, 'GET', {}).then((request) => {
      request.setTimeout(reachTimeout, () => request.destroy(new Error('no answer in time')));
      request.on('error', reject);
      request.on('response', (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      request.end();
    }, reject);
  }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The API server ${apiServer.url} cannot be reached: ${reason}`, {
      cause: error,
    });
  });
  if (status === 401) {
    throw new Error(
      `The API server ${apiServer.url} does not accept the credentials of ${apiServer.users[0].name}.`,
    );
  }
};

const failureOf = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error);
  return JSON.stringify({
    kind: 'Status',
    apiVersion: 'v1',
    status: 'Failure',
    code: 502,
    message: `The API server could not be reached: ${message}`,
  });
};

/** Passes a request on as the user, and the answer back as it comes. */
export const proxyRequest = async (
  request: IncomingMessage,
  response: ServerResponse,
  upstream: Upstream,
): Promise<void> => {
  const fail = (error: unknown) => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502, { 'content-type': 'application/json' }).end(failureOf(error));
  };
  try {
    const passedOn = await passOn(request, upstream);
    passedOn.on('error', fail);
    passedOn.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('error', fail);
      answer.pipe(response);
    });
    response.on('close', () => passedOn.destroy());
    request.pipe(passedOn);
  } catch (error) {
    fail(error);
  }
};

const headLines = (answer: IncomingMessage): string => {
  const { httpVersion, statusCode, statusMessage, rawHeaders } = answer;
  const headers = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1] ?? ''}`] : [],
  );
  const first = `HTTP/${httpVersion} ${statusCode ?? 502} ${statusMessage ?? ''}`;
  return `${[first, ...headers].join('\r\n')}\r\n\r\n`;
};

/** Passes a WebSocket on as the user; a refusal of the API server reaches the browser as it is. */
export const proxyUpgrade = async (
  request: IncomingMessage,
  socket: Duplex,
  upstream: Upstream,
): Promise<void> => {
  const end = () => socket.destroy();
  socket.on('error', end);
  try {
    const passedOn = await passOn(request, upstream);
    passedOn.on('error', end);
    passedOn.on('response', (answer) => {
      socket.write(headLines(answer));
      answer.pipe(socket);
    });
    passedOn.on('upgrade', (answer, upstreamSocket, head) => {
      upstreamSocket.on('error', end);
      upstreamSocket.on('close', end);
      socket.on('close', () => upstreamSocket.destroy());
      socket.write(headLines(answer));
      socket.write(head);
      upstreamSocket.pipe(socket);
      socket.pipe(upstreamSocket);
    });
    passedOn.end();
  } catch (error) {
    socket.end(`HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\n\r\n${failureOf(error)}`);
  }
};
