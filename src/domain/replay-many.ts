import type { ClusterVerbs } from './cluster-verbs';
import { applyReplay, planReplay } from './replay-push';
import type { ReplayPlan, ReplayRequest, ReplayResult } from './replay-push';
import { someAtOnce } from './some-at-once';
import type { Turns } from './some-at-once';

/** A push of many that are to run, without what is only known when its turn comes. */
export type ManyRequest = Omit<ReplayRequest, 'now'>;

/** What came of one push of many. */
export type ManyOutcome = ReplayResult | Extract<ReplayPlan, { outcome: 'impossible' }>;

/** `atOnce` is how many of these runs may be unfinished. */
export interface ManyTools extends Turns {
  readonly verbs: ClusterVerbs;
  readonly now: () => Date;
  /** Resolves when a run has ended, or is not watched any more. It never rejects. */
  readonly untilEnded: (run: { namespace: string; name: string }) => Promise<void>;
  /** Tells what came of the push at an index; first, that its turn has come. */
  readonly report: (index: number, outcome: ManyOutcome | 'starting') => void;
}

const replayOne = async (request: ManyRequest, { verbs, now }: ManyTools): Promise<ManyOutcome> => {
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
 * soon after the user has left, and never rejects. Of what was not started, nothing is reported.
 */
export const replayMany = async (
  requests: readonly ManyRequest[],
  tools: ManyTools,
): Promise<void> => {
  const { untilEnded, report } = tools;
  const start = async (request: ManyRequest, index: number): Promise<ManyOutcome> => {
    report(index, 'starting');
    const outcome = await replayOne(request, tools);
    report(index, outcome);
    return outcome;
  };
  await someAtOnce(requests, tools, (request, index) => {
    const begun = start(request, index);
    const over = begun.then((outcome) => {
      const run = runOf(outcome);
      return run && untilEnded(run);
    });
    return { begun, over };
  });
};
