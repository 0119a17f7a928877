import type { ChainFinding, Fix, LinkId, LinkState } from '../domain/chain-places';
import type { ChainLink, TriggerChain } from '../domain/trigger-chain';
import { asSentence } from './as-sentence';
import { findingText } from './finding-text';
import { prerequisiteText, pushStatusText } from './status-text';
import type { Translate } from './use-t';

/** What each link of the chain of a trigger is called. */
export const linkTitle: Record<LinkId, (t: Translate) => string> = {
  stream: (t) => t('ImageStream'),
  source: (t) => t('Event source'),
  listener: (t) => t('Listener'),
  filter: (t) => t('Filter'),
  template: (t) => t('Template'),
  pipeline: (t) => t('Pipeline'),
  run: (t) => t('Newest run'),
};

/** What each state of a link is called. */
export const linkStateText: Record<LinkState, (t: Translate) => string> = {
  ok: (t) => t('Worked'),
  'under-way': (t) => t('Under way'),
  failed: (t) => t('Failed'),
  broken: (t) => t('Broken'),
  warning: (t) => t('Needs attention'),
  paused: (t) => t('Paused'),
  unknown: (t) => t('Not proven'),
};

/** The state of a link; of the newest run, what became of its push. */
export const stateOfLinkText = (
  t: Translate,
  { id, state }: ChainLink,
  { newest }: TriggerChain,
): string =>
  id === 'run' && newest ? pushStatusText[newest.status].title(t) : linkStateText[state](t);

/** What each thing that the user can do at once is called. */
export const fixText: Record<Fix, (t: Translate) => string> = {
  repair: (t) => t('Repair the trigger'),
  settle: (t) => t('End the edit'),
  edit: (t) => t('Edit the trigger'),
  install: (t) => t('Show what must be installed'),
  push: (t) => t('Show the push'),
};

const skewText = {
  ahead: (t: Translate, seconds: number) =>
    t(
      'The clock of the event source is at least {{seconds}} s ahead of the API server: pushes look older than they are, and one that looks older than 2 minutes starts no run. Ask a cluster administrator to set the clocks of the nodes.',
      { seconds },
    ),
  behind: (t: Translate, seconds: number) =>
    t(
      'The clock of the event source is at least {{seconds}} s behind the API server: pushes look younger than they are, and one whose run is deleted soon may run twice. Ask a cluster administrator to set the clocks of the nodes.',
      { seconds },
    ),
};

/** What is wrong with a link as a sentence, with its evidence and what to do about it. */
export const chainFindingText = (t: Translate, finding: ChainFinding): string => {
  switch (finding.code) {
    case 'not-installed': {
      const { id, state } = finding.prerequisite;
      const name = prerequisiteText[id].title(t);
      const what =
        state === 'missing'
          ? t('Missing in this cluster: {{names}}', { names: name })
          : t('Not ready in this cluster: {{names}}', { names: name });
      return `${what}. ${t('Until it is installed, no push starts a run.')}`;
    }
    case 'stream-missing':
      return t(
        'The ImageStream {{stream}} does not exist. A push to its name in the registry creates it.',
        { stream: finding.stream },
      );
    case 'import-failing':
      return t(
        'The last import failed of: {{tags}}. New images of these tags do not arrive, so no PipelineRun checks them. The ImageStream says why.',
        { tags: finding.tags.join(', ') },
      );
    case 'clock-skew':
      return skewText[finding.direction](t, finding.seconds);
    case 'interceptor-missing':
      return t(
        'The ClusterInterceptor cel does not exist, so the listener cannot evaluate the filter: no push starts a run, although the listener is ready. Ask a cluster administrator to restore it; it is part of OpenShift Pipelines.',
      );
    case 'matches-nothing':
      return t(
        'The tag rule matches none of the {{count}} pushes that the ImageStream holds, so none started a run. If it should have, edit the rule.',
        { count: finding.pushes },
      );
    case 'run-refused':
      return t(
        'The API server refuses the PipelineRun that the TriggerTemplate makes of the newest push, as a dry run just showed: {{message}} No push starts a run until it takes it. Change what refuses it, or edit the trigger, and then run what was missed.',
        { message: asSentence(finding.message) },
      );
    case 'push-missed':
      return t(
        'The newest push that should have run has no PipelineRun: {{tags}}. The evidence ends at the ImageStream: event source and listener keep no record, so nobody can tell which of them lost it, or whether the PipelineRun was refused or deleted. Run it by hand: the API server then says whether it refuses it.',
        { tags: finding.tags.join(', ') },
      );
    case 'push-alias':
      return pushStatusText.alias.explanation(t);
    case 'push-superseded':
      return pushStatusText.superseded.explanation(t);
    case 'account-missing':
    case 'changed-by-hand':
    case 'edit-unfinished':
    case 'lane-changed':
    case 'lanes-missing':
    case 'listener-missing':
    case 'listener-not-ready':
    case 'newer-builder':
    case 'outdated':
    case 'overload':
    case 'params-missing':
    case 'partly-active':
    case 'paused':
    case 'pipeline-missing':
    case 'sink-port':
    case 'source-missing':
    case 'source-not-ready':
    case 'template-missing':
      return findingText(t, finding);
  }
};
