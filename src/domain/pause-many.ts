import type { ClusterVerbs } from './cluster-verbs';
import type { ImageTrigger } from './image-trigger';
import { pauseTrigger, resumeTrigger } from './pause-trigger';
import type { PauseOptions } from './pause-trigger';
import { problemOf } from './problem';
import type { Problem } from './problem';
import { someAtOnce } from './some-at-once';
import type { Turns } from './some-at-once';

/** One takes about ten requests, one after another; a browser has six connections to a server. */
const atOnce = 4;

const switches = { pause: pauseTrigger, resume: resumeTrigger };

export type TriggerSwitch = keyof typeof switches;

/** What can be done to a trigger: one of which a part is active is paused first. */
export const switchOf = ({ active }: ImageTrigger): TriggerSwitch =>
  active === 'none' ? 'resume' : 'pause';

/** How far one trigger of many is: `gone` where somebody has deleted it meanwhile. */
export type SwitchProgress =
  | { readonly state: 'waiting' | 'under-way' | 'done' | 'gone' }
  | { readonly state: 'refused'; readonly problem: Problem };

/** Says what is done to all, by whom and why. */
export interface SwitchRequest extends PauseOptions {
  readonly change: TriggerSwitch;
}

export interface SwitchTools extends Pick<Turns, 'isLeft'> {
  readonly verbs: ClusterVerbs;
  readonly report: (trigger: ImageTrigger, progress: SwitchProgress) => void;
}

const switchOne = async (
  trigger: ImageTrigger,
  { change, ...options }: SwitchRequest,
  verbs: ClusterVerbs,
): Promise<SwitchProgress> => {
  try {
    await switches[change](trigger, verbs, options);
    return { state: 'done' };
  } catch (error) {
    const problem = problemOf(error);
    return problem.code === 'not-found' ? { state: 'gone' } : { state: 'refused', problem };
  }
};

/**
 * Pauses or resumes many triggers in the order in which they are given, a few at once. What is
 * refused is reported, and the others go on. Once the user has left, no further one is begun, and
 * those that have begun are brought to their end. It never rejects.
 */
export const switchMany = (
  triggers: readonly ImageTrigger[],
  request: SwitchRequest,
  { verbs, isLeft, report }: SwitchTools,
): Promise<void> =>
  someAtOnce(triggers, { atOnce, isLeft }, (trigger) => {
    report(trigger, { state: 'under-way' });
    const over = switchOne(trigger, request, verbs);
    return { over: over.then((progress) => report(trigger, progress)) };
  });
