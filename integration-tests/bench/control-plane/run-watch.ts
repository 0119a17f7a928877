import { setTimeout } from 'node:timers/promises';
import { causeAnnotations } from '../../../src/domain/marks';
import type { ApiObject, KubeClient } from '../../../local/control-plane/api/client';
import { watchObjects } from '../../../local/control-plane/api/watch';

const pollMs = 5;

/** When PipelineRuns came, by a watch. */
export class RunWatch {
  private readonly created = new Map<string, number>();

  /** Follows the runs of a namespace until the signal. */
  async follow(client: KubeClient, namespace: string, signal: AbortSignal): Promise<void> {
    const path = `/apis/tekton.dev/v1/namespaces/${namespace}/pipelineruns`;
    await watchObjects<ApiObject>(client, path, {
      signal,
      changed: ({ metadata }) => {
        const digest = metadata.annotations?.[causeAnnotations.digest] ?? '';
        if (!this.created.has(digest)) this.created.set(digest, Date.now());
      },
      gone: () => undefined,
    });
  }

  /** When the run of an image was created, in milliseconds of the epoch; undefined for none. */
  async until(digest: string, patienceMs: number): Promise<number | undefined> {
    const deadline = Date.now() + patienceMs;
    while (!this.created.has(digest) && Date.now() < deadline) await setTimeout(pollMs);
    return this.created.get(digest);
  }
}
