import { k8sCreate } from '@openshift-console/dynamic-plugin-sdk';
import { apiVersionOf } from '../k8s/resource';
import { selfSubjectReviewKind } from '../k8s/self-subject-review';
import type { SelfSubjectReview } from '../k8s/self-subject-review';

/** The user's name as the API server knows it; undefined where it does not say. */
export const currentUser = async (): Promise<string | undefined> => {
  const kind = selfSubjectReviewKind;
  try {
    const review = await k8sCreate<SelfSubjectReview>({
      model: kind,
      data: { apiVersion: apiVersionOf(kind), kind: kind.kind, metadata: { name: '' } },
    });
    return review.status?.userInfo?.username;
  } catch {
    // The name is kept for the record only: what the user asked for goes on without it.
    return undefined;
  }
};
