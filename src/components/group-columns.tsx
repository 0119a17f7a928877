import { streamText } from '../i18n/stream-text';
import type { ReactNode } from 'react';
import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { Content } from '@patternfly/react-core';
import { Link } from 'react-router';
import { isFoundRow, ownerNameOf } from '../domain/found-chain/found-row';
import { shortDigest } from '../domain/push';
import { medianSecondsToRun, recentOf } from '../domain/push-groups';
import type { Grouping, PushGroup } from '../domain/push-groups';
import { groupingText } from '../i18n/group-text';
import type { Translate } from '../i18n/use-t';
import { ChainName } from './ChainName';
import type { Column } from './DataTable';
import { Digest } from './Digest';
import { secondsDurationText } from './duration';
import { StreamLink } from './StreamLink';
import { OutcomeCounts } from './OutcomeCounts';
import type { HistoryFilter } from './paths';
import { PushLink } from './PushLink';
import { RowStatus } from './RowStatus';
import { Sparkline } from './Sparkline';
import { TagList } from './TagList';
import { TriggerLink } from './TriggerLink';

/** Where the rows are that a filter leaves, beside what is filtered for already. */
export type PathOf = (filter: HistoryFilter) => string;

/** Where the pushes of a group are; undefined where no filter can name them. */
export const groupPath = (
  grouping: Grouping,
  { key }: PushGroup,
  pathOf: PathOf,
): string | undefined => (key === '' ? undefined : pathOf({ [grouping]: key }));

const nameOf: Record<Grouping, (t: Translate, group: PushGroup) => string> = {
  trigger: (_, { newest }) => ownerNameOf(newest),
  stream: (t, { newest: { stream } }) => (stream ? streamText(t, stream) : ''),
  digest: (_, { key }) => shortDigest(key),
};

/** What a group is called. */
export const groupNameOf = (t: Translate, grouping: Grouping, group: PushGroup): string =>
  group.key === '' ? t('Not known') : nameOf[grouping](t, group);

const nameCell: Record<Grouping, (group: PushGroup) => ReactNode> = {
  trigger: ({ newest }) =>
    isFoundRow(newest) ? (
      <ChainName chain={newest.chain} />
    ) : (
      <TriggerLink trigger={newest.trigger} />
    ),
  stream: ({ newest: { stream } }) => stream && <StreamLink stream={stream} />,
  digest: ({ key, newest }) => (
    <>
      <TagList tags={newest.tags} />
      <div>
        <PushLink row={newest}>
          <Digest digest={key} />
        </PushLink>
      </div>
    </>
  ),
};

const CountLink = ({ path, count }: { readonly path: string | undefined; count: number }) =>
  path === undefined ? count : <Link to={path}>{count}</Link>;

/** What a line says of a group of pushes. */
export const groupColumns = (
  t: Translate,
  grouping: Grouping,
  pathOf: PathOf,
): Column<PushGroup>[] => [
  {
    id: 'name',
    title: groupingText[grouping](t),
    cell: (group) => (group.key === '' ? t('Not known') : nameCell[grouping](group)),
    sortKey: (group) => groupNameOf(t, grouping, group),
  },
  {
    id: 'pushes',
    title: t('Pushes'),
    cell: (group) => (
      <CountLink path={groupPath(grouping, group, pathOf)} count={group.rows.length} />
    ),
    sortKey: ({ rows }) => rows.length,
  },
  {
    id: 'results',
    title: t('Results'),
    width: 20,
    cell: (group) => (
      <OutcomeCounts
        counts={group.byOutcome}
        pathOf={
          group.key === '' ? undefined : (status) => pathOf({ [grouping]: group.key, status })
        }
      />
    ),
    // What needs a person.
    sortKey: ({ byOutcome }) => byOutcome.failed + byOutcome.missed,
  },
  {
    id: 'recent',
    title: t('Recent results'),
    cell: ({ rows }) => <Sparkline rows={recentOf(rows)} />,
  },
  {
    id: 'wait',
    title: t('Push to run, median'),
    cell: ({ rows }) => {
      const median = medianSecondsToRun(recentOf(rows));
      return median === undefined ? undefined : secondsDurationText(t, median);
    },
  },
  {
    id: 'newest',
    title: t('Newest push'),
    nowrap: true,
    cell: ({ newest }) => (
      <>
        <RowStatus row={newest} />
        <Content component="small">
          <PushLink row={newest}>
            <Timestamp timestamp={newest.created} />
          </PushLink>
        </Content>
      </>
    ),
    sortKey: ({ newest }) => newest.created,
  },
];
