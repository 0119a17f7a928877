import type { HistoryRow } from '../history';
import type { ImageTrigger } from '../image-trigger';
import type { OldParts } from './old-parts';
import { takeOverProof } from './take-over-proof';

/** The steps of a take-over, in their order. */
export const takeOverStepIds = ['trigger', 'proof', 'removal'] as const;
export type TakeOverStepId = (typeof takeOverStepIds)[number];

/**
 * How far a step is. Of the removal: `ready` to be done; `nothing` is left that could be removed here;
 * `blocked`: parts stay that run pushes, for something else needs them.
 */
export type TakeOverStepState =
  'done' | 'waiting' | 'ready' | 'nothing' | 'blocked' | 'not-reached';

export interface TakeOver {
  readonly steps: Readonly<Record<TakeOverStepId, TakeOverStepState>>;
  /** The push by which the trigger has proven itself. */
  readonly proof: HistoryRow | undefined;
}

const removalOf = (
  { going, staying }: Pick<OldParts, 'going' | 'staying'>,
  isProven: boolean,
): TakeOverStepState => {
  if (going.length === 0)
    return staying.some(({ why }) => why === 'other-events') ? 'blocked' : 'nothing';
  return isProven ? 'ready' : 'not-reached';
};

/**
 * How far the take-over of a chain is: the old parts go only once the new trigger is active and its
 * listener has run a push for it.
 * @param rows of the trigger, newest first
 */
export const takeOverOf = (
  trigger: Pick<ImageTrigger, 'active'>,
  rows: readonly HistoryRow[],
  parts: Pick<OldParts, 'going' | 'staying'>,
): TakeOver => {
  const proof = takeOverProof(rows);
  const isActive = trigger.active === 'all';
  const isProven = isActive && proof !== undefined;
  return {
    steps: {
      trigger: isActive ? 'done' : 'waiting',
      proof: proof ? 'done' : 'waiting',
      removal: removalOf(parts, isProven),
    },
    proof,
  };
};
