import {
  k8sCreate,
  k8sDelete,
  k8sListItems,
  k8sPatch,
} from '@openshift-console/dynamic-plugin-sdk';
import type { ClusterVerbs } from '../domain/cluster-verbs';
import { problemOf } from '../domain/problem';
import type { ProblemCode } from '../domain/problem';
import type { K8sObject } from '../k8s/resource';
import { asClusterError } from './parse-problem';

/** Runs a request for which some problems are an answer: undefined stands for them. */
const unless = async <T>(
  codes: readonly ProblemCode[],
  request: Promise<T>,
): Promise<T | undefined> => {
  try {
    return await asClusterError(request);
  } catch (error) {
    if (codes.includes(problemOf(error).code)) return undefined;
    throw error;
  }
};

const pauseMs = 500;

/** The console's cluster, with the rights of its user. */
export const consoleVerbs: ClusterVerbs = {
  // A list of one: the browser reports every 404 of a GET as an error, and "not there" is none.
  get: async ({ kind, namespace, name }) => {
    const queryParams = { ns: namespace, fieldSelector: `metadata.name=${name}` };
    const found = await asClusterError(k8sListItems<K8sObject>({ model: kind, queryParams }));
    return found[0];
  },
  list: (kind, namespace, labels) => {
    // An object, not a text: the SDK would write out a text letter by letter (selectorToString).
    const queryParams = { ns: namespace, labelSelector: { matchLabels: { ...labels } } };
    return asClusterError(k8sListItems<K8sObject>({ model: kind, queryParams }));
  },
  create: (kind, manifest, options) =>
    asClusterError(
      k8sCreate<K8sObject>({
        model: kind,
        data: manifest,
        ...(options?.dryRun ? { queryParams: { dryRun: 'All' } } : {}),
      }),
    ),
  patch: ({ kind, namespace, name }, patch, options) =>
    asClusterError(
      k8sPatch<K8sObject>({
        model: kind,
        resource: { metadata: { namespace, name } },
        data: patch,
        ...(options?.dryRun ? { queryParams: { dryRun: 'All' } } : {}),
      }),
    ),
  // Without a version, a conflict says that the uid is another one: not ours to remove.
  remove: async ({ kind, namespace, name }, preconditions) => {
    await unless(
      preconditions.resourceVersion === undefined ? ['not-found', 'conflict'] : ['not-found'],
      k8sDelete({
        model: kind,
        resource: { metadata: { namespace, name } },
        json: {
          apiVersion: 'v1',
          kind: 'DeleteOptions',
          propagationPolicy: 'Background',
          preconditions,
        },
      }),
    );
  },
  pause: () => new Promise((resolve) => setTimeout(resolve, pauseMs)),
};
