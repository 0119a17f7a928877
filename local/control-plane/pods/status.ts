import { ApiError } from '../api/client';
import type { KubeClient } from '../api/client';
import { podPath, timestamp } from './pod';
import type { Container, Pod } from './pod';

/** The one state that a container is in (core/v1 ContainerState). */
export type ContainerState =
  | { readonly running: { readonly startedAt: string } }
  | { readonly waiting: { readonly reason: string; readonly message?: string } }
  | {
      readonly terminated: {
        readonly exitCode: number;
        readonly reason: string;
        readonly message?: string;
        readonly startedAt: string;
        readonly finishedAt: string;
      };
    };

/** How a container is. */
export interface ContainerReport {
  readonly container: Container;
  readonly state: ContainerState;
  readonly isReady: boolean;
  readonly restarts: number;
}

/** How a pod is. */
export interface PodReport {
  readonly phase: 'Failed' | 'Pending' | 'Running' | 'Succeeded';
  readonly startedAt: string;
  readonly containers: readonly ContainerReport[];
  readonly initContainers?: readonly ContainerReport[];
  /** Absent of a pod without a network. */
  readonly address?: string;
}

const containerStatus = ({ container, state, isReady, restarts }: ContainerReport): object => ({
  name: container.name,
  image: container.image,
  imageID: container.image,
  state,
  ready: isReady,
  started: 'running' in state,
  restartCount: restarts,
});

const conditionsOf = ({ phase, containers }: PodReport): object[] => {
  const lastTransitionTime = timestamp();
  const isReady = phase === 'Running' && containers.every((one) => one.isReady);
  const reason = phase === 'Succeeded' ? { reason: 'PodCompleted' } : {};
  const condition = (type: string, holds: boolean): object => ({
    type,
    status: holds ? 'True' : 'False',
    lastTransitionTime,
    ...(holds ? {} : reason),
  });
  return [
    condition('PodScheduled', true),
    condition('Initialized', true),
    condition('ContainersReady', isReady),
    condition('Ready', isReady),
  ];
};

/** Writes the status of a pod; of one that has gone, nothing. */
export const reportPod = async (client: KubeClient, pod: Pod, report: PodReport): Promise<void> => {
  const { phase, startedAt, containers, initContainers = [], address } = report;
  const status = {
    phase,
    startTime: startedAt,
    ...(address !== undefined && { podIP: address, podIPs: [{ ip: address }] }),
    conditions: conditionsOf(report),
    containerStatuses: containers.map(containerStatus),
    ...(initContainers.length > 0 && {
      initContainerStatuses: initContainers.map(containerStatus),
    }),
  };
  try {
    const { uid } = pod.metadata;
    await client.merge(`${podPath(pod)}/status`, { metadata: { uid }, status });
  } catch (error) {
    // Gone, or followed by another pod of its name.
    const hasGone = error instanceof ApiError && (error.status === 404 || error.status === 409);
    if (!hasGone) throw error;
  }
};
