import { useCallback, useEffect, useMemo, useState } from 'react';
import { problemOf } from '../domain/problem';
import type { PushId } from '../domain/push-id';
import { archivedTasksOf, tasksOf } from '../domain/task';
import type { TaskProgress } from '../domain/task';
import { loading, mapWatched } from '../domain/watched';
import type { Watched } from '../domain/watched';
import { pipelineRunKind } from '../k8s/pipeline-run';
import type { PipelineRun } from '../k8s/pipeline-run';
import { taskRunKind, taskRunLabels } from '../k8s/task-run';
import type { TaskRun } from '../k8s/task-run';
import { useArchives } from './archive/use-archives';
import { useWatchList } from './use-watch';

/** The run of one push, with what the history does not keep of it. */
export interface PushRun {
  /** Undefined where there is none. */
  readonly run: Watched<PipelineRun | undefined>;
  readonly tasks: Watched<readonly TaskProgress[]>;
}

/** What a cluster keeps watching is asked of Tekton Results once, when the page opens. */
const useOnce = <T>(ask: (() => Promise<T>) | undefined): Watched<T> => {
  const [answer, setAnswer] = useState<{ ask: unknown; result: Watched<T> }>();
  useEffect(() => {
    let isCurrent = true;
    const tell = (result: Watched<T>): void => {
      if (isCurrent) setAnswer({ ask, result });
    };
    ask?.().then(
      (data) => tell({ state: 'loaded', data }),
      (error: unknown) => tell({ state: 'failed', problem: problemOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [ask]);
  return answer?.ask === ask && answer ? answer.result : loading;
};

/** The PipelineRun of one push, and its TaskRuns: only a page of that push asks for them. */
export const usePushRun = ({ namespace, name }: PushId, isArchived: boolean): PushRun => {
  const archives = useArchives();
  const labels = useMemo(() => ({ [taskRunLabels.pipelineRun]: name }), [name]);
  const runs = useWatchList<PipelineRun>(
    isArchived ? undefined : { kind: pipelineRunKind, namespace, name },
  );
  const taskRuns = useWatchList<TaskRun>(
    isArchived ? undefined : { kind: taskRunKind, namespace, labels },
  );
  const askRun = useCallback(
    () => archives.runOf({ namespace, name }),
    [archives, namespace, name],
  );
  const askTasks = useCallback(
    () => archives.taskRunsOf(namespace, labels),
    [archives, namespace, labels],
  );
  const pastRun = useOnce(isArchived ? askRun : undefined);
  const pastTasks = useOnce(isArchived ? askTasks : undefined);
  return useMemo(
    () =>
      isArchived
        ? { run: pastRun, tasks: mapWatched(pastTasks, archivedTasksOf) }
        : { run: mapWatched(runs, ([run]) => run), tasks: mapWatched(taskRuns, tasksOf) },
    [isArchived, pastRun, pastTasks, runs, taskRuns],
  );
};
