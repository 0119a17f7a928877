import { apiVersionOf } from '../../k8s/resource';
import { triggerBindingKind } from '../../k8s/trigger-binding';
import type { TriggerBindingManifest } from '../../k8s/trigger-binding';
import { managedLabels } from '../marks';
import { clusterImages } from '../push';
import { bindingParams } from '../push-fields';
import { receiverName, watchesImages } from '../relay-names';
import type { Watch } from '../relay-names';

/**
 * The fields of a push as parameters, shared by all image triggers of a namespace: those that watch
 * ImageStreams, or those that watch all Images.
 */
export const triggerBindingManifest = ({ namespace, streams }: Watch): TriggerBindingManifest => ({
  apiVersion: apiVersionOf(triggerBindingKind),
  kind: triggerBindingKind.kind,
  metadata: { name: receiverName(streams), namespace, labels: managedLabels },
  spec: {
    params: bindingParams(watchesImages({ streams }) ? clusterImages : undefined).map(
      ({ param, value }) => ({ name: param, value }),
    ),
  },
});
