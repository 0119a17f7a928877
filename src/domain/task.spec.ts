import { taskRunLabels } from '../k8s/task-run';
import type { TaskRun } from '../k8s/task-run';
import { tasksOf } from './task';

const aTaskRun = (task: string, status: TaskRun['status']): TaskRun => ({
  metadata: {
    namespace: 'ci',
    name: `scan-1-${task}`,
    labels: { [taskRunLabels.pipelineRun]: 'scan-1', [taskRunLabels.task]: task },
  },
  status,
});

describe('the tasks of a run', () => {
  it('are in the order in which they started, with how far they are', () => {
    const later = { startTime: '2026-03-01T12:00:09Z' };
    const failed = {
      startTime: '2026-03-01T12:00:01Z',
      completionTime: '2026-03-01T12:00:05Z',
      conditions: [
        { type: 'Succeeded', status: 'False' as const, reason: 'Failed', message: 'exit code 1' },
      ],
    };
    const tasks = tasksOf([
      aTaskRun('waits', {}),
      aTaskRun('sign', later),
      aTaskRun('push', later),
      aTaskRun('scan', failed),
    ]);
    expect(tasks.map(({ task }) => task)).toEqual(['scan', 'push', 'sign', 'waits']);
    expect(tasks[0]).toEqual({
      namespace: 'ci',
      name: 'scan-1-scan',
      task: 'scan',
      status: 'failed',
      message: 'exit code 1',
      startedAt: '2026-03-01T12:00:01Z',
      finishedAt: '2026-03-01T12:00:05Z',
    });
  });

  it('have the names of their TaskRuns where nothing says what the Pipeline calls them', () => {
    const odd = [{}, { metadata: { name: 'custom' } }];
    expect(tasksOf(odd).map(({ task }) => task)).toEqual(['custom']);
  });
});
