import type { IncomingMessage } from 'node:http';

/** Why a request is refused. */
export interface Refusal {
  status: 403 | 421;
  reason: string;
}

/** The cookies of a request by name. */
export const cookiesOf = (request: IncomingMessage): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (request.headers.cookie ?? '').split('; ').map((cookie) => {
      const [name = '', ...value] = cookie.split('=');
      return [name, decodeURIComponent(value.join('='))];
    }),
  );

/** The names under which a server on a loopback port may be addressed. */
const ownHosts = (port: number): string[] =>
  ['localhost', '127.0.0.1', '[::1]'].map((name) => `${name}:${port}`);

/**
 * Refuses what does not come from the page itself. The server adds a user's token to what it passes on,
 * so another site must reach it neither by a name that it makes resolve to 127.0.0.1, nor by a WebSocket
 * (which knows no same-origin rule), nor by a form.
 */
export const refusalOf = (request: IncomingMessage, port: number): Refusal | undefined => {
  const { host = '', origin } = request.headers;
  if (!ownHosts(port).includes(host)) {
    return { status: 421, reason: `This server does not answer for the host "${host}".` };
  }
  if (origin !== undefined && origin !== `http://${host}`) {
    return { status: 403, reason: `Requests from ${origin} are not answered.` };
  }
  return undefined;
};

/** Refuses a request that changes something and does not repeat the token of the page's cookie. */
export const csrfRefusalOf = (request: IncomingMessage, token: string): Refusal | undefined => {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  const repeats =
    request.headers['x-csrftoken'] === token && cookiesOf(request)['csrf-token'] === token;
  return repeats ? undefined : { status: 403, reason: 'The CSRF token is missing or wrong.' };
};
