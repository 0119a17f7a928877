import type { PipelineRun } from '../../k8s/pipeline-run';
import { fieldsOf } from '../fields';

/** Fields of a run that moved into `taskRunTemplate`. */
const ofTaskRuns: ReadonlySet<string> = new Set(['serviceAccountName', 'podTemplate']);

/**
 * A run of a template by hand as `tekton.dev/v1` has it: whoever wrote it for `v1beta1` has put the
 * account, the pod template and the timeout elsewhere (tektoncd/pipeline
 * docs/migrating-v1beta1-to-v1.md). What stands in its new place decides.
 */
export const v1Run = (run: PipelineRun): PipelineRun => {
  if (!run.apiVersion?.endsWith('/v1beta1')) return run;
  const { timeout, taskRunTemplate, timeouts, ...spec } = fieldsOf(run.spec);
  const moved = Object.entries(spec).filter(([name]) => ofTaskRuns.has(name));
  const left = Object.entries(spec).filter(([name]) => !ofTaskRuns.has(name));
  const template = { ...Object.fromEntries(moved), ...fieldsOf(taskRunTemplate) };
  const times = {
    ...(timeout === undefined ? {} : { pipeline: timeout }),
    ...fieldsOf(timeouts),
  };
  return {
    ...run,
    spec: {
      ...Object.fromEntries(left),
      ...(Object.keys(template).length > 0 && { taskRunTemplate: template }),
      ...(Object.keys(times).length > 0 && { timeouts: times }),
    },
  };
};
