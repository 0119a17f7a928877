import {
  Content,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core';
import { Link } from 'react-router';
import { HistoryNotices } from '../../components/HistoryNotices';
import { historyPath, triggersPath } from '../../components/paths';
import type { HistoryFilter } from '../../components/paths';
import type { History } from '../../cluster/use-history';
import { useNow } from '../../cluster/use-now';
import { useT } from '../../i18n/use-t';
import { countLastDay } from './last-day';

const Figure = ({
  title,
  count,
  to,
}: {
  readonly title: string;
  readonly count: number;
  readonly to: string;
}) => (
  <DescriptionListGroup>
    <DescriptionListTerm>{title}</DescriptionListTerm>
    <DescriptionListDescription>
      <Content component="p">
        <Link to={to}>{count}</Link>
      </Content>
    </DescriptionListDescription>
  </DescriptionListGroup>
);

/** The figures of the last day, each leading to its pushes. */
export const LastDay = ({
  history,
  namespace,
}: {
  readonly history: History;
  readonly namespace: string | undefined;
}) => {
  const t = useT();
  const counts = countLastDay(history.rows, useNow(60));
  const pushes = (status?: string): string => {
    const filter: HistoryFilter | undefined =
      status === undefined ? undefined : { by: 'status', value: status };
    return historyPath(namespace, filter);
  };
  return (
    <>
      <HistoryNotices unreadable={history.unreadable} complete={history.complete} />
      <DescriptionList columnModifier={{ default: '2Col', xl: '3Col' }}>
        <Figure
          title={t('Image triggers')}
          count={history.triggers.length}
          to={triggersPath(namespace)}
        />
        <Figure title={t('Pushes')} count={counts.pushes} to={pushes()} />
        <Figure title={t('Succeeded')} count={counts.succeeded} to={pushes('succeeded')} />
        <Figure title={t('Failed')} count={counts.failed} to={pushes('failed')} />
        <Figure title={t('Under way')} count={counts.underWay} to={pushes()} />
        <Figure title={t('Missed')} count={counts.missed} to={pushes('missed')} />
      </DescriptionList>
    </>
  );
};
