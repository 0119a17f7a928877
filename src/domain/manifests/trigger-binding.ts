import { apiVersionOf } from '../../k8s/resource';
import { triggerBindingKind } from '../../k8s/trigger-binding';
import type { TriggerBindingManifest } from '../../k8s/trigger-binding';
import { managedLabels } from '../marks';
import type { StreamRef } from '../push';
import { bindingName, bindingParams } from '../push-fields';

/**
 * The fields of a push as parameters, shared by all image triggers of a namespace: those that watch
 * ImageStreams, or those that watch all Images.
 */
export const triggerBindingManifest = (
  namespace: string,
  stream?: StreamRef,
): TriggerBindingManifest => ({
  apiVersion: apiVersionOf(triggerBindingKind),
  kind: triggerBindingKind.kind,
  metadata: { name: bindingName(stream), namespace, labels: managedLabels },
  spec: { params: bindingParams(stream).map(({ param, value }) => ({ name: param, value })) },
});
