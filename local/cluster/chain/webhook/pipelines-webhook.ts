import type { Pipeline } from '../../../../src/k8s/pipeline';
import type { PipelineRun } from '../../../../src/k8s/pipeline-run';
import type { Admission } from '../../admission';
import { fieldOf, isRecord } from '../../object';
import { resources } from '../../resources';
import { refuse } from './denial';
import type { WebhookFieldError } from './field-errors';
import { invalidField, missingOneOf, multipleOneOf } from './field-errors';
import { decodeStrictly, undecodable, type Shape } from './shape';
import { timeoutDecodingProblem, timeoutErrors } from './timeout-errors';
import { nameErrors } from './triggers-validation';
import { workspaceBinding, workspaceErrors } from './workspace-errors';

const defaulting = 'webhook.pipeline.tekton.dev';
const validation = 'validation.webhook.pipeline.tekton.dev';

/** tektoncd/pipeline pkg/apis/pipeline/v1 pipelinerun_types.go PipelineRunSpec. */
const pipelineRunSpec: Shape = {
  fields: {
    pipelineRef: { fields: { name: 'text', apiVersion: 'text', resolver: 'text', params: 'any' } },
    pipelineSpec: 'any',
    params: { list: { fields: { name: 'text', value: 'any' } } },
    status: 'text',
    timeouts: { fields: { pipeline: 'text', tasks: 'text', finally: 'text' } },
    taskRunTemplate: { fields: { podTemplate: 'any', serviceAccountName: 'text' } },
    workspaces: { list: workspaceBinding },
    taskRunSpecs: { list: 'any' },
    managedBy: 'text',
  },
};

const specOf = (run: PipelineRun): Record<string, unknown> => {
  const spec = fieldOf(run, 'spec');
  return isRecord(spec) ? spec : {};
};

const recordOf = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});

/** The timeout and the ServiceAccount of OpenShift Pipelines (pipelinerun_defaults.go). */
const completeRun = (run: PipelineRun): PipelineRun => {
  const { timeouts, taskRunTemplate, ...spec } = specOf(run);
  const completed = {
    ...spec,
    taskRunTemplate: { serviceAccountName: 'pipeline', ...recordOf(taskRunTemplate) },
    timeouts: { pipeline: '1h0m0s', ...recordOf(timeouts) },
  };
  return { ...run, spec: completed };
};

const stops = ['', 'Cancelled', 'CancelledRunFinally', 'StoppedRunFinally', 'PipelineRunPending'];

/** pipelinerun_validation.go, as far as a run by reference goes. */
const runErrors = (run: PipelineRun): WebhookFieldError[] => {
  const { pipelineRef, pipelineSpec, params, workspaces, timeouts, status = '' } = specOf(run);
  const names: unknown[] = Array.isArray(params) ? params.map((param) => recordOf(param).name) : [];
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  return [
    ...nameErrors(run),
    ...(pipelineRef === undefined && pipelineSpec === undefined
      ? [missingOneOf('spec.pipelineRef', 'spec.pipelineSpec')]
      : []),
    ...(pipelineRef !== undefined && pipelineSpec !== undefined
      ? [multipleOneOf('spec.pipelineRef', 'spec.pipelineSpec')]
      : []),
    ...repeated.map((name) => multipleOneOf(`spec.params[${String(name)}].name`)),
    ...(stops.includes(String(status))
      ? []
      : [
          invalidField(
            `${String(status)} should be Cancelled or PipelineRunPending`,
            'spec.status',
          ),
        ]),
    ...timeoutErrors(timeouts),
    ...workspaceErrors(workspaces),
  ];
};

const hasValues = (param: object): boolean => {
  const values = fieldOf(param, 'enum');
  return Array.isArray(values) && values.length > 0;
};

/** What a feature flag allows that is off by default (param_types.go validateParamEnums). */
const pipelineErrors = ({ spec }: Pipeline): WebhookFieldError[] =>
  (spec?.params ?? []).filter(hasValues).map(({ name }) => ({
    message: 'feature flag `enable-param-enum` should be set to true to use Enum',
    path: `spec.tasks.params[${name}], spec.finally.params[${name}]`,
  }));

/**
 * Tekton Pipelines' admission webhooks for PipelineRuns (tektoncd/pipeline cmd/webhook), and of those
 * for Pipelines what the shop once ran into.
 */
export const registerPipelinesWebhook = (admission: Admission): void => {
  admission.registerDefaulter(resources.pipelineRuns, (object) => {
    decodeStrictly(defaulting, pipelineRunSpec, object);
    const problem = timeoutDecodingProblem(specOf(object).timeouts);
    if (problem !== undefined) {
      throw undecodable(defaulting, problem);
    }
    return completeRun(object);
  });
  admission.registerValidator(resources.pipelineRuns, (object) => {
    refuse(validation, runErrors(object));
  });
  admission.registerValidator(resources.pipelines, (object) => {
    refuse(validation, pipelineErrors(object));
  });
};
