import type { Pipeline } from '../../../../src/k8s/pipeline';
import type { PipelineRun } from '../../../../src/k8s/pipeline-run';
import { conditionOf, namespaceOf } from '../../../../src/k8s/resource';
import type { ObjectKey, Stored } from '../../object';
import { resources } from '../../resources';
import type { ChainContext } from '../context';
import { withVerdicts, type Verdict } from '../workload/conditions';
import { report } from '../workload/reconcile';
import { ended, missingPipeline, pending, refusal, running, type Outcome } from './verdict';

/** What a run's author may ask of its simulation, by label, by annotation or by a param `outcome`. */
const outcomeKey = 'local.imagetriggers.dev/outcome';

const slowFactor = 5;

const wishOf = ({ metadata, spec }: Stored<PipelineRun>): string => {
  const param = spec?.params?.find(({ name }) => name === 'outcome')?.value;
  const wish = metadata.labels?.[outcomeKey] ?? metadata.annotations?.[outcomeKey] ?? param;
  return typeof wish === 'string' ? wish : '';
};

const outcomeOf = (run: Stored<PipelineRun>): Outcome => {
  const wish = wishOf(run);
  return wish === 'fail' || wish === 'cancel' ? wish : 'succeed';
};

const isDone = ({ status }: PipelineRun): boolean =>
  (conditionOf(status?.conditions, 'Succeeded')?.status ?? 'Unknown') !== 'Unknown';

/** The same for the same name, so that what is shown does not change from start to start. */
const durationOf = ({ delays }: ChainContext, run: Stored<PipelineRun>): number => {
  const [least, most] = delays.run;
  const sum = Array.from(run.metadata.name).reduce((total, one) => total + one.charCodeAt(0), 0);
  const duration = least + ((sum % 97) / 96) * (most - least);
  return wishOf(run) === 'slow' ? duration * slowFactor : duration;
};

/**
 * Lets PipelineRuns start, run for a while and end, without any pod (tektoncd/pipeline
 * pkg/reconciler/pipelinerun/pipelinerun.go, as far as the status goes).
 *
 * @returns the function that ends it
 */
export const startRunController = (context: ChainContext): (() => void) => {
  const { store, timers, delays } = context;
  const { pipelineRuns, pipelines } = resources;

  const find = (key: ObjectKey): Stored<PipelineRun> | undefined => {
    const run = store.find(pipelineRuns, key);
    return run === undefined || isDone(run) ? undefined : run;
  };

  const say = (run: Stored<PipelineRun>, verdict: Verdict): void => {
    const now = store.clock.timestamp();
    report(store, pipelineRuns, {
      key: run.metadata,
      status: ({ status }) => ({
        ...status,
        ...(verdict.reason === 'PipelineRunPending' ? {} : { startTime: status?.startTime ?? now }),
        ...(verdict.status === 'Unknown' ? {} : { completionTime: now }),
        conditions: withVerdicts(status?.conditions, [verdict], now),
      }),
    });
  };

  const label = (run: Stored<PipelineRun>, pipeline: Stored<Pipeline>): void => {
    const labels = { ...run.metadata.labels, 'tekton.dev/pipeline': pipeline.metadata.name };
    store.update(pipelineRuns, { ...run, metadata: { ...run.metadata, labels } });
  };

  const start = (key: ObjectKey): void => {
    const run = find(key);
    if (run === undefined || run.status?.startTime !== undefined) {
      return;
    }
    const name = run.spec?.pipelineRef?.name ?? '';
    const pipeline = store.find(pipelines, { name, namespace: namespaceOf(run) });
    if (pipeline === undefined) {
      say(run, missingPipeline(run, name));
      return;
    }
    label(run, pipeline);
    const refused = refusal(run, pipeline);
    say(run, refused ?? running(pipeline));
    if (refused === undefined) {
      timers.after(durationOf(context, run), () => {
        const current = find(key);
        if (current !== undefined) {
          say(current, ended(outcomeOf(current), pipeline, current));
        }
      });
    }
  };

  const observe = (run: Stored<PipelineRun>): void => {
    const asked = run.spec?.status ?? '';
    if (isDone(run) || run.metadata.deletionTimestamp !== undefined) {
      return;
    }
    if (asked === 'PipelineRunPending') {
      say(run, pending(run));
    } else if (asked !== '') {
      say(run, ended('cancel', {}, run));
    } else if (run.status?.startTime === undefined) {
      timers.after(delays.runPending, () => {
        start(run.metadata);
      });
    }
  };

  store.list(pipelineRuns).forEach(observe);
  return store.watch(({ type, definition, object }) => {
    if (type !== 'DELETED' && pipelineRuns.holds(object) && definition.kind === pipelineRuns.kind) {
      observe(object);
    }
  });
};
