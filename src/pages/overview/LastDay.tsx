import type { ReactNode } from 'react';
import {
  Content,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Divider,
  Stack,
  StackItem,
} from '@patternfly/react-core';
import { Link } from 'react-router';
import { historyPath } from '../../components/paths';
import type { History } from '../../cluster/use-history';
import { useNow } from '../../cluster/use-now';
import { pushStatuses, runStatuses, underWayStatuses } from '../../domain/history';
import type { PushStatus } from '../../domain/history';
import { countLastDay, countOf } from '../../domain/last-day';
import { pushStatusText } from '../../i18n/status-text';
import { useT } from '../../i18n/use-t';

const Figure = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <DescriptionListGroup>
    <DescriptionListTerm>{title}</DescriptionListTerm>
    <DescriptionListDescription>{children}</DescriptionListDescription>
  </DescriptionListGroup>
);

/** Statuses that are shown where they occur only: neither missed nor of a run. */
const rest = pushStatuses.filter(
  (status) => status !== 'missed' && !runStatuses.some((one) => one === status),
);

interface Share {
  readonly title: string;
  readonly statuses: readonly PushStatus[];
  /** Also shown where there is none. */
  readonly always?: boolean;
}

/** The figures of the last day: pushes are runs, missed ones and the rest; each leads to its pushes. */
export const LastDay = ({
  history,
  namespace,
}: {
  readonly history: History;
  readonly namespace: string | undefined;
}) => {
  const t = useT();
  const day = countLastDay(history.rows, useNow(60));
  const to = (statuses?: readonly PushStatus[]): string =>
    historyPath(namespace, {
      ...(statuses ? { status: statuses.join(',') } : {}),
      range: '24h',
    });
  const big = (count: number, statuses?: readonly PushStatus[]) => (
    <Content component="h3">
      <Link to={to(statuses)}>{count}</Link>
    </Content>
  );
  const shares: Share[] = [
    { title: pushStatusText.succeeded.title(t), statuses: ['succeeded'], always: true },
    { title: pushStatusText.failed.title(t), statuses: ['failed'], always: true },
    { title: pushStatusText.cancelled.title(t), statuses: ['cancelled'] },
    { title: t('Under way'), statuses: underWayStatuses, always: true },
    ...rest.map((status) => ({ title: pushStatusText[status].title(t), statuses: [status] })),
  ];
  const shown = shares.filter(
    ({ always, statuses }) => always === true || countOf(day, statuses) > 0,
  );
  const hidden = history.unreadable.length;
  return (
    <Stack hasGutter>
      <StackItem>
        <DescriptionList columnModifier={{ default: '3Col' }} isCompact>
          <Figure title={t('Pushes')}>{big(day.pushes)}</Figure>
          <Figure title={t('PipelineRuns')}>{big(countOf(day, runStatuses), runStatuses)}</Figure>
          <Figure title={pushStatusText.missed.title(t)}>
            {big(countOf(day, ['missed']), ['missed'])}
          </Figure>
        </DescriptionList>
      </StackItem>
      <Divider />
      <StackItem>
        <DescriptionList columnModifier={{ default: '3Col' }} isCompact>
          {shown.map(({ title, statuses }) => (
            <Figure key={title} title={title}>
              <Link to={to(statuses)}>{countOf(day, statuses)}</Link>
            </Figure>
          ))}
        </DescriptionList>
      </StackItem>
      {hidden > 0 && (
        <StackItem>
          <Content component="small">
            {t('Without the pushes to {{count}} projects that cannot be read.', { count: hidden })}
          </Content>
        </StackItem>
      )}
    </Stack>
  );
};
