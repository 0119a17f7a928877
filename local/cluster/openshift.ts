import { apiVersionOf } from '../../src/k8s/resource';
import type { Admission, CreateRequest } from './admission';
import { notFound } from './api-error';
import type { Stored } from './object';
import type { Authorizer } from './rbac/authorizer';
import { resources } from './resources';
import type { Store } from './store';

interface OpenShiftParts {
  readonly admission: Admission;
  readonly authorizer: Authorizer;
  readonly store: Store;
}

const projectOf = (namespace: Stored): Stored => ({
  ...namespace,
  apiVersion: apiVersionOf(resources.projects.kind),
  kind: resources.projects.kind.kind,
});

/** Creates the namespace of a new project and makes the asking user its admin. */
const requestProject = (store: Store, { object, user, dryRun }: CreateRequest): Stored => {
  const { name = '' } = object.metadata ?? {};
  const annotations = { 'openshift.io/requester': user.name };
  const namespace = store.create(
    resources.namespaces,
    { metadata: { name, annotations } },
    { dryRun },
  );
  if (!dryRun) {
    const apiGroup = 'rbac.authorization.k8s.io';
    store.create(resources.roleBindings, {
      metadata: { name: 'admin', namespace: name },
      roleRef: { apiGroup, kind: 'ClusterRole', name: 'admin' },
      subjects: [{ kind: 'User', name: user.name, apiGroup }],
    });
  }
  return projectOf(namespace);
};

/**
 * Serves projects and the logged-in user as openshift-apiserver does: a project is a namespace,
 * and everyone may list the projects that they may get.
 */
export const registerOpenShift = ({ admission, authorizer, store }: OpenShiftParts): void => {
  admission.registerDerivation(resources.projects, {
    from: resources.namespaces,
    derive: projectOf,
    isVisible: ({ metadata: { name } }, user) =>
      authorizer.allows(user, {
        verb: 'get',
        group: 'project.openshift.io',
        resource: 'projects',
        namespace: name,
        name,
      }),
  });
  admission.registerCreateHandler(resources.projectRequests, (request) =>
    requestProject(store, request),
  );
  admission.registerView(resources.users, {
    get: ({ name, user }) => {
      if (name !== '~' && name !== user.name) {
        throw notFound(resources.users, name);
      }
      return {
        apiVersion: apiVersionOf(resources.users.kind),
        kind: resources.users.kind.kind,
        metadata: { name: user.name },
        ...{ groups: user.groups },
      };
    },
  });
};
