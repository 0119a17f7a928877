import type { FoundPipeline } from '../domain/found-chain/found-chain';
import type { FoundRow } from '../domain/found-chain/found-row';
import type { PushScope } from '../domain/found-chain/push-scope';
import type { RunStatus } from '../domain/run';
import type { Translate } from './use-t';

const streamsText = (t: Translate, projects: 'all' | readonly string[]): string => {
  if (projects === 'all') return t('Any ImageStream of the cluster');
  const [project, ...others] = projects;
  if (project === undefined) return t('Any ImageStream of the projects that its source selects');
  return others.length === 0
    ? t('Any ImageStream of project {{project}}', { project })
    : t('Any ImageStream of {{count}} projects', { count: projects.length });
};

/** Which pushes a chain hears of, in sentences without a full stop. */
export const scopeText = (t: Translate, scope: PushScope): string => {
  const what =
    scope.of === 'images' ? t('Any image pushed to the cluster') : streamsText(t, scope.projects);
  return scope.labelled ? t('{{what}}, chosen by labels', { what }) : what;
};

/** What a chain runs where that has no name of its own. */
export const foundPipelineText: Record<
  Exclude<FoundPipeline['kind'], 'named'>,
  (t: Translate) => string
> = {
  inline: (t) => t('Defined in the template'),
  resolved: (t) => t('Chosen for each run'),
};

const foundStatusText: Record<RunStatus, (t: Translate) => string> = {
  queued: (t) => t('The PipelineRun exists and has not started yet.'),
  running: (t) => t('The PipelineRun is running.'),
  succeeded: (t) => t('The PipelineRun succeeded.'),
  failed: (t) => t('The PipelineRun failed.'),
  cancelled: (t) => t('Somebody cancelled the PipelineRun.'),
  unknown: (t) => t('Nobody knows how the PipelineRun ended.'),
};

/** What is known of a run of a found chain, and by what evidence. */
export const foundRunText = (t: Translate, { status, stream }: FoundRow): string =>
  [
    foundStatusText[status](t),
    stream
      ? t('Its image is read from its parameters, which anybody could have written who may run it.')
      : t('Its parameters name no image of a push that is on record.'),
  ].join(' ');
