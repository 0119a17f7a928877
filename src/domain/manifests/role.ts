import { eventListenerKind } from '../../k8s/event-listener';
import { imageKind } from '../../k8s/image';
import { imageStreamKind } from '../../k8s/image-stream';
import { pipelineRunKind } from '../../k8s/pipeline-run';
import { apiVersionOf } from '../../k8s/resource';
import { clusterRoleKind, roleKind } from '../../k8s/role';
import type { RoleManifest } from '../../k8s/role';
import { triggerBindingKind } from '../../k8s/trigger-binding';
import { triggerKind } from '../../k8s/trigger';
import { triggerTemplateKind } from '../../k8s/trigger-template';
import { listenerAccountName, listenerClusterRoleName, managedLabels } from '../marks';
import type { Watch } from '../relay-names';
import { sourceRoleName, watchesImages } from '../relay-names';

const triggersGroup = 'triggers.tekton.dev';

/**
 * What the listener needs in its own namespace, and no more: no Secrets, no ConfigMaps. It waits for
 * the objects of all kinds that a Trigger can refer to before it listens, those too that ours never
 * refer to (tektoncd/triggers cmd/eventlistenersink/main.go). What may only be watched is never
 * there for a client-go before 0.35, which lists first; what may only be listed is seen late, and
 * the watch that is refused is tried again for ever. A scenario for each verb takes it away.
 */
export const listenerRoleManifest = (namespace: string): RoleManifest => ({
  apiVersion: apiVersionOf(roleKind),
  kind: roleKind.kind,
  metadata: { name: listenerAccountName, namespace, labels: managedLabels },
  rules: [
    {
      apiGroups: [triggersGroup],
      resources: [
        eventListenerKind.plural,
        triggerKind.plural,
        triggerBindingKind.plural,
        triggerTemplateKind.plural,
        'interceptors',
      ],
      verbs: ['list', 'watch'],
    },
    { apiGroups: ['tekton.dev'], resources: [pipelineRunKind.plural], verbs: ['create'] },
  ],
});

/** What the adapter needs where it watches; without `get`, SufficientPermissions stays False. */
export const sourceRoleManifest = (watch: Watch): RoleManifest => {
  const isOfImages = watchesImages(watch);
  const kind = isOfImages ? clusterRoleKind : roleKind;
  return {
    apiVersion: apiVersionOf(kind),
    kind: kind.kind,
    metadata: {
      name: sourceRoleName(watch),
      ...(!isOfImages && { namespace: watch.streams }),
      labels: managedLabels,
    },
    rules: [
      {
        apiGroups: ['image.openshift.io'],
        resources: [isOfImages ? imageKind.plural : imageStreamKind.plural],
        verbs: ['get', 'list', 'watch'],
      },
    ],
  };
};

/**
 * What every listener must read in the whole cluster, for the same reasons. A cluster admin installs
 * it, once.
 */
export const listenerClusterRoleManifest = (): RoleManifest => ({
  apiVersion: apiVersionOf(clusterRoleKind),
  kind: clusterRoleKind.kind,
  metadata: { name: listenerClusterRoleName },
  rules: [
    {
      apiGroups: [triggersGroup],
      resources: ['clusterinterceptors', 'clustertriggerbindings'],
      verbs: ['list', 'watch'],
    },
  ],
});
