import { apiVersionOf } from '../../k8s/resource';
import type { Manifest } from '../../k8s/resource';
import { serviceAccountKind } from '../../k8s/service-account';
import { managedLabels } from '../marks';

/** An account of the relay; what it may do is in its Role. */
export const serviceAccountManifest = (namespace: string, name: string): Manifest => ({
  apiVersion: apiVersionOf(serviceAccountKind),
  kind: serviceAccountKind.kind,
  metadata: { name, namespace, labels: managedLabels },
});
