import type { ApiServerSource } from '../../../../src/k8s/api-server-source';
import type { Stored } from '../../object';
import { resources } from '../../resources';
import type { Store } from '../../store';
import type { ChainContext } from '../context';
import { aggregate, withVerdicts, type Verdict } from '../workload/conditions';
import { childName, controllerOf, deploymentSpec } from '../workload/deployment';
import { changesRights } from '../workload/pod-runner';
import { ensure, reconcileOwners, report } from '../workload/reconcile';
import type { AdapterConfig } from './config';
import { watchesOf } from './resource-watches';
import {
  deployedVerdict,
  missingRights,
  namespacesOf,
  oidcVerdict,
  selectsAll,
  sinkOf,
} from './source-state';

const image =
  'registry.redhat.io/openshift-serverless-1/kn-eventing-apiserver-receive-adapter-rhel9';

const deploy = (
  store: Store,
  source: Stored<ApiServerSource>,
  { sinkUri, namespaces }: { sinkUri: string; namespaces: string[] },
): Verdict => {
  const { name, namespace = '', uid } = source.metadata;
  const config: AdapterConfig = {
    namespaces,
    allNamespaces: selectsAll(source),
    resources: watchesOf(source),
    mode: source.spec?.mode ?? 'Reference',
  };
  const labels = {
    'eventing.knative.dev/source': 'apiserver-source-controller',
    'eventing.knative.dev/sourceName': name,
  };
  const metadata = {
    name: childName(`apiserversource-${name}-`, uid),
    namespace,
    labels,
    ownerReferences: [controllerOf(source)],
  };
  const env = [
    { name: 'K_SINK', value: sinkUri },
    { name: 'K_SOURCE_CONFIG', value: JSON.stringify(config) },
    { name: 'NAME', value: name },
  ];
  const serviceAccountName = source.spec?.serviceAccountName ?? 'default';
  const container = { name: 'receive-adapter', image, env };
  const spec = deploymentSpec({ labels, serviceAccountName, container }, 1);
  const deployment = ensure(store, resources.deployments, { metadata, spec });
  return deployedVerdict(metadata.name, deployment.status?.conditions ?? []);
};

interface State {
  sinkUri?: string;
  namespaces: string[];
  verdicts: Verdict[];
}

const unchecked: readonly Verdict[] = [
  { type: 'SufficientPermissions', status: 'Unknown' },
  { type: 'Deployed', status: 'Unknown' },
];

/** Each step only where the one before it went well: sink, rights, Deployment. */
const reconcile = (context: ChainContext, source: Stored<ApiServerSource>): State => {
  const sinkUri = sinkOf(context, source);
  if (sinkUri === undefined) {
    const noSink: Verdict = { type: 'SinkProvided', status: 'False', reason: 'NotFound' };
    return { namespaces: [], verdicts: [noSink, ...unchecked] };
  }
  const namespaces = namespacesOf(context, source);
  const sink: Verdict = { type: 'SinkProvided', status: 'True' };
  const message = missingRights(context, source, namespaces);
  if (message !== '') {
    const refused: Verdict = { type: 'SufficientPermissions', status: 'False', message };
    return { sinkUri, namespaces, verdicts: [sink, refused, ...unchecked.slice(1)] };
  }
  const permitted: Verdict = { type: 'SufficientPermissions', status: 'True' };
  const deployed = deploy(context.store, source, { sinkUri, namespaces });
  return { sinkUri, namespaces, verdicts: [sink, permitted, deployed] };
};

/**
 * Makes the adapter's Deployment of every ApiServerSource and reports its state (knative/eventing
 * pkg/reconciler/apiserversource/apiserversource.go ReconcileKind).
 *
 * @returns the function that ends it
 */
export const startSourceController = (context: ChainContext): (() => void) => {
  const { store } = context;
  return reconcileOwners(context, resources.apiServerSources, {
    reconcile: (source) => {
      const { verdicts, ...fields } = reconcile(context, source);
      const all = [...verdicts, oidcVerdict];
      report(store, resources.apiServerSources, {
        key: source.metadata,
        status: (current) => ({
          ...fields,
          observedGeneration: current.metadata.generation,
          conditions: withVerdicts(
            current.status?.conditions,
            [...all, aggregate('Ready', all)],
            store.clock.timestamp(),
          ),
        }),
      });
    },
    concernsAll: (event) =>
      changesRights(event) ||
      event.definition === resources.namespaces ||
      // What sinks refer to: upstream, a tracker tells of each source's own.
      event.definition === resources.services ||
      event.definition === resources.eventListeners,
  });
};
