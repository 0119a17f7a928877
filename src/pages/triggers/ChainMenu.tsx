import { ActionsMenu } from '../../components/ActionsMenu';
import { historyPath, objectPath, takeOverPath, triggerPath } from '../../components/paths';
import { useMay } from '../../cluster/use-access';
import type { FoundChain } from '../../domain/found-chain/found-chain';
import type { ObjectRef } from '../../domain/found-chain/sink';
import type { ImageTrigger } from '../../domain/image-trigger';
import { takeOverRefusal } from '../../domain/take-over/draft-of-chain';
import { mayNotCreateText } from '../../i18n/access-text';
import { takeOverRefusalText } from '../../i18n/take-over-text';
import { useT } from '../../i18n/use-t';
import { apiServerSourceKind } from '../../k8s/api-server-source';
import { eventListenerKind } from '../../k8s/event-listener';
import type { ResourceKind } from '../../k8s/resource';
import { triggerBindingKind } from '../../k8s/trigger-binding';
import { triggerKind } from '../../k8s/trigger';
import { triggerTemplateKind } from '../../k8s/trigger-template';

/** The objects of a chain in the order in which an event passes them. */
const objectsOf = (chain: FoundChain): (readonly [ResourceKind, ObjectRef])[] => [
  ...chain.sources.map((source) => [apiServerSourceKind, source] as const),
  [eventListenerKind, chain.listener],
  ...chain.bindings.map((binding) => [triggerBindingKind, binding] as const),
  ...(chain.template ? [[triggerTemplateKind, chain.template] as const] : []),
];

/** Leads from a chain that was found to its runs and its objects, and to taking its place. */
export const ChainMenu = ({
  chain,
  takenBy,
  namespace,
}: {
  readonly chain: FoundChain;
  /** A trigger that takes it over. */
  readonly takenBy: ImageTrigger | undefined;
  /** The project of the page. */
  readonly namespace: string | undefined;
}) => {
  const t = useT();
  const home = chain.runNamespace;
  const mayCreate = useMay({ kind: triggerKind, verb: 'create', namespace: home });
  const refusal = takeOverRefusal(chain);
  const mayNot = mayCreate === false ? mayNotCreateText(t, home) : undefined;
  return (
    <ActionsMenu
      isKebab
      subject={chain.name}
      actions={[
        ...(takenBy
          ? [{ title: t('Go on with the take-over'), to: triggerPath(takenBy) }]
          : [
              {
                title: t('Take over'),
                to: takeOverPath(namespace, chain.key),
                refusal: refusal ? takeOverRefusalText[refusal](t) : mayNot,
              },
            ]),
        { title: t('Show runs'), to: historyPath(namespace, { trigger: chain.key }) },
        ...objectsOf(chain).map(([kind, ref]) => ({
          title: t('Open {{kind}} {{name}}', { kind: kind.label, name: ref.name }),
          to: objectPath(kind, ref),
        })),
      ]}
    />
  );
};
