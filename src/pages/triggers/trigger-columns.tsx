import type { ReactNode } from 'react';
import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { Content } from '@patternfly/react-core';
import { ChainName } from '../../components/ChainName';
import type { Column } from '../../components/DataTable';
import { HealthLabel } from '../../components/HealthLabel';
import { KindLink } from '../../components/KindLink';
import { StreamLink } from '../../components/StreamLink';
import { RowStatus } from '../../components/RowStatus';
import { Sparkline } from '../../components/Sparkline';
import { TriggerLink } from '../../components/TriggerLink';
import type { AnyRow } from '../../domain/found-chain/found-row';
import { foundPipelineText, scopeText } from '../../i18n/found-chain-text';
import { tagRuleText } from '../../i18n/form-text';
import { useT } from '../../i18n/use-t';
import type { Translate } from '../../i18n/use-t';
import { pipelineKind } from '../../k8s/pipeline';
import { namespaceKind } from '../../k8s/namespace';
import { lastOf, nameOfRow, namespaceOfRow, pipelineOfRow } from './trigger-row';
import type { TriggerRow } from './trigger-row';

const unreadable = (t: Translate): string => t('Changed by hand');

const scopesText = (t: Translate, row: TriggerRow): string[] =>
  row.origin === 'found' ? row.chain.scopes.map((scope) => scopeText(t, scope)) : [];

const ruleText = (t: Translate, row: TriggerRow): string | undefined => {
  if (row.origin === 'found')
    return row.chain.filtered ? t('Decided by interceptors') : tagRuleText(t, { kind: 'any' });
  const { binding } = row.trigger;
  return binding && tagRuleText(t, binding.rule, binding.stream);
};

const StreamCell = ({ row }: { readonly row: TriggerRow }) => {
  const t = useT();
  if (row.origin === 'managed' && !row.trigger.binding) return unreadable(t);
  return (
    <>
      {row.origin === 'managed' && row.trigger.binding && (
        <StreamLink stream={row.trigger.binding.stream} />
      )}
      {scopesText(t, row).map((text) => (
        <div key={text}>{text}</div>
      ))}
      <Content component="small">{ruleText(t, row)}</Content>
    </>
  );
};

const pipelineCell = (t: Translate, row: TriggerRow): ReactNode => {
  if (row.origin === 'managed') {
    const { namespace, pipeline } = row.trigger;
    return (
      pipeline !== undefined && (
        <KindLink kind={pipelineKind} namespace={namespace} name={pipeline} />
      )
    );
  }
  const { pipeline } = row.chain;
  if (!pipeline) return undefined;
  return pipeline.kind === 'named' ? (
    <KindLink kind={pipelineKind} namespace={pipeline.namespace} name={pipeline.name} />
  ) : (
    foundPipelineText[pipeline.kind](t)
  );
};

const lastPushCell = (t: Translate, last: AnyRow | undefined): ReactNode =>
  last ? (
    <>
      <RowStatus row={last} />
      <Content component="small">
        <Timestamp timestamp={last.created} />
      </Content>
    </>
  ) : (
    t('None yet')
  );

/** The columns of the list of image triggers. */
export const triggerColumns = (
  t: Translate,
  menuOf: (row: TriggerRow) => ReactNode,
): Column<TriggerRow>[] => [
  {
    id: 'name',
    title: t('Name'),
    cell: (row) =>
      row.origin === 'managed' ? (
        <TriggerLink trigger={row.trigger} />
      ) : (
        <ChainName chain={row.chain} />
      ),
    sortKey: nameOfRow,
  },
  {
    id: 'namespace',
    title: t('Namespace'),
    cell: (row) => <KindLink kind={namespaceKind} name={namespaceOfRow(row)} />,
    sortKey: namespaceOfRow,
  },
  {
    id: 'stream',
    title: t('ImageStream and tags'),
    cell: (row) => <StreamCell row={row} />,
    sortKey: (row) =>
      row.origin === 'managed' ? row.trigger.binding?.stream.name : scopesText(t, row)[0],
  },
  {
    id: 'pipeline',
    title: t('Pipeline'),
    cell: (row) => pipelineCell(t, row),
    sortKey: pipelineOfRow,
  },
  {
    id: 'health',
    title: t('Health'),
    nowrap: true,
    cell: ({ health }) => health && <HealthLabel health={health} />,
    sortKey: ({ health }) => health?.length,
  },
  {
    id: 'recent',
    title: t('Recent results'),
    cell: ({ recent }) => recent.length > 0 && <Sparkline rows={recent} />,
  },
  {
    id: 'result',
    title: t('Last push'),
    nowrap: true,
    cell: (row) => lastPushCell(t, lastOf(row)),
    sortKey: (row) => lastOf(row)?.created,
  },
  {
    id: 'actions',
    title: t('Actions'),
    isAction: true,
    cell: menuOf,
  },
];
