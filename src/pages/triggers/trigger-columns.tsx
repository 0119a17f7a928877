import type { ReactNode } from 'react';
import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { ChainName } from '../../components/ChainName';
import type { Column } from '../../components/DataTable';
import { HealthLabel } from '../../components/HealthLabel';
import { KindLink } from '../../components/KindLink';
import { RowStatus } from '../../components/RowStatus';
import { TriggerLink } from '../../components/TriggerLink';
import { foundPipelineText, scopeText } from '../../i18n/found-chain-text';
import { tagRuleText } from '../../i18n/form-text';
import { pushStatusText } from '../../i18n/status-text';
import type { Translate } from '../../i18n/use-t';
import { imageStreamKind } from '../../k8s/image-stream';
import { pipelineKind } from '../../k8s/pipeline';
import { projectKind } from '../../k8s/project';
import { nameOfRow, namespaceOfRow, pipelineOfRow } from './trigger-row';
import type { TriggerRow } from './trigger-row';

const unreadable = (t: Translate): string => t('Changed by hand');

const scopesText = (t: Translate, row: TriggerRow): string[] =>
  row.origin === 'found' ? row.chain.scopes.map((scope) => scopeText(t, scope)) : [];

const streamCell = (t: Translate, row: TriggerRow): ReactNode => {
  if (row.origin === 'found') return scopesText(t, row).map((text) => <div key={text}>{text}</div>);
  const { binding } = row.trigger;
  return binding ? <KindLink kind={imageStreamKind} {...binding.stream} /> : unreadable(t);
};

const ruleText = (t: Translate, row: TriggerRow): string | undefined => {
  if (row.origin === 'found')
    return row.chain.filtered ? t('Decided by interceptors') : tagRuleText(t, { kind: 'any' });
  const { binding } = row.trigger;
  return binding && tagRuleText(t, binding.rule);
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
    cell: (row) => <KindLink kind={projectKind} name={namespaceOfRow(row)} />,
    sortKey: namespaceOfRow,
  },
  {
    id: 'stream',
    title: t('ImageStream'),
    cell: (row) => streamCell(t, row),
    sortKey: (row) =>
      row.origin === 'managed' ? row.trigger.binding?.stream.name : scopesText(t, row)[0],
  },
  {
    id: 'rule',
    title: t('Tags'),
    cell: (row) => ruleText(t, row) ?? unreadable(t),
    sortKey: (row) => ruleText(t, row),
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
    id: 'pushed',
    title: t('Last push'),
    cell: ({ last }) => (last ? <Timestamp timestamp={last.created} /> : t('None yet')),
    sortKey: ({ last }) => last?.created,
  },
  {
    id: 'result',
    title: t('Last result'),
    nowrap: true,
    cell: ({ last }) => last && <RowStatus row={last} />,
    sortKey: ({ last }) => last && pushStatusText[last.status].title(t),
  },
  {
    id: 'actions',
    title: t('Actions'),
    isAction: true,
    cell: menuOf,
  },
];
