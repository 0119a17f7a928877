import type { Condition } from '../../../../src/k8s/resource';

/** A condition without the time of its last change. */
export type Verdict = Omit<Condition, 'lastTransitionTime'>;

const sameVerdict = (condition: Condition, verdict: Verdict): boolean =>
  condition.status === verdict.status &&
  condition.reason === verdict.reason &&
  condition.message === verdict.message;

/** The conditions with new verdicts, by type; one that says the same keeps its time. */
export const withVerdicts = (
  conditions: readonly Condition[] | undefined,
  verdicts: readonly Verdict[],
  now: string,
): Condition[] =>
  verdicts
    .map((verdict): Condition => {
      const old = conditions?.find(({ type }) => type === verdict.type);
      return old !== undefined && sameVerdict(old, verdict)
        ? old
        : { ...verdict, lastTransitionTime: now };
    })
    .sort((a, b) => (a.type < b.type ? -1 : 1));

/**
 * What all verdicts come to: the first that is False, else the first that is Unknown, else True
 * (knative.dev/pkg apis/condition_set.go recomputeHappiness).
 */
export const aggregate = (type: string, verdicts: readonly Verdict[]): Verdict => {
  const worst =
    verdicts.find(({ status }) => status === 'False') ??
    verdicts.find(({ status }) => status === 'Unknown');
  return worst === undefined ? { type, status: 'True' } : { ...worst, type };
};
