import type { RunPolicy } from '../domain/run-policy';
import type { Translate } from './use-t';

/** What the choice between the policies is called. */
export const policyTitle = (t: Translate): string => t('What runs once');

export const policyText: Record<RunPolicy, (t: Translate) => string> = {
  'each-push': (t) => t('Each push'),
  'each-image': (t) => t('Each image'),
};

/** What a policy means for those who push. */
export const policyHelpText: Record<RunPolicy, (t: Translate) => string> = {
  'each-push': (t) =>
    t('Every push runs: also a rollback, and an image that another tag has already.'),
  'each-image': (t) =>
    t(
      'An image runs when it is pushed first. A rollback or another tag for it runs nothing, as long as the PipelineRun of the image exists. Once that is pruned, the next push of the image runs it again.',
    ),
};

/** What comes of it that an edit changes to a policy. */
export const policyChangeText: Record<RunPolicy, (t: Translate) => string> = {
  'each-push': (t) =>
    t(
      'Images that are pushed in the first five minutes after it is saved still run once each, so that none of these pushes can run twice. After that, every push runs.',
    ),
  'each-image': (t) =>
    t(
      'Pushes of the first five minutes after it is saved still run once each, so that none of them can run twice. After that, each image runs once; one that ran before counts as new.',
    ),
};

/** Why a policy cannot be changed just now. */
export const policySettlingText = (
  t: Translate,
  { policy, time }: { readonly policy: RunPolicy; readonly time: string },
): string =>
  t('It was changed to {{policy}} just now. It can be changed again after {{time}}.', {
    policy: policyText[policy](t),
    time,
  });
