import type { PushStatus } from '../domain/history';
import type { ReplayProblem } from '../domain/replay';
import type { ManyOutcome } from '../domain/replay-many';
import type { Translate } from './use-t';

/** Why a push cannot be run, and what would help. */
export const replayProblemText: Record<ReplayProblem, (t: Translate) => string> = {
  'push-gone': (t) =>
    t(
      'The ImageStream no longer holds this push under a tag that the trigger answers to. Push or tag the image again.',
    ),
  'template-missing': (t) =>
    t(
      'The TriggerTemplate is missing or makes no PipelineRun. Edit the trigger to choose a Pipeline again.',
    ),
  'binding-missing': (t) =>
    t('The TriggerBinding of the event source and listener is missing. Repair the trigger.'),
  'changed-by-hand': (t) =>
    t(
      'A part of the trigger was changed by hand, so only its listener can tell what it would run. Repair the trigger, or create it again.',
    ),
};

/** What to know before a push of a status is run. */
export const replayCautionText: Partial<Record<PushStatus, (t: Translate) => string>> = {
  unknown: (t) =>
    t('Its PipelineRun may have been there and been pruned. If so, this is its second one.'),
  alias: (t) => t('An alias may have been moved onto this image later than the time shown here.'),
  superseded: (t) =>
    t('It came with more images in one second than the trigger runs of one event.'),
  paused: (t) => t('The trigger was paused when this push came.'),
  before: (t) => t('This push is older than the trigger.'),
};

type PlainOutcome = Exclude<ManyOutcome['outcome'], 'refused' | 'impossible'>;

const plainOutcomeText: Record<PlainOutcome, (t: Translate) => string> = {
  created: (t) => t('Created'),
  'has-run': (t) => t('It has its PipelineRun already'),
};

/** What came of one push of many that were to run. */
export const manyOutcomeText = (t: Translate, outcome: ManyOutcome | 'starting'): string => {
  if (outcome === 'starting') return t('Being created');
  if (outcome.outcome === 'impossible') return replayProblemText[outcome.problem](t);
  return outcome.outcome === 'refused'
    ? t('Refused: {{message}}', { message: outcome.problem.message })
    : plainOutcomeText[outcome.outcome](t);
};
