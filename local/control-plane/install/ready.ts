import { setTimeout } from 'node:timers/promises';
import type { ApiObject, KubeClient } from '../api/client';

interface Conditioned extends ApiObject {
  readonly status?: {
    readonly conditions?: readonly {
      readonly type: string;
      readonly status: string;
      readonly message?: string;
    }[];
  };
}

interface WebhookConfiguration extends ApiObject {
  readonly webhooks?: readonly { readonly clientConfig: { readonly caBundle?: string } }[];
}

interface ClusterInterceptor extends ApiObject {
  readonly spec: { readonly clientConfig?: { readonly caBundle?: string } };
}

interface List<T> {
  readonly items: readonly T[];
}

const pauseMs = 250;
const webhooks = '/apis/admissionregistration.k8s.io/v1';

const unavailable = ({ metadata, status }: Conditioned): string[] => {
  const condition = status?.conditions?.find(({ type }) => type === 'Available');
  if (condition?.status === 'True') return [];
  return [`${metadata.name} is not available: ${condition?.message ?? 'it has no condition yet'}`];
};

/** Knative's webhooks write into their configurations how they are known. */
const unsigned = ({ metadata, webhooks: hooks = [] }: WebhookConfiguration): string[] =>
  hooks.every(({ clientConfig }) => clientConfig.caBundle)
    ? []
    : [`the webhook ${metadata.name} has no certificate`];

/** A listener ends where an interceptor has no certificate. */
const unknown = ({ metadata, spec }: ClusterInterceptor): string[] =>
  spec.clientConfig?.caBundle ? [] : [`the interceptor ${metadata.name} has no certificate`];

/** What is not ready yet. */
const problemsOf = async (client: KubeClient): Promise<string[]> => {
  const [deployments, services, mutating, validating, interceptors] = await Promise.all([
    client.get<List<Conditioned>>('/apis/apps/v1/deployments'),
    client.get<List<Conditioned>>('/apis/apiregistration.k8s.io/v1/apiservices'),
    client.get<List<WebhookConfiguration>>(`${webhooks}/mutatingwebhookconfigurations`),
    client.get<List<WebhookConfiguration>>(`${webhooks}/validatingwebhookconfigurations`),
    client.get<List<ClusterInterceptor>>('/apis/triggers.tekton.dev/v1alpha1/clusterinterceptors'),
  ]);
  return [
    ...[...deployments.items, ...services.items].flatMap(unavailable),
    ...[...mutating.items, ...validating.items].flatMap(unsigned),
    ...interceptors.items.flatMap(unknown),
  ];
};

/** Looks until a look does not fail. @throws the failure of the last look past the deadline */
export const until = async (patienceMs: number, look: () => Promise<unknown>): Promise<void> => {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      await look();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await setTimeout(pauseMs);
    }
  }
};

/**
 * Waits until all deployments, aggregated APIs, webhooks and interceptors can be relied on.
 * @throws Error with what is not ready past the deadline
 */
export const untilReady = (client: KubeClient, patienceMs: number): Promise<void> =>
  until(patienceMs, async () => {
    const problems = await problemsOf(client);
    if (problems.length > 0)
      throw new Error(`The control plane is not ready: ${problems.join('; ')}.`);
  });

/**
 * Waits until the API server has begun: kube-controller-manager ends where that takes over ten
 * seconds more (k8s.io/controller-manager app/helper.go, WaitForAPIServer).
 * @throws Error with its last answer past the deadline
 */
export const untilHealthy = (client: KubeClient, patienceMs: number): Promise<void> =>
  until(patienceMs, () => client.check('/readyz'));

/**
 * Waits until a restarted API server serves everybody again, the image API behind it too.
 * @throws Error with its last answer past the deadline
 */
export const untilBack = async (client: KubeClient, patienceMs: number): Promise<void> => {
  await untilHealthy(client, patienceMs);
  const streams = '/apis/image.openshift.io/v1/imagestreams?limit=1';
  await until(patienceMs, () => client.get(streams));
};
