import { useEffect, useState } from 'react';
import { checkAccess, useAccessReview } from '@openshift-console/dynamic-plugin-sdk';
import type { AccessQuestion } from '../domain/access';

const attributesOf = ({ kind, verb, namespace, subresource }: AccessQuestion) => ({
  group: kind.apiGroup ?? '',
  resource: kind.plural,
  verb,
  namespace,
  ...(subresource !== undefined && { subresource }),
});

/** Whether the user may do something; undefined until the API server has answered. */
export const useMay = (question: AccessQuestion): boolean | undefined => {
  const [allowed, checking] = useAccessReview(attributesOf(question));
  return checking ? undefined : allowed;
};

const nothing: readonly AccessQuestion[] = [];

/** What the user may not do, of many things; undefined until the API server has answered. */
export const useDenied = (
  questions: readonly AccessQuestion[],
): readonly AccessQuestion[] | undefined => {
  const [answer, setAnswer] = useState<{ key: string; denied: readonly AccessQuestion[] }>();
  const key = JSON.stringify(questions);
  useEffect(() => {
    if (questions.length === 0) return undefined;
    let current = true;
    const ask = async (question: AccessQuestion): Promise<AccessQuestion[]> => {
      try {
        const review = await checkAccess(attributesOf(question));
        return review.status?.allowed === false ? [question] : [];
      } catch {
        // No answer is no reason to stop: the dry run will tell.
        return [];
      }
    };
    void Promise.all(questions.map(ask)).then((denied) => {
      if (current) setAnswer({ key, denied: denied.flat() });
    });
    return () => {
      current = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says everything about the questions
  }, [key]);
  if (questions.length === 0) return nothing;
  return answer?.key === key ? answer.denied : undefined;
};
