import { conditionOf, labelOf, nameOf, namespaceOf } from '../k8s/resource';
import { taskRunLabels } from '../k8s/task-run';
import type { TaskRun } from '../k8s/task-run';
import { endOf, runStatusOf } from './run';
import type { RunStatus } from './run';

/** How far a task of a run is. */
export interface TaskProgress {
  /** Of the TaskRun. */
  readonly namespace: string;
  readonly name: string;
  /** What the Pipeline calls the task. */
  readonly task: string;
  readonly status: RunStatus;
  /** Why it failed or waits, in Tekton's words. */
  readonly message: string | undefined;
  readonly startedAt: string | undefined;
  readonly finishedAt: string | undefined;
}

const taskOf = (run: TaskRun): TaskProgress => ({
  namespace: namespaceOf(run),
  name: nameOf(run),
  task: labelOf(run, taskRunLabels.task) ?? nameOf(run),
  status: runStatusOf(run),
  message: conditionOf(run.status?.conditions, 'Succeeded')?.message,
  startedAt: run.status?.startTime,
  finishedAt: run.status?.completionTime,
});

const startOf = ({ startedAt = '9999' }: TaskProgress): string => startedAt;

/** The tasks of a run in the order in which they started; those that have not are last. */
export const tasksOf = (taskRuns: readonly TaskRun[]): TaskProgress[] =>
  taskRuns
    .map(taskOf)
    .filter(({ name }) => name !== '')
    .sort((a, b) => startOf(a).localeCompare(startOf(b)) || a.task.localeCompare(b.task));

/** Those that Tekton Results has: what had not ended when it last saw it tells nothing of its end. */
export const archivedTasksOf = (taskRuns: readonly TaskRun[]): TaskProgress[] =>
  tasksOf(taskRuns).map((task) => ({ ...task, status: endOf(task.status) }));
