import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ClusterUnderTest } from '../scenarios/cluster-under-test';
import { embeddedAt } from '../scenarios/embedded';

/** Starts an embedded cluster in a process of its own. */
export const startClusterProcess = async (): Promise<ClusterUnderTest> => {
  const child = fork(join(__dirname, 'cluster-process.ts'));
  const failed = once(child, 'exit').then(() => {
    throw new Error('The cluster for the bench has ended.');
  });
  // After the start nobody waits for it: what asks the cluster then fails by itself.
  failed.catch(() => undefined);
  const url = await Promise.race([
    failed,
    once(child, 'message').then(([message]: unknown[]) => String(message)),
  ]);
  return embeddedAt(url, async () => {
    const ended = once(child, 'exit');
    child.disconnect();
    await ended;
  });
};
