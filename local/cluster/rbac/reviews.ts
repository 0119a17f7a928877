import type { K8sObject } from '../../../src/k8s/resource';
import type { Admission, CreateRequest } from '../admission';
import { badRequest } from '../api-error';
import type { Clock } from '../clock';
import { fieldOf, isRecord } from '../object';
import { resources } from '../resources';
import type { Authorizer } from './authorizer';
import type { User } from './user';

const textIn = (fields: Record<string, unknown>, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
};

const specOf = (object: K8sObject): Record<string, unknown> => {
  const spec = fieldOf(object, 'spec');
  return isRecord(spec) ? spec : {};
};

/** @throws ApiError BadRequest for a review that asks about nothing */
const isAllowed = (
  authorizer: Authorizer,
  user: User,
  { resourceAttributes, nonResourceAttributes }: Record<string, unknown>,
): boolean => {
  if (isRecord(resourceAttributes)) {
    const subresource = textIn(resourceAttributes, 'subresource');
    return authorizer.allows(user, {
      verb: textIn(resourceAttributes, 'verb'),
      group: textIn(resourceAttributes, 'group'),
      resource: textIn(resourceAttributes, 'resource'),
      namespace: textIn(resourceAttributes, 'namespace'),
      name: textIn(resourceAttributes, 'name'),
      ...(subresource === '' ? {} : { subresource }),
    });
  }
  if (isRecord(nonResourceAttributes)) {
    return authorizer.allowsPath(user, {
      verb: textIn(nonResourceAttributes, 'verb'),
      path: textIn(nonResourceAttributes, 'path'),
    });
  }
  throw badRequest(
    'spec.resourceAttributes: Invalid value: "null": exactly one of nonResourceAttributes or resourceAttributes must be specified',
  );
};

const withStatus = (object: K8sObject, status: object): K8sObject => ({ ...object, ...{ status } });

const reviewedUser = (spec: Record<string, unknown>): User => ({
  name: textIn(spec, 'user'),
  groups: Array.isArray(spec.groups) ? spec.groups.map(String) : [],
});

const rulesReview = (authorizer: Authorizer, { object, user }: CreateRequest): K8sObject => {
  const namespace = textIn(specOf(object), 'namespace');
  if (namespace === '') {
    throw badRequest('no namespace on request');
  }
  const { rules } = authorizer.grantsOf(user, namespace);
  return withStatus(object, {
    resourceRules: rules
      .filter((rule) => rule.resources.length > 0)
      .map(({ verbs, apiGroups, resources: names, resourceNames }) => ({
        verbs,
        apiGroups,
        resources: names,
        ...(resourceNames.length === 0 ? {} : { resourceNames }),
      })),
    nonResourceRules: rules
      .filter((rule) => rule.nonResourceURLs.length > 0)
      .map(({ verbs, nonResourceURLs }) => ({ verbs, nonResourceURLs })),
    incomplete: false,
  });
};

interface ReviewParts {
  readonly admission: Admission;
  readonly authorizer: Authorizer;
  readonly clock: Clock;
}

/** Serves the reviews by which a client asks what someone may do, and who it is. */
export const registerReviews = ({ admission, authorizer, clock }: ReviewParts): void => {
  admission.registerCreateHandler(resources.selfSubjectAccessReviews, ({ object, user }) =>
    withStatus(object, { allowed: isAllowed(authorizer, user, specOf(object)) }),
  );
  admission.registerCreateHandler(resources.subjectAccessReviews, ({ object }) => {
    const spec = specOf(object);
    return withStatus(object, { allowed: isAllowed(authorizer, reviewedUser(spec), spec) });
  });
  admission.registerCreateHandler(resources.selfSubjectRulesReviews, (request) =>
    rulesReview(authorizer, request),
  );
  admission.registerCreateHandler(resources.selfSubjectReviews, ({ object, user }) =>
    withStatus(
      { ...object, metadata: { creationTimestamp: clock.timestamp() } },
      { userInfo: { username: user.name, groups: user.groups } },
    ),
  );
};
