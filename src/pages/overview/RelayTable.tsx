import { clusterImages } from '../../domain/push';
import type { ReactNode } from 'react';
import { Label } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { ExplainedLabel } from '../../components/ExplainedLabel';
import { KindLink } from '../../components/KindLink';
import type { PartHealth } from '../../domain/health';
import type { PodCost, RelayCost } from '../../domain/relay-pods';
import type { RelayLoad } from '../../domain/relay-capacity';
import type { RelayPart, RelaySource, RelayStatus } from '../../domain/relay-status';
import { findingText } from '../../i18n/finding-text';
import { useT } from '../../i18n/use-t';
import { apiServerSourceKind } from '../../k8s/api-server-source';
import { eventListenerKind } from '../../k8s/event-listener';
import { namespaceKind } from '../../k8s/namespace';
import type { ResourceKind } from '../../k8s/resource';
import { podsText, requestsText } from './cost-text';

/** What is known of a relay's pods; undefined where the user may not look. */
type Cost = RelayCost | 'loading' | 'failed' | undefined;

const PartHealthLabel = ({ health }: { readonly health: PartHealth }) => {
  const t = useT();
  if (health.state === 'not-ready')
    return (
      <ExplainedLabel title={t('Not ready')} look={{ status: 'danger' }}>
        {health.message === '' ? t('Its controller has not said why.') : health.message}
      </ExplainedLabel>
    );
  return health.state === 'ready' ? (
    <Label status="success" isCompact>
      {t('Ready')}
    </Label>
  ) : (
    <Label status="danger" isCompact>
      {t('Missing')}
    </Label>
  );
};

const OverloadLabel = ({ load }: { readonly load: RelayLoad }) => {
  const t = useT();
  return (
    <>
      {' '}
      <ExplainedLabel title={t('Overload')} look={{ status: 'warning' }}>
        {findingText(t, { code: 'overload', ...load })}
      </ExplainedLabel>
    </>
  );
};

const UsedBy = ({ triggers, paused }: Pick<RelayPart, 'triggers' | 'paused'>) => {
  const t = useT();
  return paused === 0
    ? t('{{count}} triggers', { count: triggers })
    : t('{{count}} triggers, {{paused}} of them paused', { count: triggers, paused });
};

const useCostTexts = () => {
  const t = useT();
  return (cost: Cost, part: (cost: RelayCost) => PodCost | undefined): [string, string] => {
    if (cost === 'loading') return [t('Counting'), ''];
    const known = typeof cost === 'object' ? part(cost) : undefined;
    return known ? [podsText(t, known), requestsText(t, known)] : [t('Cannot be read'), ''];
  };
};

/** Where no pod requests anything, that is said once, above the table. */
const declaresAny = (cost: Cost): boolean => typeof cost === 'object' && cost.all.declaring > 0;

interface PartRow {
  readonly key: string;
  readonly kind: ResourceKind;
  /** The project whose ImageStreams a source watches; undefined for a listener. */
  readonly source: RelaySource | undefined;
  readonly part: RelayPart;
  /** Of a listener, where it is too high. */
  readonly overload: RelayLoad | undefined;
  readonly cost: (cost: RelayCost) => PodCost | undefined;
}

const partsOf = ({ listener, overload, sources }: RelayStatus): PartRow[] => [
  {
    key: 'listener',
    kind: eventListenerKind,
    source: undefined,
    part: listener,
    overload,
    cost: (cost) => cost.listener,
  },
  ...sources.map((source, index): PartRow => ({
    key: source.name,
    kind: apiServerSourceKind,
    source,
    part: source,
    overload: undefined,
    cost: (cost) => cost.sources[index],
  })),
];

/** A link to the object, where there is one. */
const PartName = ({ row, namespace }: { readonly row: PartRow; readonly namespace: string }) => {
  const { kind, part } = row;
  return part.health.state === 'missing' ? (
    <>
      {kind.label} {part.name}
    </>
  ) : (
    <KindLink kind={kind} namespace={namespace} name={part.name} />
  );
};

const Task = ({ source }: { readonly source: RelaySource | undefined }): ReactNode => {
  const t = useT();
  if (!source) return t('Receives events');
  if (source.streams === clusterImages.namespace) return t('Watches all Images of the cluster');
  return source.streams === undefined ? (
    t('Watches projects that cannot be told')
  ) : (
    <>
      {t('Watches')} <KindLink kind={namespaceKind} name={source.streams} />
    </>
  );
};

export interface RelayTableProps {
  readonly relays: readonly RelayStatus[];
  readonly costOf: (relay: RelayStatus) => Cost;
}

/** The project of a relay, with what the whole relay costs. */
const RelayHeader = ({
  relay,
  titles,
  texts: [pods, requests],
}: {
  readonly relay: RelayStatus;
  readonly titles: { readonly pods: string; readonly requests?: string };
  readonly texts: readonly [string, string];
}) => (
  <Tr>
    <Th colSpan={4} scope="rowgroup">
      <KindLink kind={namespaceKind} name={relay.namespace} />
    </Th>
    <Td dataLabel={titles.pods} modifier="nowrap">
      <strong>{pods}</strong>
    </Td>
    {titles.requests !== undefined && (
      <Td dataLabel={titles.requests}>
        <strong>{requests}</strong>
      </Td>
    )}
  </Tr>
);

/** A group for each project: its listener and its event sources, with their health and pods. */
export const RelayTable = ({ relays, costOf }: RelayTableProps) => {
  const t = useT();
  const texts = useCostTexts();
  const titles = {
    part: t('Listener or event source'),
    task: t('Task'),
    health: t('Health'),
    triggers: t('Used by'),
    pods: t('Pods'),
    ...(relays.some((relay) => declaresAny(costOf(relay))) ? { requests: t('Requests') } : {}),
  };
  return (
    <Table aria-label={t('Event sources and listeners')} variant="compact" gridBreakPoint="grid-lg">
      <Thead>
        <Tr>
          {Object.values(titles).map((title) => (
            <Th key={title} modifier="nowrap">
              {title}
            </Th>
          ))}
        </Tr>
      </Thead>
      {relays.map((relay) => (
        <Tbody key={`${relay.namespace}/${relay.listener.name}`}>
          <RelayHeader
            relay={relay}
            titles={titles}
            texts={texts(costOf(relay), ({ all }) => all)}
          />
          {partsOf(relay).map((row) => {
            const [pods, requests] = texts(costOf(relay), row.cost);
            return (
              <Tr key={row.key}>
                {/* One box: in the narrow layout, every child would have a place of its own. */}
                <Td dataLabel={titles.part}>
                  <div>
                    <PartName row={row} namespace={relay.namespace} />
                  </div>
                </Td>
                <Td dataLabel={titles.task}>
                  <div>
                    <Task source={row.source} />
                  </div>
                </Td>
                <Td dataLabel={titles.health} modifier="nowrap">
                  <div>
                    <PartHealthLabel health={row.part.health} />
                    {row.overload && <OverloadLabel load={row.overload} />}
                  </div>
                </Td>
                <Td dataLabel={titles.triggers}>
                  <UsedBy {...row.part} />
                </Td>
                <Td dataLabel={titles.pods} modifier="nowrap">
                  {pods}
                </Td>
                {titles.requests !== undefined && <Td dataLabel={titles.requests}>{requests}</Td>}
              </Tr>
            );
          })}
        </Tbody>
      ))}
    </Table>
  );
};
