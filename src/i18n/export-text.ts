import type { Translate } from './use-t';

/** What exported manifests cannot do that this plugin does where it writes them itself. */
export type ExportLimit =
  | 'activation'
  | 'not-owned'
  | 'order'
  | 'no-bridge'
  | 'rule-time'
  | 'policy-time'
  | 'not-checked'
  | 'history-in-git';

/** What follows from it for whoever applies them. */
export const exportLimitText: Record<ExportLimit, (t: Translate) => string> = {
  activation: (t) =>
    t(
      'The time of activation is in them, and it is now. Pushes that come before they are applied do not run by themselves, but for the last two minutes before the next push; the history shows them as missed, to be run by hand. For another start, export again.',
    ),
  'not-owned': (t) =>
    t(
      'The objects do not belong to each other as those that the form creates. Delete them all together: a Trigger that is left over goes on running pushes. Deleting the trigger on these pages does so.',
    ),
  order: (t) =>
    t(
      'Argo CD and Flux apply in an order of their own. A push that comes before all objects are there may be missed; none runs twice, whatever the order, for its run has a fixed name.',
    ),
  'no-bridge': (t) =>
    t(
      'Temporary Triggers, which keep every push while the form saves a change, are none of them. A push that comes while they are applied may be missed, or run by the old rule with the new Pipeline; none runs twice.',
    ),
  'rule-time': (t) =>
    t(
      'The history judges pushes by the new rule from now on, though the old one goes on until they are applied. Apply them soon.',
    ),
  'policy-time': (t) =>
    t(
      'What runs once changes five minutes from now. Apply them before: later, a push of the last two minutes before they are applied may run once more by its other name.',
    ),
  'not-checked': (t) =>
    t(
      'The API server has not agreed to them, because a check takes the permission to write. Whoever applies them may find that one is refused.',
    ),
  'history-in-git': (t) =>
    t(
      'Since when the trigger is active or paused is in an annotation and in the filters of the Triggers. Where somebody pauses or edits it in the cluster, export it again before these are applied: they would take that back.',
    ),
};
