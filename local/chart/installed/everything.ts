import type { ApiObject, KubeClient } from '../../control-plane/api/client';

interface ApiResource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
  readonly verbs: readonly string[];
}

/** Where a kind is listed. */
interface Place {
  /** Of its group and version. */
  readonly root: string;
  readonly namespace: string;
}

interface Groups {
  readonly groups: readonly { readonly preferredVersion: { readonly groupVersion: string } }[];
}

/** They tell what happened, and nobody takes them away. */
const isRecord = ({ kind }: ApiResource): boolean => kind === 'Event';

/** What is listed of a kind, as `Kind name`. */
const namesOf = async (
  client: KubeClient,
  { name, kind, namespaced }: ApiResource,
  { root, namespace }: Place,
): Promise<string[]> => {
  const path = namespaced ? `${root}/namespaces/${namespace}/${name}` : `${root}/${name}`;
  const { items = [] } = await client.get<{ items?: readonly ApiObject[] }>(path);
  return items.map(({ metadata }) => `${kind} ${metadata.name}`);
};

/** Every object of the cluster that is in no namespace, and every one in this namespace. */
export const everythingIn = async (client: KubeClient, namespace: string): Promise<string[]> => {
  const { groups } = await client.get<Groups>('/apis');
  const roots = [
    '/api/v1',
    ...groups.map(({ preferredVersion }) => `/apis/${preferredVersion.groupVersion}`),
  ];
  const names = await Promise.all(
    roots.map(async (root) => {
      const { resources } = await client.get<{ resources: readonly ApiResource[] }>(root);
      const listed = resources.filter(
        (resource) => resource.verbs.includes('list') && !isRecord(resource),
      );
      return Promise.all(listed.map((resource) => namesOf(client, resource, { root, namespace })));
    }),
  );
  return [...new Set(names.flat(2))].sort();
};
