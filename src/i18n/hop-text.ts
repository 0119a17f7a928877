import { isFoundRow } from '../domain/found-chain/found-row';
import type { AnyRow } from '../domain/found-chain/found-row';
import type { ImageTrigger } from '../domain/image-trigger';
import { isClusterImages } from '../domain/push';
import type { HopId, HopNote, HopState } from '../domain/push-hops';
import { tagRuleText } from './form-text';
import type { Translate } from './use-t';

/** What each hop of a push is called. */
export const hopTitle: Record<HopId, (t: Translate) => string> = {
  push: (t) => t('Push'),
  source: (t) => t('Event source'),
  listener: (t) => t('Listener'),
  rule: (t) => t('Filter of the trigger'),
  created: (t) => t('PipelineRun created'),
  started: (t) => t('PipelineRun started'),
  finished: (t) => t('PipelineRun finished'),
};

/** What each state of a hop is called. */
export const hopStateText: Record<HopState, (t: Translate) => string> = {
  done: (t) => t('Done'),
  'under-way': (t) => t('Under way'),
  failed: (t) => t('Failed'),
  stopped: (t) => t('Went no further'),
  'not-reached': (t) => t('Not reached'),
  unknown: (t) => t('Not known'),
};

/** What a hop is of. */
export interface HopSubject {
  readonly row: AnyRow;
  readonly trigger: ImageTrigger | undefined;
}

const ruleOf = (t: Translate, { trigger }: HopSubject): string =>
  trigger?.binding
    ? tagRuleText(t, trigger.binding.rule, trigger.binding.stream)
    : t('not known any more');

const isOfImages = ({ row: { stream } }: HopSubject): boolean =>
  stream !== undefined && isClusterImages(stream);

const tagsOf = ({ row }: HopSubject): string => row.tags.join(', ');

const userOf = ({ row }: HopSubject): string =>
  isFoundRow(row) ? '' : (row.run?.replayedBy ?? '');

type NoteText = (t: Translate, subject: HopSubject) => string;

/** Why a hop is in its state, or why nobody can know. */
export const hopNoteText: Record<HopNote, NoteText> = {
  'on-record': (t, subject) =>
    isOfImages(subject) ? t('The Image is in the cluster.') : t('The ImageStream holds this push.'),
  'push-gone': (t, subject) =>
    isOfImages(subject)
      ? t('Only the PipelineRun tells of this Image: the cluster does not hold it (any more).')
      : t('Only the PipelineRun tells of this push: the ImageStream does not hold it (any more).'),
  'push-unread': (t, subject) =>
    isOfImages(subject)
      ? t('Only the PipelineRun tells of this Image: the Images of the cluster were not read.')
      : t(
          'Only the PipelineRun tells of this push: the ImageStreams of its project were not read.',
        ),
  'push-unproven': (t) =>
    t('The record of the PipelineRun is missing, or does not fit: it proves no push.'),
  'push-by-params': (t) => t('The parameters of the PipelineRun name an image of this push.'),
  'push-not-named': (t) =>
    t('The parameters of the PipelineRun name no image of a push that is on record.'),
  sent: (t) => t('It sent an event with this push: the PipelineRun carries its time.'),
  passed: (t) => t('It sent an event: otherwise there was no PipelineRun of the listener.'),
  'by-hand': (t) =>
    t('A user asked for the PipelineRun, so it proves no event: nobody can know what came of it.'),
  expected: (t) => t('Expected any moment.'),
  'no-trace': (t) =>
    t('It keeps no record of the events that it has sent or received, or of those that it lost.'),
  received: (t) =>
    t(
      'It received the event, for it created the PipelineRun. It answers before it looks at its triggers, so its own time is not known.',
    ),
  matched: (t, subject) => {
    const names = { tags: tagsOf(subject), rule: ruleOf(t, subject) };
    return isOfImages(subject)
      ? t('The repository {{tags}} matches the rule: {{rule}}.', names)
      : t('The tag {{tags}} matches the rule: {{rule}}.', names);
  },
  'would-match': (t, subject) => {
    const names = { tags: tagsOf(subject), rule: ruleOf(t, subject) };
    return isOfImages(subject)
      ? t('The repository {{tags}} matches the rule ({{rule}}), and the trigger was active.', names)
      : t('The tag {{tags}} matches the rule ({{rule}}), and the trigger was active.', names);
  },
  'trigger-gone': (t) => t('The image trigger does not exist any more.'),
  'changed-by-hand': (t) =>
    t('The trigger was changed by hand, so only its listener can tell what matches.'),
  'no-match': (t, subject) => {
    const names = { tags: tagsOf(subject), rule: ruleOf(t, subject) };
    return isOfImages(subject)
      ? t('The repository {{tags}} does not match the rule: {{rule}}.', names)
      : t('The tag {{tags}} does not match the rule: {{rule}}.', names);
  },
  undecided: (t) =>
    t(
      'The rule asks for more than the tag, or could not be loaded: what it said of this push is not on record.',
    ),
  paused: (t) =>
    t('The trigger was paused when the image was pushed, or before its event could come.'),
  before: (t) => t('The image was pushed before the trigger became active.'),
  'found-filter': (t) => t('Whatever it asks for, the event passed it.'),
  created: (t) => t('By the listener.'),
  'created-by-hand': (t, subject) =>
    userOf(subject) === ''
      ? t('By hand, in place of the listener.')
      : t('By hand by {{user}}, in place of the listener.', { user: userOf(subject) }),
  'created-again': (t, subject) =>
    userOf(subject) === ''
      ? t('Once more, by hand.')
      : t('Once more, by hand by {{user}}.', { user: userOf(subject) }),
  'never-created': (t) =>
    t(
      'There is none: the event was lost on the way, or the PipelineRun was refused, or somebody deleted it.',
    ),
  'alias-moved': (t) =>
    t(
      'There is none: an alias that is moved onto an older image starts none, or the event was lost.',
    ),
  'no-lane': (t, { trigger }) =>
    t(
      'There is none: more images came in this second than the trigger runs of one event ({{lanes}}), or the event was lost.',
      { lanes: trigger?.lanes ?? 0 },
    ),
  'image-ran': (t, { row }) =>
    t('There is none of this push: each image runs once, and {{run}} is that of this image.', {
      run: isFoundRow(row) ? '' : (row.imageRuns.at(0)?.name ?? ''),
    }),
  'maybe-pruned': (t) =>
    t(
      'There is none now, but those of that time may have been pruned, or the rule was just being changed, or it asks for more than the tag.',
    ),
  started: (t) => t('By Tekton.'),
  queued: (t) => t('Tekton has not started it yet.'),
  'never-started': (t) => t('It ended without being started.'),
  running: (t) => t('It is running.'),
  succeeded: (t) => t('It succeeded.'),
  failed: (t) => t('It failed.'),
  cancelled: (t) => t('Somebody cancelled it.'),
  'end-not-kept': (t) =>
    t('It is gone from the cluster, and had not ended when Tekton Results last saw it.'),
  'not-reached': (t) => t('The push did not come so far.'),
};
