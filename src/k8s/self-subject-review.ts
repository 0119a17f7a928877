import type { Manifest, ResourceKind } from './resource';

/** Asks the API server who it takes us for; nothing is stored. */
export const selfSubjectReviewKind: ResourceKind = {
  apiGroup: 'authentication.k8s.io',
  apiVersion: 'v1',
  kind: 'SelfSubjectReview',
  plural: 'selfsubjectreviews',
  namespaced: false,
  abbr: 'SSR',
  label: 'SelfSubjectReview',
  labelPlural: 'SelfSubjectReviews',
};

export type SelfSubjectReview = Manifest & { status?: { userInfo?: { username?: string } } };
