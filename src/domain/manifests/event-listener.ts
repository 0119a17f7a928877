import { eventListenerKind } from '../../k8s/event-listener';
import type { EventListenerManifest } from '../../k8s/event-listener';
import { apiVersionOf } from '../../k8s/resource';
import { imageSelector, listenerGroups } from '../event-groups';
import { listenerAccountName, managedLabels } from '../marks';
import { receiverName, watchesImages } from '../relay-names';
import type { Watch } from '../relay-names';

/**
 * The listener of a namespace, for its ImageStreams or for all Images: it picks up every active lane by its label, without a restart.
 * `spec.triggers` holds one entry that never fires: an empty list does not survive Triggers'
 * webhook, and the Pipelines plugin's "Remove trigger" reads the field of every listener
 * unguarded (openshift-pipelines/console-plugin, src/components/start-pipeline/remove-utils.ts).
 */
export const eventListenerManifest = ({ namespace, streams }: Watch): EventListenerManifest => ({
  apiVersion: apiVersionOf(eventListenerKind),
  kind: eventListenerKind.kind,
  metadata: { name: receiverName(streams), namespace, labels: managedLabels },
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
    ...(watchesImages({ streams }) ? imageSelector() : { triggerGroups: listenerGroups() }),
    resources: { kubernetesResource: { replicas: 1 } },
  },
});
