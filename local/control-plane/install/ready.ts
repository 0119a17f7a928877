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

/**
 * Waits until all deployments, aggregated APIs and webhooks answer.
 * @throws Error with what is not ready past the deadline
 */
export const untilReady = async (client: KubeClient, patienceMs: number): Promise<void> => {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const problems = await problemsOf(client);
    if (problems.length === 0) return;
    if (Date.now() > deadline)
      throw new Error(`The control plane did not become ready: ${problems.join('; ')}.`);
    await setTimeout(pauseMs);
  }
};

/**
 * Waits until an API server is healthy.
 * @throws Error with the last answer past the deadline
 */
export const untilHealthy = async (client: KubeClient, patienceMs: number): Promise<void> => {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      await client.get('/api/v1/namespaces/kube-system');
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await setTimeout(pauseMs);
    }
  }
};
