import { useEffect, useState } from 'react';
import type { AccessQuestion } from '../domain/access';
import type { HistoryRow } from '../domain/history';
import type { ImageTrigger } from '../domain/image-trigger';
import type { Problem } from '../domain/problem';
import { planReplay } from '../domain/replay-push';
import { pipelineRunKind } from '../k8s/pipeline-run';
import { useDenied } from './use-access';
import { consoleVerbs } from './verbs';

const nothing: readonly AccessQuestion[] = [];

/**
 * Why the API server does not take the run that a trigger makes of a push. It is asked by a dry run,
 * for neither listener nor event source keeps a record of a refusal; only of a push that was missed,
 * and only where the user may create PipelineRuns: else it would refuse the user, not the run.
 * @param newest the push that tells of the chain, if there is one
 * @returns undefined until it is known, where nothing is refused, and where nobody can tell
 */
export const useRefusal = (
  trigger: ImageTrigger,
  newest: HistoryRow | undefined,
): Problem | undefined => {
  const { namespace } = trigger;
  const isMissed = newest?.status === 'missed';
  const denied = useDenied(
    isMissed ? [{ kind: pipelineRunKind, verb: 'create', namespace }] : nothing,
  );
  const isAsked = isMissed && denied?.length === 0;
  const { digest = '', created = '' } = newest ?? {};
  const version = trigger.objects.template?.metadata?.resourceVersion;
  const key = isAsked ? [digest, created, version].join(' ') : undefined;
  const [answer, setAnswer] = useState<{ key: string; problem: Problem | undefined }>();
  useEffect(() => {
    if (key === undefined) return undefined;
    let isCurrent = true;
    const request = { trigger, push: { digest, created }, by: undefined, now: new Date() };
    void planReplay(request, consoleVerbs).then((plan) => {
      // No answer is no refusal: a server that is down takes nothing from anybody.
      const isRefused =
        plan.outcome === 'refused' && ['invalid', 'forbidden'].includes(plan.problem.code);
      if (isCurrent) setAnswer({ key, problem: isRefused ? plan.problem : undefined });
    });
    return () => {
      isCurrent = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says everything about the request
  }, [key]);
  return answer?.key === key ? answer?.problem : undefined;
};
