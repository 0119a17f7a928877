import { Agent, request } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';

/** The part of every object that is read here. */
export interface ApiObject {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid?: string;
    readonly resourceVersion?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly deletionTimestamp?: string;
    readonly deletionGracePeriodSeconds?: number;
  };
}

/** An answer that is no success. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** A request to the API server. */
interface Call {
  readonly method: 'DELETE' | 'GET' | 'PATCH' | 'POST' | 'PUT';
  readonly path: string;
  readonly type?: string;
  readonly body?: object;
}

/** Where an API server is, and by which authority to know it. */
export interface ApiAddress {
  /** `https://HOST:PORT` */
  readonly url: string;
  readonly ca: string;
}

/** While the API server is away or begins: as long as it may take to restart. */
const away = { patienceMs: 60_000, pauseMs: 250, statuses: [429, 503] };

const textOf = async (answer: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) if (chunk instanceof Buffer) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

/**
 * The API server is trusted with the shape of its own kinds.
 * @throws Error where a text is no JSON object
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- says which kind
export const parse = <T extends object>(text: string): T => {
  const isKind = (value: unknown): value is T => typeof value === 'object' && value !== null;
  const value: unknown = JSON.parse(text);
  if (!isKind(value)) throw new Error(`The API server answered ${text}`);
  return value;
};

const messageOf = (text: string): string => {
  try {
    return parse<{ message?: string }>(text).message ?? text;
  } catch {
    // A proxy or a missing API group answers in plain text.
    return text.trim();
  }
};

/**
 * The Kubernetes API as one user. Every method rejects with an `ApiError` where it is refused; where
 * the API server is away, it is asked again until it is back, as a kubelet does.
 */
export class KubeClient {
  private readonly agent: Agent;
  private isClosed = false;

  constructor(
    private readonly address: ApiAddress,
    private readonly token: string,
  ) {
    this.agent = new Agent({ keepAlive: true, ca: address.ca });
  }

  get<T extends object>(path: string): Promise<T> {
    return this.send({ method: 'GET', path });
  }

  create<T extends object>(path: string, body: object): Promise<T> {
    return this.send({ method: 'POST', path, body });
  }

  /** Creates an object, or makes it what the manifest says (server-side apply). */
  apply(path: string, body: object): Promise<ApiObject> {
    const query = 'fieldManager=control-plane&force=true';
    const type = 'application/apply-patch+yaml';
    return this.send({ method: 'PATCH', path: `${path}?${query}`, type, body });
  }

  merge(path: string, body: object): Promise<ApiObject> {
    return this.send({ method: 'PATCH', path, type: 'application/merge-patch+json', body });
  }

  async replace(path: string, body: object): Promise<void> {
    await this.send({ method: 'PUT', path, body });
  }

  async remove(path: string, body: object = {}): Promise<void> {
    await this.send({ method: 'DELETE', path, body });
  }

  /** Resolves where a path that is no resource answers well. */
  async check(path: string): Promise<void> {
    await this.textOf({ method: 'GET', path });
  }

  /** Opens a request, for the caller to read the answer as it comes. */
  async open({ method, path, type = 'application/json', body }: Call): Promise<IncomingMessage> {
    const content = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const sent = request(new URL(path, this.address.url), {
        method,
        agent: this.agent,
        headers: {
          Accept: 'application/json',
          Authorization: `Bearer ${this.token}`,
          ...(content !== undefined && {
            'Content-Type': type,
            'Content-Length': Buffer.byteLength(content),
          }),
        },
      });
      sent.on('response', resolve);
      sent.on('error', reject);
      sent.end(content);
    });
  }

  close(): void {
    this.isClosed = true;
    this.agent.destroy();
  }

  private async send<T extends object>(call: Call): Promise<T> {
    return parse<T>(await this.textOf(call));
  }

  private async textOf(call: Call): Promise<string> {
    const deadline = Date.now() + away.patienceMs;
    for (;;) {
      try {
        return await this.textOnce(call);
      } catch (error) {
        const isAway = !(error instanceof ApiError) || away.statuses.includes(error.status);
        if (!isAway || this.isClosed || Date.now() > deadline) throw error;
        await setTimeout(away.pauseMs);
      }
    }
  }

  private async textOnce(call: Call): Promise<string> {
    const answer = await this.open(call);
    const text = await textOf(answer);
    const status = answer.statusCode ?? 0;
    if (status < 200 || status > 299)
      throw new ApiError(status, `${call.method} ${call.path}: ${messageOf(text)}`);
    return text;
  }
}
