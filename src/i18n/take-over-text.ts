import type { LeftOut } from '../domain/take-over/left-out';
import type { ParamOrigin, TakeOverRefusal } from '../domain/take-over/draft-of-chain';
import type { StayReason } from '../domain/take-over/old-parts';
import type { TakeOverStepId, TakeOverStepState } from '../domain/take-over/take-over-steps';
import { metadataText } from './metadata-text';
import type { Translate } from './use-t';

/** Why a chain cannot be taken over. */
export const takeOverRefusalText: Record<TakeOverRefusal, (t: Translate) => string> = {
  'template-missing': (t) => t('Its template is missing, or makes no PipelineRun.'),
  inline: (t) =>
    t(
      'Its Pipeline is part of the template. Make it a Pipeline of the project, and name that there.',
    ),
  resolved: (t) =>
    t(
      'Its Pipeline is another one for each run. A trigger runs a Pipeline of its project, by name.',
    ),
};

/**
 * Where the value of a parameter comes from in the chain.
 * @param isTaken whether the form still holds what was made of it
 */
export const paramOriginText = (t: Translate, origin: ParamOrigin, isTaken: boolean): string => {
  if (origin.from === 'template')
    return isTaken ? t('Taken over from the chain.') : t('The chain gives it another value.');
  const asks = origin.asks.join(', ');
  if (origin.from === 'push')
    return isTaken
      ? t('Taken over: the chain gives it {{asks}}, which is the same.', { asks })
      : t('The chain gives it {{asks}}.', { asks });
  return t('Not taken over: the chain gives it {{asks}}, which is no field of a push.', { asks });
};

/** What of a chain no image trigger has, in a sentence. */
export const leftOutText = (t: Translate, left: LeftOut): string => {
  switch (left.code) {
    case 'every-image':
      return t(
        'All other ImageStreams: the chain runs for every image that is new to the cluster.',
      );
    case 'every-stream':
      return t('All other ImageStreams: the chain runs for each that its event source watches.');
    case 'labels':
      return t('The choice of objects by labels. A trigger is bound to its ImageStream by name.');
    case 'interceptors':
      return t('Its interceptors. Choose tags by the rule instead.');
    case 'other-events':
      return t('Runs for what is no push: the chain runs for deletions and changed labels, too.');
    case 'run-name':
      return t(
        'The names of its runs ({{name}}). A name is made from the push, so that it runs once.',
        {
          name: left.name,
        },
      );
    case 'more-objects':
      return t('What else its template makes: {{kinds}}', { kinds: left.kinds.join(', ') });
    case 'trigger-account':
      return t(
        'ServiceAccount {{account}}, as which its trigger makes runs. The listener makes them.',
        {
          account: left.account,
        },
      );
    case 'cluster-binding':
      return t('ClusterTriggerBinding {{name}}: what it binds is not read.', { name: left.name });
    case 'mark':
      return t('{{mark}}: its value is no field of a push.', {
        mark: metadataText[left.part].one(t, left.name),
      });
    case 'workspace':
      return t('What fills workspace {{name}}: it depends on the event.', { name: left.name });
    case 'run-field':
      return t('{{name}} of the runs: it depends on the event.', { name: left.name });
  }
};

/** Why a part of a chain is not removed. */
export const stayReasonText: Record<StayReason, (t: Translate) => string> = {
  shared: (t) => t('Other triggers run by it.'),
  used: (t) => t('Something else names it.'),
  'other-events': (t) => t('The chain runs for other objects than images, too.'),
};

export const takeOverStepText: Record<TakeOverStepId, (t: Translate) => string> = {
  trigger: (t) => t('New trigger'),
  proof: (t) => t('Proof'),
  removal: (t) => t('Old parts'),
};

/** How far a step is, in a word or two. */
export const takeOverStateText: Record<TakeOverStepState, (t: Translate) => string> = {
  done: (t) => t('Done'),
  waiting: (t) => t('Not yet'),
  ready: (t) => t('Ready to be removed'),
  nothing: (t) => t('Nothing is left'),
  blocked: (t) => t('They stay'),
  'not-reached': (t) => t('After the proof'),
};

/** What is to be said of the old parts. */
export const removalText: Record<TakeOverStepState, (t: Translate) => string> = {
  done: (t) => t('The old parts are removed.'),
  waiting: (t) => t('They are not known yet.'),
  ready: (t) => t('Until they are removed, a push runs twice: by the chain and by the trigger.'),
  nothing: (t) => t('Nothing of the chain is left that could run a push.'),
  blocked: (t) =>
    t(
      'The chain runs for other objects than images, too, which no image trigger does. Change its event source by hand, or keep both.',
    ),
  'not-reached': (t) => t('They are offered for removal once the trigger has run a push.'),
};
