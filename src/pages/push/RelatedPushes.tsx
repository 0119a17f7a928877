import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { Content, FlexItem, Stack, Title } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { Link } from 'react-router';
import { Digest } from '../../components/Digest';
import { PushLink } from '../../components/PushLink';
import { RowStatus } from '../../components/RowStatus';
import { TagList } from '../../components/TagList';
import { historyPath } from '../../components/paths';
import { isPushUnknown, ownerNameOf } from '../../domain/found-chain/found-row';
import type { AnyRow } from '../../domain/found-chain/found-row';
import { streamKey } from '../../domain/push';
import { relatedPushesOf } from '../../domain/related-pushes';
import { useT } from '../../i18n/use-t';

/** How many pushes before and after are listed: the history has all. */
const most = 5;

const Rows = ({
  title,
  rows,
  none,
  current,
}: {
  readonly title: string;
  readonly rows: readonly AnyRow[];
  readonly none: string;
  /** The push of the page, which needs no link. */
  readonly current?: AnyRow;
}) => {
  const t = useT();
  return (
    <FlexItem>
      <Stack hasGutter>
        <Title headingLevel="h2">{title}</Title>
        {rows.length === 0 ? (
          <Content component="p">{none}</Content>
        ) : (
          <Table aria-label={title} variant="compact" gridBreakPoint="grid-lg">
            <Thead>
              <Tr>
                <Th>{t('Pushed')}</Th>
                <Th>{t('Image')}</Th>
                <Th>{t('Trigger')}</Th>
                <Th>{t('Status')}</Th>
              </Tr>
            </Thead>
            <Tbody>
              {rows.map((row) => {
                const time = <Timestamp timestamp={row.created} />;
                return (
                  <Tr key={row.key}>
                    <Td dataLabel={t('Pushed')}>
                      {row === current ? (
                        <div aria-current="page">
                          {time}
                          <Content component="small">{t('This push')}</Content>
                        </div>
                      ) : (
                        <PushLink row={row}>{time}</PushLink>
                      )}
                    </Td>
                    <Td dataLabel={t('Image')}>
                      <TagList tags={row.tags} />{' '}
                      {row.digest !== undefined && <Digest digest={row.digest} />}
                    </Td>
                    <Td dataLabel={t('Trigger')}>{ownerNameOf(row)}</Td>
                    <Td dataLabel={t('Status')}>
                      <RowStatus row={row} />
                    </Td>
                  </Tr>
                );
              })}
            </Tbody>
          </Table>
        )}
      </Stack>
    </FlexItem>
  );
};

/** What other triggers did with a push, and the pushes before and after it. */
export const RelatedPushes = ({
  row,
  rows,
  namespace,
}: {
  readonly row: AnyRow;
  /** The whole history, newest first. */
  readonly rows: readonly AnyRow[];
  readonly namespace: string;
}) => {
  const t = useT();
  if (!row.stream || isPushUnknown(row)) return null;
  const { others, earlier, later } = relatedPushesOf(row, rows);
  const around = [...later.slice(0, most).reverse(), row, ...earlier.slice(0, most)];
  const filter = { stream: streamKey(row.stream), search: row.tags[0] ?? '' };
  return (
    <>
      <Rows
        title={t('The same push, other triggers')}
        rows={others}
        none={t('No other trigger that you can see is bound to this ImageStream.')}
      />
      <Rows title={t('Pushes to the same tags')} rows={around} none="" current={row} />
      <FlexItem>
        <Link to={historyPath(namespace, filter)}>{t('Show them in the history')}</Link>
      </FlexItem>
    </>
  );
};
