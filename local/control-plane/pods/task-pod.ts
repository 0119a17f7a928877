import { setTimeout } from 'node:timers/promises';
import type { KubeClient } from '../api/client';
import { timestamp } from './pod';
import type { Container, Pod } from './pod';
import { reportPod } from './status';
import type { ContainerReport, ContainerState, PodReport } from './status';

/** As on the embedded cluster; Tekton copies the labels of a PipelineRun to its pods. */
const outcomeLabel = 'local.imagetriggers.dev/outcome';

const pendingMs = 1_000;
const runningMs = 1_000;
const slowMs = 30_000;

/** Whether a pod is one of Tekton's for a TaskRun: its steps are simulated. */
export const isTaskPod = ({ metadata }: Pod): boolean =>
  metadata.labels?.['tekton.dev/taskRun'] !== undefined;

const terminated = (startedAt: string, exitCode: number): ContainerState => {
  // What the entrypoint writes of a step (tektoncd/pipeline pkg/entrypoint, pkg/termination).
  const started = [{ key: 'StartedAt', value: startedAt, type: 3 }];
  return {
    terminated: {
      exitCode,
      reason: exitCode === 0 ? 'Completed' : 'Error',
      message: JSON.stringify(started),
      startedAt: startedAt.replace(/\.\d+Z$/, 'Z'),
      finishedAt: timestamp(),
    },
  };
};

const reports = (
  containers: readonly Container[] | undefined,
  state: ContainerState,
  isReady = false,
): ContainerReport[] =>
  (containers ?? []).map((container) => ({ container, state, isReady, restarts: 0 }));

/** Lets the pod of a TaskRun be pending, run and end, as its outcome label asks. */
export const simulateTaskPod = async (
  client: KubeClient,
  pod: Pod,
  signal: AbortSignal,
): Promise<void> => {
  const outcome = pod.metadata.labels?.[outcomeLabel] ?? '';
  const { containers, initContainers } = pod.spec;
  const startedAt = timestamp();
  const report = (rest: Omit<PodReport, 'startedAt'>): Promise<void> =>
    reportPod(client, pod, { startedAt, ...rest });
  const waiting = { waiting: { reason: 'PodInitializing' } };
  await report({
    phase: 'Pending',
    containers: reports(containers, waiting),
    initContainers: reports(initContainers, waiting),
  });
  await setTimeout(pendingMs, undefined, { signal });
  const began = new Date().toISOString();
  const done = reports(initContainers, terminated(began, 0), true);
  const running = { running: { startedAt: timestamp() } };
  await report({
    phase: 'Running',
    containers: reports(containers, running, true),
    initContainers: done,
  });
  await setTimeout(outcome === 'slow' ? slowMs : runningMs, undefined, { signal });
  const exitCode = outcome === 'fail' ? 1 : 0;
  await report({
    phase: exitCode === 0 ? 'Succeeded' : 'Failed',
    containers: reports(containers, terminated(began, exitCode)),
    initContainers: done,
  });
};
