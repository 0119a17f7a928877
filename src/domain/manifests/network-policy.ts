import { networkPolicyKind } from '../../k8s/network-policy';
import type { NetworkPolicyManifest } from '../../k8s/network-policy';
import { apiVersionOf } from '../../k8s/resource';
import { managedLabels } from '../marks';
import { receiverName } from '../relay-names';
import type { Watch } from '../relay-names';

/**
 * Only the sources of this namespace may reach the listener: it does not authenticate its callers,
 * and any pod that reaches it could start a run with a made-up image. The labels are Triggers' on
 * the listener's pods and Knative's on the adapters' (knative/eventing,
 * pkg/reconciler/apiserversource/resources/labels.go).
 */
export const networkPolicyManifest = ({ namespace, streams }: Watch): NetworkPolicyManifest => ({
  apiVersion: apiVersionOf(networkPolicyKind),
  kind: networkPolicyKind.kind,
  metadata: { name: receiverName(streams), namespace, labels: managedLabels },
  spec: {
    podSelector: { matchLabels: { eventlistener: receiverName(streams) } },
    policyTypes: ['Ingress'],
    ingress: [
      {
        from: [
          {
            podSelector: {
              matchExpressions: [{ key: 'eventing.knative.dev/sourceName', operator: 'Exists' }],
            },
          },
        ],
        ports: [{ protocol: 'TCP', port: 8080 }],
      },
    ],
  },
});
