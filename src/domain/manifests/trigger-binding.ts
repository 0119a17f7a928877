import { apiVersionOf } from '../../k8s/resource';
import { triggerBindingKind } from '../../k8s/trigger-binding';
import type { TriggerBindingManifest } from '../../k8s/trigger-binding';
import { managedLabels, relayName } from '../marks';
import { bindingParams } from '../push-fields';

/** The fields of a push as parameters, shared by all image triggers of a namespace. */
export const triggerBindingManifest = (namespace: string): TriggerBindingManifest => ({
  apiVersion: apiVersionOf(triggerBindingKind),
  kind: triggerBindingKind.kind,
  metadata: { name: relayName, namespace, labels: managedLabels },
  spec: { params: bindingParams.map(({ param, value }) => ({ name: param, value })) },
});
