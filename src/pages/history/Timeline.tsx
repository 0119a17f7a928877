import { useMemo, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent } from 'react';
import { Button, Content, Flex, FlexItem, Icon } from '@patternfly/react-core';
import { SquareFullIcon } from '@patternfly/react-icons';
import { outcomeColor } from '../../components/outcome-color';
import { useQuery } from '../../components/use-query';
import { useNow } from '../../cluster/use-now';
import type { AnyRow } from '../../domain/found-chain/found-row';
import { pushStatuses } from '../../domain/history';
import { parseTimeRange, timeRangeText } from '../../domain/time-range';
import { outcomes, statusesOf, timelineOf } from '../../domain/timeline';
import type { Bucket, Outcome } from '../../domain/timeline';
import { outcomeText } from '../../i18n/outcome-text';
import { useT } from '../../i18n/use-t';
import type { Translate } from '../../i18n/use-t';

const timeFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

const heightRem = 5;

const styles = {
  bars: { display: 'flex', alignItems: 'stretch', gap: '2px', height: `${heightRem}rem` },
  bar: {
    flex: '1 1 0',
    minWidth: 0,
    padding: 0,
    border: 0,
    borderBlockEnd: '1px solid var(--pf-t--global--border--color--default)',
    background: 'none',
    display: 'flex',
    flexDirection: 'column-reverse',
  },
} as const satisfies Record<string, CSSProperties>;

/** What a bar says: its time, as `range` says it, and how many pushes of each outcome. */
const barText = (t: Translate, range: string, { pushes, byOutcome }: Bucket): string => {
  const parts = outcomes
    .filter((outcome) => byOutcome[outcome] > 0)
    .map((outcome) => `${outcomeText[outcome](t)}: ${byOutcome[outcome]}`);
  const count = t('{{count}} pushes', { count: pushes });
  return [range, count, ...parts].join(', ');
};

interface BarProps {
  readonly bucket: Bucket;
  /** The pushes of the highest bar. */
  readonly most: number;
  readonly isStop: boolean;
  readonly onFocus: () => void;
  /** With the outcome of the part that was pressed. */
  readonly onChoose: (outcome?: Outcome) => void;
}

const Bar = ({ bucket, most, isStop, onFocus, onChoose }: BarProps) => {
  const t = useT();
  const { from, until } = bucket;
  // Formatting is most of the work of a bar, and few of them change their time.
  const range = useMemo(() => timeFormat.formatRange(from, until), [from, until]);
  const text = barText(t, range, bucket);
  return (
    <button
      type="button"
      style={{ ...styles.bar, cursor: bucket.pushes > 0 ? 'pointer' : 'default' }}
      title={text}
      aria-label={text}
      aria-disabled={bucket.pushes === 0}
      tabIndex={isStop ? 0 : -1}
      onFocus={onFocus}
      onClick={() => bucket.pushes > 0 && onChoose()}
    >
      {outcomes.map(
        (outcome) =>
          bucket.byOutcome[outcome] > 0 && (
            <span
              key={outcome}
              style={{
                height: `${(bucket.byOutcome[outcome] / most) * 100}%`,
                minHeight: '2px',
                width: '100%',
                background: outcomeColor[outcome],
              }}
              onClick={(event) => {
                event.stopPropagation();
                onChoose(outcome);
              }}
            />
          ),
      )}
    </button>
  );
};

/** The outcomes with how many pushes have them; each narrows the history to it. */
const Legend = ({
  buckets,
  onChoose,
}: {
  readonly buckets: readonly Bucket[];
  readonly onChoose: (outcome: Outcome) => void;
}) => {
  const t = useT();
  return (
    <Flex
      columnGap={{ default: 'columnGapMd' }}
      rowGap={{ default: 'rowGapNone' }}
      justifyContent={{ default: 'justifyContentCenter' }}
    >
      {outcomes.map((outcome) => {
        const count = buckets.reduce((sum, { byOutcome }) => sum + byOutcome[outcome], 0);
        return count === 0 ? undefined : (
          <FlexItem key={outcome}>
            <Button
              variant="plain"
              size="sm"
              icon={
                <Icon size="sm">
                  <SquareFullIcon color={outcomeColor[outcome]} />
                </Icon>
              }
              onClick={() => onChoose(outcome)}
            >
              {outcomeText[outcome](t)} {count}
            </Button>
          </FlexItem>
        );
      })}
    </Flex>
  );
};

/** The bars, of which one is a stop of the tab key; the arrows lead from one to the next. */
const useArrows = (count: number) => {
  const group = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(count - 1);
  const stop = Math.min(chosen, count - 1);
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    const bar = group.current?.children[stop + step];
    if (step !== 0 && bar instanceof HTMLElement) bar.focus();
  };
  return { group, stop, setChosen, onKeyDown };
};

/**
 * How many pushes came when, and what became of them: of the rows that are filtered for, over the
 * range that is chosen. A bar narrows the range, its parts the status, too.
 */
export const Timeline = ({ rows }: { readonly rows: readonly AnyRow[] }) => {
  const t = useT();
  const { get, set } = useQuery();
  const now = useNow(60);
  const range = get('range');
  const buckets = useMemo(
    () => timelineOf(rows, parseTimeRange(range, now), now),
    [rows, range, now],
  );
  const most = Math.max(1, ...buckets.map(({ pushes }) => pushes));
  const { group, stop, setChosen, onKeyDown } = useArrows(buckets.length);
  const statusOf = (outcome: Outcome) => statusesOf(outcome, pushStatuses).join(',');
  const [first, last] = [buckets[0], buckets.at(-1)];
  return (
    <>
      <div
        ref={group}
        role="group"
        aria-label={t('Pushes over time')}
        style={styles.bars}
        onKeyDown={onKeyDown}
      >
        {buckets.map((bucket, index) => (
          <Bar
            key={bucket.from}
            bucket={bucket}
            most={most}
            isStop={index === stop}
            onFocus={() => setChosen(index)}
            onChoose={(outcome) =>
              set({
                range: timeRangeText(bucket),
                page: '',
                ...(outcome ? { status: statusOf(outcome) } : {}),
              })
            }
          />
        ))}
      </div>
      <Flex justifyContent={{ default: 'justifyContentSpaceBetween' }}>
        <Content component="small">{first && timeFormat.format(first.from)}</Content>
        <Content component="small">{last && timeFormat.format(last.until)}</Content>
      </Flex>
      <Legend
        buckets={buckets}
        onChoose={(outcome) => set({ status: statusOf(outcome), page: '' })}
      />
    </>
  );
};
