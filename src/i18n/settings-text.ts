import type { RunSetting, RunSettingProblem } from '../domain/run-settings';
import type { Translate } from './use-t';

export const runSettingText: Record<RunSetting, (t: Translate) => string> = {
  serviceAccount: (t) => t('Service account'),
  pipelineTimeout: (t) => t('Timeout of the Pipeline'),
  tasksTimeout: (t) => t('Timeout of its tasks'),
  finallyTimeout: (t) => t('Timeout of its finally tasks'),
};

/** What a setting that is left empty comes to. */
export const runSettingHelpText: Record<RunSetting, (t: Translate) => string> = {
  serviceAccount: (t) =>
    t('Empty for the default of Pipelines, which is pipeline unless the cluster says otherwise.'),
  pipelineTimeout: (t) =>
    t(
      'Such as 1h30m; 0 for none. Empty for the default, one hour unless the cluster says otherwise.',
    ),
  tasksTimeout: (t) => t('Empty for what the Pipeline leaves.'),
  finallyTimeout: (t) => t('They run last, whatever became of the tasks.'),
};

export const runSettingProblemText: Record<RunSettingProblem['code'], (t: Translate) => string> = {
  'account-illegal': (t) =>
    t('Use lower case letters, digits, hyphens and dots; start and end with a letter or digit.'),
  'timeout-illegal': (t) => t('Enter a duration, such as 1h30m, 45m or 90s, or 0 for none.'),
  'timeout-too-long': (t) =>
    t(
      'Tasks and finally tasks together must not take longer than the Pipeline may (by default 1h).',
    ),
  'timeout-both': (t) =>
    t('Tekton refuses both timeouts where the Pipeline has none: leave one of them empty.'),
};
