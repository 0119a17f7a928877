import { randomBytes } from 'node:crypto';
import { apiVersionOf } from '../../src/k8s/resource';
import { roleBindingKind } from '../../src/k8s/role-binding';
import type { ApiClient, Kind } from './api-client';
import type { ClusterUnderTest } from './cluster-under-test';

export const namespaceKind: Kind = {
  apiVersion: 'v1',
  kind: 'Namespace',
  plural: 'namespaces',
};

/** The namespaces of one scenario. */
export interface Projects {
  /** Where the triggers, the Pipeline and an ImageStream are. */
  readonly pipelines: string;
  /** Where another ImageStream is. */
  readonly images: string;
}

/** The ClusterRole of each of the people in every project of a scenario. */
const members = [
  ['namespace-admin', 'admin'],
  ['editor', 'edit'],
  ['viewer', 'view'],
] as const;

const createProject = async (
  admin: ApiClient,
  namespace: string,
  people: ClusterUnderTest['people'],
): Promise<void> => {
  await admin.create(namespaceKind, {
    apiVersion: 'v1',
    kind: namespaceKind.kind,
    metadata: { name: namespace },
  });
  for (const [person, name] of members) {
    const binding = {
      apiVersion: apiVersionOf(roleBindingKind),
      kind: roleBindingKind.kind,
      metadata: { name: person, namespace },
      subjects: [people[person].subject],
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
    };
    await admin.create(roleBindingKind, binding);
  }
};

/** Creates namespaces that no other scenario has. */
export const createProjects = async (
  admin: ApiClient,
  people: ClusterUnderTest['people'],
): Promise<Projects> => {
  const suffix = randomBytes(4).toString('hex');
  const projects = { pipelines: `it-ci-${suffix}`, images: `it-images-${suffix}` };
  await createProject(admin, projects.pipelines, people);
  await createProject(admin, projects.images, people);
  return projects;
};

/** Deletes the namespaces with everything in them. */
export const removeProjects = async (admin: ApiClient, projects: Projects): Promise<void> => {
  for (const name of Object.values<string>({ ...projects })) {
    await admin.remove(namespaceKind, { name });
  }
};
