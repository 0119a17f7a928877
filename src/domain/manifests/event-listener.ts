import { eventListenerKind } from '../../k8s/event-listener';
import type { EventListenerManifest } from '../../k8s/event-listener';
import { apiVersionOf } from '../../k8s/resource';
import { listenerGroups } from '../event-groups';
import { listenerAccountName, relayName, managedLabels } from '../marks';

/**
 * The listener of a namespace: it picks up every active lane by its label, without a restart.
 * `spec.triggers` holds one entry that never fires: an empty list does not survive Triggers'
 * webhook, and the Pipelines plugin's "Remove trigger" reads the field of every listener
 * unguarded (openshift-pipelines/console-plugin, src/components/start-pipeline/remove-utils.ts).
 */
export const eventListenerManifest = (namespace: string): EventListenerManifest => ({
  apiVersion: apiVersionOf(eventListenerKind),
  kind: eventListenerKind.kind,
  metadata: { name: relayName, namespace, labels: managedLabels },
  spec: {
    serviceAccountName: listenerAccountName,
    triggers: [
      {
        name: 'inert',
        interceptors: [
          {
            ref: { name: 'cel', kind: 'ClusterInterceptor' },
            params: [{ name: 'filter', value: 'false' }],
          },
        ],
        template: { ref: 'image-triggers-none' },
      },
    ],
    triggerGroups: listenerGroups(),
    resources: { kubernetesResource: { replicas: 1 } },
  },
});
