import { ActionsMenu } from '../../components/ActionsMenu';
import { historyPath, objectPath } from '../../components/paths';
import type { FoundChain } from '../../domain/found-chain/found-chain';
import type { ObjectRef } from '../../domain/found-chain/sink';
import { useT } from '../../i18n/use-t';
import { apiServerSourceKind } from '../../k8s/api-server-source';
import { eventListenerKind } from '../../k8s/event-listener';
import type { ResourceKind } from '../../k8s/resource';
import { triggerBindingKind } from '../../k8s/trigger-binding';
import { triggerTemplateKind } from '../../k8s/trigger-template';

/** The objects of a chain in the order in which an event passes them. */
const objectsOf = (chain: FoundChain): (readonly [ResourceKind, ObjectRef])[] => [
  ...chain.sources.map((source) => [apiServerSourceKind, source] as const),
  [eventListenerKind, chain.listener],
  ...chain.bindings.map((binding) => [triggerBindingKind, binding] as const),
  ...(chain.template ? [[triggerTemplateKind, chain.template] as const] : []),
];

/** Leads from a chain that was found to its runs and its objects: nothing of it is changed here. */
export const ChainMenu = ({
  chain,
  namespace,
}: {
  readonly chain: FoundChain;
  /** The project of the page. */
  readonly namespace: string | undefined;
}) => {
  const t = useT();
  return (
    <ActionsMenu
      isKebab
      subject={chain.name}
      actions={[
        { title: t('Show runs'), to: historyPath(namespace, { trigger: chain.key }) },
        ...objectsOf(chain).map(([kind, ref]) => ({
          title: t('Open {{kind}} {{name}}', { kind: kind.label, name: ref.name }),
          to: objectPath(kind, ref),
        })),
      ]}
    />
  );
};
