import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';

/** What a listener says of itself when an event has come (tektoncd/triggers pkg/reconciler/events). */
const started = 'dev.tekton.event.triggers.started.v1';

const pollMs = 5;

interface Receipt {
  readonly at: number;
  /** Of the event that the listener has received. */
  readonly subject: string;
}

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (chunk instanceof Buffer) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

/** The headers of the event are the body. */
const subjectOf = (text: string): string =>
  (JSON.parse(text) as Record<string, string[] | undefined>)['Ce-Subject']?.[0] ?? '';

/**
 * Takes the CloudEvents that a listener with `spec.cloudEventURI` sends first of all when an event
 * has come to it (tektoncd/triggers pkg/sink/sink.go, HandleEvent), and keeps when.
 */
export class Receipts {
  private readonly receipts: Receipt[] = [];
  private readonly server = createServer((request, response) => {
    const at = Date.now();
    const isStart = request.headers['ce-type'] === started;
    textOf(request)
      .then((text) => {
        if (isStart) this.receipts.push({ at, subject: subjectOf(text) });
        response.writeHead(202).end();
      })
      .catch(() => response.destroy());
  });

  /** @param host an address that pods reach. @returns where to send the CloudEvents */
  async listen(host: string): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.server.on('error', reject);
      this.server.listen(0, host, resolve);
    });
    const address = this.server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    return `http://${host}:${port ?? 0}`;
  }

  /** When the first event of a stream came, of those since a time; undefined for none. */
  async until(
    stream: string,
    { since, patienceMs }: { since: number; patienceMs: number },
  ): Promise<number | undefined> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const found = this.receipts.find(
        ({ at, subject }) => at >= since && subject.endsWith(`/imagestreams/${stream}`),
      );
      if (found || Date.now() > deadline) return found?.at;
      await setTimeout(pollMs);
    }
  }

  close(): void {
    this.server.close();
  }
}
