import type { ClusterVerbs, Labels } from '../../src/domain/cluster-verbs';
import { problemOf } from '../../src/domain/problem';
import type { ApiClient } from './api-client';

const selectorOf = (labels: Labels): string =>
  Object.entries(labels)
    .map(([label, value]) => `${label}=${value}`)
    .join(',');

const pauseMs = 500;

/** The product's view of a cluster, with the rights of the client's user. */
export const verbsOf = (client: ApiClient): ClusterVerbs => ({
  // A list of one, as the console does: it takes another permission than a GET.
  get: async ({ kind, namespace, name }) => {
    const [found] = await client.list(kind, { namespace, fieldSelector: `metadata.name=${name}` });
    return found;
  },
  list: (kind, namespace, labels) =>
    client.list(kind, { namespace, labelSelector: selectorOf(labels) }),
  create: (kind, manifest, options) => client.create(kind, manifest, options),
  patch: ({ kind, ...key }, patch, options) =>
    options?.dryRun ? client.tryPatch(kind, key, patch) : client.patch(kind, key, patch),
  remove: async ({ kind, ...key }, preconditions) => {
    try {
      await client.remove(kind, key, preconditions);
    } catch (error) {
      const { code } = problemOf(error);
      const isReplaced = code === 'conflict' && preconditions.resourceVersion === undefined;
      if (code !== 'not-found' && !isReplaced) throw error;
    }
  },
  pause: () => new Promise((resolve) => setTimeout(resolve, pauseMs)),
});
