import type { ClusterVerbs } from './cluster-verbs';
import { applyReplay, planReplay } from './replay-push';
import type { ReplayPlan, ReplayRequest, ReplayResult } from './replay-push';

/** A push of many that are to run, without what is only known when its turn comes. */
export type ManyRequest = Omit<ReplayRequest, 'now'>;

/** What came of one push of many. */
export type ManyOutcome =
  | ReplayResult
  | Extract<ReplayPlan, { outcome: 'impossible' }>
  /** The user left before its turn came: nothing was done. */
  | { readonly outcome: 'left' };

export interface ManyTools {
  readonly verbs: ClusterVerbs;
  readonly now: () => Date;
  /** How many of these runs may be unfinished at once; at least 1. */
  readonly atOnce: number;
  /** Resolves when a run has ended, or is not watched any more. It never rejects. */
  readonly untilEnded: (run: { namespace: string; name: string }) => Promise<void>;
  /** Whether the user has left: then no further push is started. */
  readonly isLeft: () => boolean;
  /** Tells what came of the push at an index; first, that its turn has come. */
  readonly report: (index: number, outcome: ManyOutcome | 'starting') => void;
}

const replayOne = async (
  request: ManyRequest,
  { verbs, now }: ManyTools,
): Promise<Exclude<ManyOutcome, { outcome: 'left' }>> => {
  const plan = await planReplay({ ...request, now: now() }, verbs);
  return plan.outcome === 'ready' ? applyReplay(plan, verbs) : plan;
};

const runOf = (outcome: ManyOutcome): { namespace: string; name: string } | undefined => {
  if (outcome.outcome === 'has-run') return outcome.run;
  if (outcome.outcome !== 'created') return undefined;
  const { namespace = '', name = '' } = outcome.run.metadata ?? {};
  return { namespace, name };
};

/**
 * Runs pushes by hand one after another, in the order in which they are given: the next one starts
 * when fewer than `atOnce` of their runs are unfinished. What is refused is reported, and the others
 * go on. A push that has its run already, or gets it from somebody else meanwhile, counts with that
 * run: whoever else runs the same pushes, each runs once. It resolves when every run has ended, or
 * soon after the user has left, and never rejects.
 */
export const replayMany = async (
  requests: readonly ManyRequest[],
  tools: ManyTools,
): Promise<void> => {
  const { atOnce, untilEnded, isLeft, report } = tools;
  const unfinished = new Set<Promise<void>>();
  for (const [index, request] of requests.entries()) {
    while (unfinished.size >= atOnce && !isLeft()) await Promise.race(unfinished);
    if (isLeft()) {
      report(index, { outcome: 'left' });
      continue;
    }
    report(index, 'starting');
    const outcome = await replayOne(request, tools);
    report(index, outcome);
    const run = runOf(outcome);
    if (!run) continue;
    const ended: Promise<void> = untilEnded(run).then(() => {
      unfinished.delete(ended);
    });
    unfinished.add(ended);
  }
  await Promise.all(unfinished);
};
