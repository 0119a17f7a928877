import { request as plainRequest } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { buffer } from 'node:stream/consumers';
import type { WebServer } from './nginx';

export interface Question {
  /** Sent as it is, also where it leads out of the served folder. */
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Reply {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const replyOf = async (response: IncomingMessage): Promise<Reply> => ({
  status: response.statusCode,
  headers: response.headers,
  body: await buffer(response),
});

const host = '127.0.0.1';

/** Asks over TLS, by a connection of its own, and trusts only the server's own certificate. */
export const ask = (server: WebServer, question: Question): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const connection = { host, port: server.port, ca: server.certificate(), agent: false };
    tlsRequest({ ...connection, ...question }, (response) => {
      replyOf(response).then(resolve, reject);
    })
      .on('error', reject)
      .end();
  });

/** Asks without TLS. */
export const askWithoutTls = ({ port }: WebServer, path: string): Promise<Reply> =>
  new Promise((resolve, reject) => {
    plainRequest({ host, port, path, agent: false }, (response) => {
      replyOf(response).then(resolve, reject);
    })
      .on('error', reject)
      .end();
  });
