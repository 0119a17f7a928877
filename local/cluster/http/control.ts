import type { Clock } from '../clock';
import { badRequest, methodNotAllowed } from '../api-error';
import { isRecord } from '../object';
import type { EventLog } from '../event-log';
import type { Outage } from '../outage';
import type { Faults } from './faults';
import type { Pager } from './pager';

/** The path of the control endpoint. */
export const controlPrefix = '/local/';

/** A request to the control endpoint, which only tests and the console host's buttons make. */
export interface ControlRequest {
  readonly method: string;
  /** What follows the handler's own path, without a leading slash. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The parsed JSON; undefined without a body. */
  readonly body: unknown;
}

/** Answers with what is then sent as JSON; undefined is sent as `{}`. */
export type ControlHandler = (request: ControlRequest) => unknown;

/** The handlers behind `/local/`. */
export class Control {
  readonly #handlers = new Map<string, ControlHandler>();

  /** @param path the first part of the path after `/local/`, such as `push` */
  register(path: string, handler: ControlHandler): void {
    this.#handlers.set(path, handler);
  }

  /** The answer of the handler for a path after `/local/`; undefined where there is none. */
  handle(request: ControlRequest): { answer: unknown } | undefined {
    const [first = '', ...rest] = request.path.split('/');
    const handler = this.#handlers.get(first);
    return handler && { answer: handler({ ...request, path: rest.join('/') }) };
  }
}

interface ControlledParts {
  readonly clock: Clock;
  readonly faults: Faults;
  readonly log: EventLog;
  readonly outage: Outage;
  readonly pager: Pager;
  readonly watches: { readonly count: number; cut(): void };
}

/** @throws ApiError BadRequest */
const numberIn = (body: unknown, field: string): number => {
  const value = isRecord(body) ? body[field] : undefined;
  if (typeof value !== 'number' || value < 0) {
    throw badRequest(`${field} must be a number, not negative`);
  }
  return value;
};

/** Registers what every local cluster lets a test control. */
export const registerControls = (
  control: Control,
  { clock, faults, log, outage, pager, watches }: ControlledParts,
): void => {
  control.register('faults', ({ method, body }) => {
    if (method === 'POST') {
      faults.add(body);
    } else if (method === 'DELETE') {
      faults.clear();
    } else if (method !== 'GET') {
      throw methodNotAllowed();
    }
    return { count: faults.count };
  });
  control.register('watches', ({ method }) => {
    if (method === 'DELETE') {
      watches.cut();
    } else if (method !== 'GET') {
      throw methodNotAllowed();
    }
    return { count: watches.count };
  });
  control.register('clock', ({ method, body }) => {
    if (method === 'POST') {
      clock.shift(numberIn(body, 'offsetSeconds'));
    } else if (method !== 'GET') {
      throw methodNotAllowed();
    }
    return { now: clock.now().toISOString(), offsetSeconds: clock.offsetSeconds };
  });
  control.register('restart', async ({ method, body }) => {
    if (method !== 'POST') {
      throw methodNotAllowed();
    }
    await outage.strike(numberIn(body, 'milliseconds'));
    return {};
  });
  control.register('history', ({ method }) => {
    if (method !== 'DELETE') {
      throw methodNotAllowed();
    }
    log.expire();
    pager.expire();
    return {};
  });
};
