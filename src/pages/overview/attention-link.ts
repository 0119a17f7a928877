import { historyPath, objectPath, triggerPath, triggersPath } from '../../components/paths';
import type { HistoryFilter } from '../../components/paths';
import type { Attention } from '../../domain/attention';
import type { HistoryRow } from '../../domain/history';
import { triggerKey } from '../../domain/image-trigger';
import type { Translate } from '../../i18n/use-t';
import { apiServerSourceKind } from '../../k8s/api-server-source';
import { eventListenerKind } from '../../k8s/event-listener';
import { imageStreamKind } from '../../k8s/image-stream';

export interface ItemLink {
  readonly title: string;
  readonly to: string;
}

const pushes = (
  t: Translate,
  trigger: HistoryRow['trigger'],
  { namespace, ...filter }: HistoryFilter & { readonly namespace: string | undefined },
): ItemLink => ({
  title: t('Show pushes'),
  to: historyPath(namespace, { trigger: triggerKey(trigger), ...filter }),
});

const triggersOf = (t: Translate, namespace: string): ItemLink => ({
  title: t('Show triggers'),
  to: triggersPath(namespace),
});

/** Where something is put right; undefined where that is on this page, or nowhere. */
export const attentionLink = (
  t: Translate,
  item: Attention,
  namespace: string | undefined,
): ItemLink | undefined => {
  switch (item.code) {
    case 'prerequisite':
      return undefined;
    case 'listener': {
      const { namespace: home, listener } = item.relay;
      return listener.health.state === 'missing'
        ? triggersOf(t, home)
        : {
            title: t('Show listener'),
            to: objectPath(eventListenerKind, { namespace: home, name: listener.name }),
          };
    }
    case 'overload':
      return triggersOf(t, item.relay.namespace);
    case 'source': {
      const { relay, source } = item;
      return source.health.state === 'missing'
        ? triggersOf(t, relay.namespace)
        : {
            title: t('Show event source'),
            to: objectPath(apiServerSourceKind, {
              namespace: relay.namespace,
              name: source.name,
            }),
          };
    }
    case 'trigger':
      return { title: t('Show trigger'), to: triggerPath(item.trigger) };
    case 'missed':
      return pushes(t, item.trigger, { namespace, status: 'missed', range: '24h' });
    case 'unverified':
      return pushes(t, item.trigger, { namespace, status: 'unverified', range: '24h' });
    case 'current-missed':
      return pushes(t, item.trigger, { namespace, status: 'missed', only: 'newest' });
    case 'current-alias':
      return pushes(t, item.trigger, { namespace, status: 'alias', only: 'newest' });
    case 'current-failed':
      return pushes(t, item.trigger, { namespace, status: 'failed', only: 'newest' });
    case 'current-cancelled':
      return pushes(t, item.trigger, { namespace, status: 'cancelled', only: 'newest' });
    case 'import':
      return {
        title: t('Show ImageStream'),
        to: objectPath(imageStreamKind, item.stream),
      };
    case 'project':
      return item.problem.code === 'forbidden'
        ? { title: t('Show RoleBindings'), to: `/k8s/ns/${item.namespace}/rolebindings` }
        : undefined;
  }
};
