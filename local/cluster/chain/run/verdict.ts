import type { Pipeline } from '../../../../src/k8s/pipeline';
import type { PipelineRun } from '../../../../src/k8s/pipeline-run';
import { fieldOf, isRecord, type Stored } from '../../object';
import type { Verdict } from '../workload/conditions';

/** The condition of a run in the words of tektoncd/pipeline's reconciler. */

const succeeded = (
  status: Verdict['status'],
  reason: string,
  message: string,
): Verdict & { reason: string } => ({ type: 'Succeeded', status, reason, message });

const pathOf = ({ metadata }: Stored): string => `${metadata.namespace ?? ''}/${metadata.name}`;

const taskCount = ({ spec }: Pipeline): number => spec?.tasks?.length ?? 0;

export const pending = (run: Stored<PipelineRun>): Verdict =>
  succeeded('Unknown', 'PipelineRunPending', `PipelineRun "${run.metadata.name}" is pending`);

export const running = (pipeline: Pipeline): Verdict =>
  succeeded(
    'Unknown',
    'Running',
    `Tasks Completed: 0 (Failed: 0, Cancelled 0), Incomplete: ${taskCount(pipeline)}, Skipped: 0`,
  );

/** How a run ends. */
export type Outcome = 'succeed' | 'fail' | 'cancel';

export const ended = (outcome: Outcome, pipeline: Pipeline, run: Stored<PipelineRun>): Verdict => {
  const count = taskCount(pipeline);
  const completed = `Tasks Completed: ${count} (Failed:`;
  switch (outcome) {
    case 'succeed':
      return succeeded('True', 'Succeeded', `${completed} 0, Cancelled 0), Skipped: 0`);
    case 'fail':
      return succeeded('False', 'Failed', `${completed} 1, Cancelled 0), Skipped: 0`);
    case 'cancel':
      return succeeded('False', 'Cancelled', `PipelineRun "${run.metadata.name}" was cancelled`);
  }
};

export const missingPipeline = (run: Stored<PipelineRun>, name: string): Verdict => {
  const listing = `error when listing pipelines for pipelineRun ${run.metadata.name}`;
  return succeeded(
    'False',
    'CouldntGetPipeline',
    `Error retrieving pipeline for pipelinerun ${pathOf(run)}: ${listing}: pipelines.tekton.dev "${name}" not found`,
  );
};

const boundWorkspaces = (run: PipelineRun): string[] => {
  const { spec } = run;
  const workspaces: unknown = spec === undefined ? [] : fieldOf(spec, 'workspaces');
  return (Array.isArray(workspaces) ? workspaces : []).flatMap((one) =>
    isRecord(one) && typeof one.name === 'string' ? [one.name] : [],
  );
};

/** MissingKeysObjectParamNames: keys of the default count as given. */
const missingKeys = (run: PipelineRun, { spec }: Pipeline): string[] =>
  (spec?.params ?? []).flatMap(({ name, type, properties = {}, default: value }) => {
    if (type !== 'object') return [];
    const own = run.spec?.params?.find((param) => param.name === name)?.value;
    const given = [value, own].flatMap((one: unknown) => (isRecord(one) ? [Object.keys(one)] : []));
    const missing = Object.keys(properties).filter(
      (key) => !given.some((keys) => keys.includes(key)),
    );
    return given.length > 0 && missing.length > 0 ? [`${name}:[${missing.join(' ')}]`] : [];
  });

/** Why a run of a Pipeline cannot start, or undefined where it can. */
export const refusal = (
  run: Stored<PipelineRun>,
  pipeline: Stored<Pipeline>,
): Verdict | undefined => {
  const given = new Set(run.spec?.params?.map(({ name }) => name));
  const missing = (pipeline.spec?.params ?? [])
    .filter((param) => param.default === undefined && !given.has(param.name))
    .map(({ name }) => name);
  if (missing.length > 0) {
    return succeeded(
      'False',
      'ParameterMissing',
      `PipelineRun ${pathOf(run)} is missing some parameters required by Pipeline ${pipeline.metadata.name}: pipelineRun missing parameters: [${missing.join(' ')}]`,
    );
  }
  const keys = missingKeys(run, pipeline);
  if (keys.length > 0) {
    return succeeded(
      'False',
      'ObjectParameterMissKeys',
      `PipelineRun ${pathOf(run)} parameters is missing object keys required by Pipeline ${pathOf(pipeline)}'s parameters: pipelineRun missing object keys for parameters: map[${keys.join(' ')}]`,
    );
  }
  const bound = boundWorkspaces(run);
  const unbound = (pipeline.spec?.workspaces ?? []).find(
    ({ name, optional }) => optional !== true && !bound.includes(name),
  );
  return unbound === undefined
    ? undefined
    : succeeded(
        'False',
        'InvalidWorkspaceBindings',
        `PipelineRun ${pathOf(run)} doesn't bind Pipeline ${pathOf(pipeline)}'s Workspaces correctly: pipeline requires workspace with name "${unbound.name}" be provided by pipelinerun`,
      );
};
