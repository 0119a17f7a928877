import { ageSeconds, mostSkewSeconds } from './clock-skew';
import type { Push } from './push';
import { freshSeconds } from './push-filter';

/** What the chain usually takes at most, from the push to the PipelineRun. */
export const chainSeconds = 20;

/** Until then a push may still be on its way through the chain, whatever the browser's clock says. */
export const waitingSeconds = chainSeconds + mostSkewSeconds;

/** Whether the event of a push of a time has another push among those that may run. */
const isShownBy = (push: Push, created: string): boolean =>
  Date.parse(created) - Date.parse(push.created) < freshSeconds * 1000;

/**
 * Whether a push without a run may get one yet: by its own event, or by that of a younger push of
 * the ImageStream, which shows it again as long as it is fresh.
 * @param pushes of the ImageStream
 */
export const isOnItsWay = (push: Push, pushes: Iterable<Push>, now: Date): boolean => {
  const age = ageSeconds(push.created, now);
  if (age < waitingSeconds) return true;
  if (age >= waitingSeconds + freshSeconds) return false;
  for (const { created } of pushes)
    if (ageSeconds(created, now) < waitingSeconds && isShownBy(push, created)) return true;
  return false;
};
