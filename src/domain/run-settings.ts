import { fieldsOf } from './fields';
import type { Fields } from './fields';
import { parseGoDuration } from './go-duration';
import { isObjectName } from './object-name';

/** Settings of a run beside what it hands to its Pipeline, in the order of the form. */
export const runSettings = [
  'serviceAccount',
  'pipelineTimeout',
  'tasksTimeout',
  'finallyTimeout',
] as const;
export type RunSetting = (typeof runSettings)[number];

/** An account by its name, durations as Go writes them; empty for what Pipelines does by itself. */
export type RunSettings = Readonly<Record<RunSetting, string>>;

export const defaultSettings: RunSettings = {
  serviceAccount: '',
  pipelineTimeout: '',
  tasksTimeout: '',
  finallyTimeout: '',
};

export interface RunSettingProblem {
  readonly code: 'account-illegal' | 'timeout-illegal' | 'timeout-too-long' | 'timeout-both';
  readonly setting: RunSetting;
}

/** The fields of `timeouts` in a run. */
const timeoutFields = [
  ['pipelineTimeout', 'pipeline'],
  ['tasksTimeout', 'tasks'],
  ['finallyTimeout', 'finally'],
] as const;

/** A `spec` of a run with settings; those that are empty add nothing to it. */
export const withSettings = (spec: object, settings: RunSettings): object => {
  const { serviceAccount: serviceAccountName } = settings;
  const timeouts = timeoutFields.flatMap(([setting, field]) =>
    settings[setting] === '' ? [] : [[field, settings[setting]] as const],
  );
  return {
    ...spec,
    ...(serviceAccountName !== '' && {
      taskRunTemplate: { ...fieldsOf(fieldsOf(spec).taskRunTemplate), serviceAccountName },
    }),
    ...(timeouts.length > 0 && { timeouts: Object.fromEntries(timeouts) }),
  };
};

/** Whether the form can hold a value: what is in $(...) is replaced on the way. */
const isPlain = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && !value.includes('$(');

/** Undefined where somebody wrote what the form cannot hold. */
const readTimeouts = (value: unknown): Partial<RunSettings> | undefined => {
  const found = Object.entries(fieldsOf(value)).map(([field, text]) => {
    const [setting] = timeoutFields.find(([, name]) => name === field) ?? [];
    return setting !== undefined && isPlain(text) ? ([setting, text] as const) : undefined;
  });
  const known = found.filter((one) => one !== undefined);
  return known.length > 0 && known.length === found.length ? Object.fromEntries(known) : undefined;
};

/** Takes the settings out of the `spec` of a run; `rest` has all else, and what nobody can read. */
export const splitSettings = (
  spec: object,
): { readonly settings: RunSettings; readonly rest: Fields } => {
  const { taskRunTemplate, timeouts, ...others } = fieldsOf(spec);
  const { serviceAccountName, ...template } = fieldsOf(taskRunTemplate);
  const known = readTimeouts(timeouts);
  const isAccountKnown = isPlain(serviceAccountName);
  const left = isAccountKnown && Object.keys(template).length > 0 ? template : undefined;
  const restOfTemplate = isAccountKnown ? left : taskRunTemplate;
  return {
    settings: {
      ...defaultSettings,
      ...known,
      ...(isAccountKnown && { serviceAccount: serviceAccountName }),
    },
    rest: {
      ...others,
      ...(restOfTemplate !== undefined && { taskRunTemplate: restOfTemplate }),
      ...(!known && timeouts !== undefined && { timeouts }),
    },
  };
};

/** What Pipelines gives a run that says nothing (tektoncd/pipeline pkg/apis/config/default.go). */
const defaultPipelineTimeout = '1h';

/** What Tekton's webhook refuses of the timeouts of a part (pipelinerun_validation.go, validatePipelineTimeout). */
const isTooLong = (part: number | undefined, whole: number): boolean =>
  part !== undefined && whole !== 0 && (part > whole || part === 0);

const tooLong = (settings: RunSettings): RunSettingProblem[] => {
  const [tasks, last] = [settings.tasksTimeout, settings.finallyTimeout].map(parseGoDuration);
  const whole = parseGoDuration(settings.pipelineTimeout || defaultPipelineTimeout) ?? 0;
  const problems = [
    ...(isTooLong(tasks, whole) ? ['tasksTimeout' as const] : []),
    ...(isTooLong(last, whole) ? ['finallyTimeout' as const] : []),
  ].map((setting) => ({ code: 'timeout-too-long' as const, setting }));
  if (problems.length > 0 || tasks === undefined || last === undefined) return problems;
  if (tasks + last <= whole) return [];
  // Without a limit for the whole, the webhook compares the sum with 0.
  return [{ code: whole === 0 ? 'timeout-both' : 'timeout-too-long', setting: 'finallyTimeout' }];
};

/**
 * What Tekton would refuse of the settings, in their order. A listener does not tell of a run that
 * was refused, so nobody would know.
 */
export const settingProblems = (settings: RunSettings): RunSettingProblem[] => {
  const { serviceAccount } = settings;
  const illegal = timeoutFields
    .map(([setting]) => setting)
    .filter(
      (setting) => settings[setting] !== '' && parseGoDuration(settings[setting]) === undefined,
    );
  return [
    ...(serviceAccount === '' || isObjectName(serviceAccount)
      ? []
      : [{ code: 'account-illegal' as const, setting: 'serviceAccount' as const }]),
    ...illegal.map((setting) => ({ code: 'timeout-illegal' as const, setting })),
    ...(illegal.length > 0 ? [] : tooLong(settings)),
  ];
};
