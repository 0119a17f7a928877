import { useMemo } from 'react';
import { Card, CardBody, CardHeader, CardTitle, Content, Label } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { secondsDurationText } from '../../components/duration';
import { PushLink } from '../../components/PushLink';
import { rangeChoices } from '../../components/range-choices';
import { ToolbarSelect } from '../../components/ToolbarSelect';
import { useQuery } from '../../components/use-query';
import { useNow } from '../../cluster/use-now';
import type { HistoryRow } from '../../domain/history';
import { latenciesOf } from '../../domain/latency';
import type { Latencies } from '../../domain/latency';
import { isWithin, parseTimeRange } from '../../domain/time-range';
import { bottleneckText, spanText } from '../../i18n/latency-text';
import { useT } from '../../i18n/use-t';

/** The rows of the range in the URL. */
const useRange = (rows: readonly HistoryRow[]): readonly HistoryRow[] => {
  const text = useQuery().get('range');
  const now = useNow(60);
  return useMemo(() => {
    const range = parseTimeRange(text, now);
    return range ? rows.filter(({ created }) => isWithin(range, created)) : rows;
  }, [rows, text, now]);
};

const RangeSelect = () => {
  const t = useT();
  const query = useQuery();
  const value = query.get('range');
  const all = { value: '', title: t('All that is on record') };
  const choices = [all, ...rangeChoices(t, value)];
  const shown = choices.find((one) => one.value === value)?.title ?? all.title;
  return (
    <ToolbarSelect
      label={t('Time')}
      choices={choices}
      value={value}
      onChoose={(range) => query.set({ range })}
      shown={shown}
      name={t('Time: {{range}}', { range: shown })}
    />
  );
};

const Spans = ({ latencies: { all, bottleneck } }: { readonly latencies: Latencies }) => {
  const t = useT();
  const titles = {
    span: t('Part of the way'),
    count: t('Pushes'),
    p50: t('Median'),
    p95: t('95th percentile'),
    slowest: t('Slowest'),
  };
  return (
    <Table aria-label={t('Latency')} variant="compact" gridBreakPoint="grid-lg" borders={false}>
      <Thead>
        <Tr>
          {Object.entries(titles).map(([id, title]) => (
            <Th key={id}>{title}</Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {all.map(({ span, count, p50, p95, slowest }) => (
          <Tr key={span}>
            <Td dataLabel={titles.span}>
              {/* One box: in the narrow layout, every child would have a place of its own. */}
              <div>
                {spanText[span](t)}{' '}
                {span === bottleneck && (
                  <Label isCompact color="orange">
                    {t('Slowest part')}
                  </Label>
                )}
              </div>
            </Td>
            <Td dataLabel={titles.count}>{count}</Td>
            <Td dataLabel={titles.p50}>{secondsDurationText(t, p50)}</Td>
            <Td dataLabel={titles.p95}>{secondsDurationText(t, p95)}</Td>
            <Td dataLabel={titles.slowest}>
              <PushLink row={slowest}>{slowest.tags.join(', ')}</PushLink>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};

/** How long the pushes of a trigger take, part by part, over a range of time; what is slow. */
export const LatencyCard = ({ rows }: { readonly rows: readonly HistoryRow[] }) => {
  const t = useT();
  const chosen = useRange(rows);
  const latencies = useMemo(() => latenciesOf(chosen), [chosen]);
  const { pushes, bottleneck, withoutEventTime } = latencies;
  return (
    <Card isCompact>
      <CardHeader actions={{ actions: <RangeSelect />, hasNoOffset: true }}>
        <CardTitle component="h2">{t('Latency')}</CardTitle>
      </CardHeader>
      <CardBody>
        {pushes === 0 ? (
          <Content component="p">
            {t('No push of this time has a PipelineRun that the listener created.')}
          </Content>
        ) : (
          <>
            {bottleneck && <Content component="p">{bottleneckText[bottleneck](t)}</Content>}
            <Spans latencies={latencies} />
            <Content component="small">
              {t('PipelineRuns that a user asked for do not count. Times are of whole seconds.')}{' '}
              {withoutEventTime > 0 &&
                t(
                  'The time of the event is not known of {{count}} pushes: their PipelineRuns do not carry it.',
                  { count: withoutEventTime },
                )}
            </Content>
          </>
        )}
      </CardBody>
    </Card>
  );
};
