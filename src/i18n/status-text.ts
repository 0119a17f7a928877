import type { PushStatus } from '../domain/history';
import type { PrerequisiteId, PrerequisiteState } from '../domain/prerequisites';
import type { Translate } from './use-t';

interface StatusText {
  readonly title: (t: Translate) => string;
  /** What the status means and, where something can be done, what. */
  readonly explanation: (t: Translate) => string;
}

/** What every status of a push is called, and what it means. */
export const pushStatusText: Record<PushStatus, StatusText> = {
  queued: {
    title: (t) => t('Queued'),
    explanation: (t) => t('The PipelineRun exists and has not started yet.'),
  },
  running: {
    title: (t) => t('Running'),
    explanation: (t) => t('The PipelineRun is running.'),
  },
  succeeded: {
    title: (t) => t('Succeeded'),
    explanation: (t) => t('The PipelineRun of this push succeeded.'),
  },
  failed: {
    title: (t) => t('Failed'),
    explanation: (t) => t('The PipelineRun of this push failed.'),
  },
  cancelled: {
    title: (t) => t('Cancelled'),
    explanation: (t) => t('Somebody cancelled the PipelineRun of this push.'),
  },
  waiting: {
    title: (t) => t('Waiting'),
    explanation: (t) => t('The push is on its way: its PipelineRun is expected any moment.'),
  },
  missed: {
    title: (t) => t('Missed'),
    explanation: (t) =>
      t(
        'The trigger was active and its tag rule matches, but no PipelineRun exists, and no pruner explains that. The event was lost, the PipelineRun was refused, or somebody deleted it.',
      ),
  },
  alias: {
    title: (t) => t('Alias'),
    explanation: (t) =>
      t(
        'No PipelineRun exists, and the tag is an alias. An alias keeps the time of the push that it points to: moved onto an older image, it starts no PipelineRun. Or the event of the push was lost.',
      ),
  },
  superseded: {
    title: (t) => t('Superseded'),
    explanation: (t) =>
      t(
        'No PipelineRun exists: more images came to the ImageStream in one second than the trigger runs of one event. Or the event was lost.',
      ),
  },
  'image-ran': {
    title: (t) => t('Image already ran'),
    explanation: (t) =>
      t(
        'Each image runs once, and the PipelineRun of this one is that of another push of it. So this push has none of its own.',
      ),
  },
  unknown: {
    title: (t) => t('Unknown'),
    explanation: (t) =>
      t(
        'No PipelineRun exists, but it may have been pruned: no older one is left that proves the contrary. Or the tag rule was just being changed, or asks for more than the tag.',
      ),
  },
  paused: {
    title: (t) => t('Paused'),
    explanation: (t) =>
      t('The trigger was paused when the image was pushed, or before its event could come.'),
  },
  before: {
    title: (t) => t('Before activation'),
    explanation: (t) => t('The image was pushed before the trigger became active.'),
  },
  unmatched: {
    title: (t) => t('Not matched'),
    explanation: (t) => t('The tag rule of the trigger does not match.'),
  },
  'ledger-gone': {
    title: (t) => t('Push no longer on record'),
    explanation: (t) =>
      t(
        'The PipelineRun names its push, but the ImageStream does not hold it: its history was pruned, the tag was deleted, or there never was such a push.',
      ),
  },
  unverified: {
    title: (t) => t('Unverified'),
    explanation: (t) =>
      t(
        'The PipelineRun carries the label of the trigger, but its record of the push is missing, or does not fit the run or the history of the ImageStream.',
      ),
  },
};

/** What the status of a push means, as far as its run, or that there is none, tells more. */
export const statusMeaning = (
  t: Translate,
  { status, run }: { readonly status: PushStatus; readonly run: object | undefined },
): string =>
  status === 'unknown' && run
    ? t('The PipelineRun is gone, and Tekton Results does not know how it ended.')
    : pushStatusText[status].explanation(t);

/** Where a run is known from that the cluster does not hold any more. */
export const archivedText = (t: Translate): string =>
  t('The PipelineRun was pruned from the cluster; Tekton Results keeps its record.');

/** Why a push was missed, as far as anybody can tell. */
export const missedText = (t: Translate): string =>
  t('No PipelineRun exists: the event was lost, or the PipelineRun was refused.');

interface PrerequisiteText {
  readonly title: (t: Translate) => string;
  readonly purpose: (t: Translate) => string;
  /** What to do where it is missing. */
  readonly fix: (t: Translate) => string;
}

export const prerequisiteText: Record<PrerequisiteId, PrerequisiteText> = {
  'image-streams': {
    title: (t) => t('ImageStreams'),
    purpose: (t) => t('The image API of OpenShift keeps the history of pushes.'),
    fix: (t) => t('This cluster does not serve the image API. Image triggers need OpenShift.'),
  },
  pipelines: {
    title: (t) => t('OpenShift Pipelines'),
    purpose: (t) => t('Runs the Pipelines.'),
    fix: (t) => t('Ask a cluster administrator to install the OpenShift Pipelines operator.'),
  },
  triggers: {
    title: (t) => t('Tekton Triggers'),
    purpose: (t) =>
      t('Receives the events and starts the PipelineRuns. Part of OpenShift Pipelines.'),
    fix: (t) => t('Ask a cluster administrator to enable Triggers in the TektonConfig.'),
  },
  eventing: {
    title: (t) => t('OpenShift Serverless'),
    purpose: (t) => t('Provides the ApiServerSource that watches ImageStreams.'),
    fix: (t) => t('Ask a cluster administrator to install the OpenShift Serverless operator.'),
  },
  'knative-eventing': {
    title: (t) => t('Knative Eventing'),
    purpose: (t) => t('The instance that the Serverless operator runs.'),
    fix: (t) => t('Ask a cluster administrator to create a KnativeEventing instance.'),
  },
  'listener-role': {
    title: (t) => t('Cluster role of the listeners'),
    purpose: (t) =>
      t('Lets EventListeners read ClusterInterceptors and ClusterTriggerBindings. Installed once.'),
    fix: (t) => t('Ask a cluster administrator to apply this manifest once for the whole cluster.'),
  },
};

export const prerequisiteStateText: Record<PrerequisiteState, (t: Translate) => string> = {
  present: (t) => t('Installed'),
  missing: (t) => t('Missing'),
  'not-ready': (t) => t('Not ready'),
  unknown: (t) => t('No permission to look'),
};
