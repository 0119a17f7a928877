import type { IncomingHttpHeaders } from 'node:http';
import { ApiError } from '../api-error';

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

/** The name in `host:port`, without its port. */
const hostnameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

/** Several origins are no mistake: the console's proxy adds its own to the browser's. */
const isLoopbackOrigin = (origins: string): boolean =>
  origins
    .split(',')
    .map((origin) => origin.trim())
    .every((origin) => URL.canParse(origin) && loopbackNames.includes(new URL(origin).hostname));

/**
 * Refuses requests that a page of another site can make a browser send here (DNS rebinding).
 *
 * @throws ApiError Misdirected or Forbidden
 */
export const checkHost = ({ host = '', origin }: IncomingHttpHeaders): void => {
  if (!loopbackNames.includes(hostnameOf(host))) {
    throw new ApiError({
      code: 421,
      reason: 'MisdirectedRequest',
      message: `the local cluster does not answer for the host "${host}"`,
    });
  }
  if (origin !== undefined && !isLoopbackOrigin(origin)) {
    throw new ApiError({
      code: 403,
      reason: 'Forbidden',
      message: `the local cluster does not answer to the origin "${origin}"`,
    });
  }
};
