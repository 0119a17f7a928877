import { eventListenerKind } from '../k8s/event-listener';
import type { ResourceKind } from '../k8s/resource';
import { triggerKind } from '../k8s/trigger';
import { triggerTemplateKind } from '../k8s/trigger-template';
import { patch } from './shop';
import type { Shop } from './shop';

const namespace = 'supply-chain';

/** Puts the mark on an object that Argo CD puts on what an Application applies. */
export const track = (cluster: Shop, kind: ResourceKind, name: string): Promise<void> => {
  const self = `${kind.apiGroup ?? ''}/${kind.kind}:${namespace}/${name}`;
  const annotations = { 'argocd.argoproj.io/tracking-id': `shop:${self}` };
  return patch(cluster, { kind, namespace, name }, { metadata: { annotations } });
};

/** Marks lane 1 and the template of the shop's trigger `print-orders`. */
export const trackTrigger = async (cluster: Shop): Promise<void> => {
  await track(cluster, triggerKind, 'print-orders');
  await track(cluster, triggerTemplateKind, 'print-orders');
};

/** Marks the listener that triggers share. */
export const trackListener = (cluster: Shop): Promise<void> =>
  track(cluster, eventListenerKind, 'image-triggers');
