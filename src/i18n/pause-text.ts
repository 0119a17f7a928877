import type { SwitchProgress, TriggerSwitch } from '../domain/pause-many';
import type { Translate } from './use-t';

interface SwitchText {
  /** Of the button that does it. */
  readonly action: (t: Translate) => string;
  /** What it means for pushes. */
  readonly meaning: (t: Translate) => string;
  /** Asks before it is done to many. */
  readonly manyQuestion: (t: Translate, count: number) => string;
  readonly manyAction: (t: Translate, count: number) => string;
  /** What has become of so many of them. */
  readonly manyDone: (t: Translate, done: number, count: number) => string;
  /** Says that some were refused. */
  readonly someRefused: (t: Translate) => string;
  /** How far one of them is. */
  readonly progress: Record<SwitchProgress['state'], (t: Translate) => string>;
}

const everyProgress = {
  waiting: (t: Translate) => t('Waits for its turn'),
  gone: (t: Translate) => t('Deleted meanwhile'),
};

/** What is said of pauses and resumptions. */
export const switchText: Record<TriggerSwitch, SwitchText> = {
  pause: {
    action: (t) => t('Pause'),
    meaning: (t) =>
      t('Pushes made during a pause start no runs. The history shows them as paused.'),
    manyQuestion: (t, count) => t('Pause {{count}} image triggers?', { count }),
    manyAction: (t, count) => t('Pause {{count}} image triggers', { count }),
    manyDone: (t, done, count) =>
      t('{{done}} of {{count}} image triggers are paused.', { done, count }),
    someRefused: (t) => t('Some image triggers were not paused: the reason stands in their rows.'),
    progress: {
      ...everyProgress,
      'under-way': (t) => t('Being paused'),
      done: (t) => t('Paused'),
      refused: (t) => t('Not paused'),
    },
  },
  resume: {
    action: (t) => t('Resume'),
    meaning: (t) =>
      t(
        'Pushes start runs again from now on. Those made during the pause do not run by themselves: the history shows them as paused, and there they can be run.',
      ),
    manyQuestion: (t, count) => t('Resume {{count}} image triggers?', { count }),
    manyAction: (t, count) => t('Resume {{count}} image triggers', { count }),
    manyDone: (t, done, count) =>
      t('{{done}} of {{count}} image triggers are resumed.', { done, count }),
    someRefused: (t) => t('Some image triggers were not resumed: the reason stands in their rows.'),
    progress: {
      ...everyProgress,
      'under-way': (t) => t('Being resumed'),
      done: (t) => t('Resumed'),
      refused: (t) => t('Not resumed'),
    },
  },
};
