import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { Label } from '@patternfly/react-core';
import type { NavigateFunction } from 'react-router';
import { ActionsMenu } from '../../components/ActionsMenu';
import type { Column } from '../../components/DataTable';
import { Digest } from '../../components/Digest';
import { KindLink } from '../../components/KindLink';
import { RowStatus } from '../../components/RowStatus';
import { TagList } from '../../components/TagList';
import { TriggerLink } from '../../components/TriggerLink';
import { newTriggerPath } from '../../components/paths';
import type { StreamRow } from '../../domain/stream-row';
import { mayNotCreateText } from '../../i18n/access-text';
import { pushStatusText } from '../../i18n/status-text';
import type { Translate } from '../../i18n/use-t';
import { imageStreamKind } from '../../k8s/image-stream';
import { namespaceKind } from '../../k8s/namespace';

const LastPush = ({ push }: { readonly push: NonNullable<StreamRow['lastPush']> }) => (
  <>
    <Timestamp timestamp={push.created} />
    <div>
      {push.tags.join(', ')} <Digest digest={push.digest} />
    </div>
  </>
);

const Tags = ({ row, t }: { readonly row: StreamRow; readonly t: Translate }) => (
  <>
    <TagList tags={row.tags} />
    {row.failedImports.length > 0 && (
      <div>
        <Label status="warning" isCompact variant="outline">
          {t('Import failed: {{tags}}', { tags: row.failedImports.join(', ') })}
        </Label>
      </div>
    )}
  </>
);

export interface StreamColumnsOptions {
  readonly t: Translate;
  readonly namespace: string | undefined;
  readonly navigate: NavigateFunction;
  /** Whether the user may create Triggers in the project; undefined where nobody can say. */
  readonly allowed: boolean | undefined;
  /** Whether the pushes and runs are known. */
  readonly historyKnown: boolean;
}

/** The columns of the list of ImageStreams. */
export const streamColumns = ({
  t,
  namespace,
  navigate,
  allowed,
  historyKnown,
}: StreamColumnsOptions): Column<StreamRow>[] => [
  {
    id: 'name',
    title: t('Name'),
    width: 20,
    cell: ({ ref }) => <KindLink kind={imageStreamKind} {...ref} />,
    sortKey: ({ ref }) => ref.name,
  },
  ...(namespace === undefined
    ? [
        {
          id: 'namespace',
          title: t('Namespace'),
          cell: ({ ref }: StreamRow) => <KindLink kind={namespaceKind} name={ref.namespace} />,
          sortKey: ({ ref }: StreamRow) => ref.namespace,
        },
      ]
    : []),
  {
    id: 'tags',
    title: t('Tags'),
    cell: (row) => <Tags row={row} t={t} />,
    sortKey: ({ tags }) => tags.length,
  },
  {
    id: 'pushed',
    title: t('Last push'),
    nowrap: true,
    cell: ({ lastPush }) => (lastPush ? <LastPush push={lastPush} /> : t('Never')),
    sortKey: ({ lastPush }) => lastPush?.created,
  },
  {
    id: 'triggers',
    title: t('Triggers'),
    cell: ({ triggers }) =>
      triggers.length === 0
        ? historyKnown && t('Not bound')
        : triggers.map((trigger) => (
            <div key={trigger.uid}>
              <TriggerLink trigger={trigger} />
            </div>
          )),
    sortKey: ({ triggers }) => triggers.length,
  },
  {
    id: 'result',
    title: t('Last result'),
    nowrap: true,
    cell: ({ lastResult }) => lastResult && <RowStatus row={lastResult} />,
    sortKey: ({ lastResult }) => lastResult && pushStatusText[lastResult.status].title(t),
  },
  {
    id: 'actions',
    title: t('Actions'),
    isAction: true,
    cell: ({ ref }) => (
      <ActionsMenu
        isKebab
        subject={ref.name}
        actions={[
          {
            title: t('Create image trigger'),
            refusal: allowed === false ? mayNotCreateText(t, namespace) : undefined,
            onClick: () => void navigate(newTriggerPath(namespace, ref)),
          },
        ]}
      />
    ),
  },
];
