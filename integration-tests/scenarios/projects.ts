import { randomBytes } from 'node:crypto';
import { clusterImages } from '../../src/domain/push';
import { sourceRoleName } from '../../src/domain/relay-names';
import { apiServerSourceKind } from '../../src/k8s/api-server-source';
import { eventListenerKind } from '../../src/k8s/event-listener';
import { apiVersionOf, nameOf } from '../../src/k8s/resource';
import { clusterRoleKind } from '../../src/k8s/role';
import { clusterRoleBindingKind, roleBindingKind } from '../../src/k8s/role-binding';
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

/** The kinds whose objects have pods of their own, as long as they are there. */
const running: readonly Kind[] = [apiServerSourceKind, eventListenerKind];

/** What lets the image triggers of a namespace watch all Images, and does not go with it. */
export const clusterRightsOf = (namespace: string): { kind: Kind; name: string }[] => {
  const name = sourceRoleName({ namespace, streams: clusterImages.namespace });
  return [clusterRoleBindingKind, clusterRoleKind].map((kind) => ({ kind, name }));
};

const removeClusterRights = async (admin: ApiClient, namespace: string): Promise<void> => {
  for (const { kind, name } of clusterRightsOf(namespace))
    if (await admin.get(kind, { name })) await admin.remove(kind, { name });
};

/** Deletes the namespaces with everything in them; of a cluster that is thrown away, what runs in them. */
export const removeProjects = async (
  admin: ApiClient,
  projects: Projects,
  { isThrownAway }: Pick<ClusterUnderTest, 'isThrownAway'>,
): Promise<void> => {
  for (const namespace of [projects.pipelines, projects.images]) {
    if (!isThrownAway) {
      await admin.remove(namespaceKind, { name: namespace });
      await removeClusterRights(admin, namespace);
    } else
      for (const kind of running)
        for (const object of await admin.list(kind, { namespace }))
          await admin.remove(kind, { namespace, name: nameOf(object) });
  }
};
