import { apiServerSourceKind } from '../../k8s/api-server-source';
import type { ApiServerSourceManifest } from '../../k8s/api-server-source';
import { imageKind } from '../../k8s/image';
import { imageStreamKind } from '../../k8s/image-stream';
import { apiVersionOf } from '../../k8s/resource';
import { managedLabels, sourceAccountName } from '../marks';
import type { Watch } from '../relay-names';
import { receiverName, sourceName, watchesImages } from '../relay-names';

/** The port of an EventListener's Service (tektoncd/triggers, pkg/reconciler/eventlistener). */
const listenerPort = 8080;

/**
 * The source of one watched namespace. One source a namespace, because a changed namespaceSelector
 * rolls the adapter, and pushes made meanwhile are lost. The sink is a URI, because a reference to
 * the Service resolves to port 80 and still says Ready.
 */
export const apiServerSourceManifest = (watch: Watch): ApiServerSourceManifest => ({
  apiVersion: apiVersionOf(apiServerSourceKind),
  kind: apiServerSourceKind.kind,
  metadata: { name: sourceName(watch.streams), namespace: watch.namespace, labels: managedLabels },
  spec: {
    mode: 'Resource',
    serviceAccountName: sourceAccountName,
    ...(watchesImages(watch)
      ? { resources: [{ apiVersion: apiVersionOf(imageKind), kind: imageKind.kind }] }
      : {
          resources: [{ apiVersion: apiVersionOf(imageStreamKind), kind: imageStreamKind.kind }],
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': watch.streams } },
        }),
    sink: {
      uri: `http://el-${receiverName(watch.streams)}.${watch.namespace}.svc.cluster.local:${listenerPort}`,
    },
  },
});
