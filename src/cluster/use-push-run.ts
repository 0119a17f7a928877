import { useMemo } from 'react';
import type { PushId } from '../domain/push-id';
import { tasksOf } from '../domain/task';
import type { TaskProgress } from '../domain/task';
import { mapWatched } from '../domain/watched';
import type { Watched } from '../domain/watched';
import { pipelineRunKind } from '../k8s/pipeline-run';
import type { PipelineRun } from '../k8s/pipeline-run';
import { taskRunKind, taskRunLabels } from '../k8s/task-run';
import type { TaskRun } from '../k8s/task-run';
import { useWatchList } from './use-watch';

/** The run of one push, with what the history does not keep of it. */
export interface PushRun {
  /** Undefined where there is none. */
  readonly run: Watched<PipelineRun | undefined>;
  readonly tasks: Watched<readonly TaskProgress[]>;
}

/** Watches the PipelineRun of one push, and its TaskRuns: only a page of that push asks for them. */
export const usePushRun = ({ namespace, name }: PushId): PushRun => {
  const runs = useWatchList<PipelineRun>({ kind: pipelineRunKind, namespace, name });
  const taskRuns = useWatchList<TaskRun>({
    kind: taskRunKind,
    namespace,
    labels: { [taskRunLabels.pipelineRun]: name },
  });
  return useMemo(
    () => ({
      run: mapWatched(runs, ([run]) => run),
      tasks: mapWatched(taskRuns, tasksOf),
    }),
    [runs, taskRuns],
  );
};
