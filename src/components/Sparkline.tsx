import { pushStatuses } from '../domain/history';
import type { AnyRow } from '../domain/found-chain/found-row';
import { mostRecent } from '../domain/push-groups';
import { outcomeOf, outcomes } from '../domain/timeline';
import type { Outcome } from '../domain/timeline';
import { pushStatusText } from '../i18n/status-text';
import { useT } from '../i18n/use-t';
import type { Translate } from '../i18n/use-t';
import { outcomeColor } from './outcome-color';

/** In px: a bar, the gap after it, and from the line in the middle to the top. */
const [barWidth, gap, half] = [5, 2, 12] as const;
const width = mostRecent * (barWidth + gap) - gap;

/**
 * The parts of a bar, in px from the line upwards: what is good, or may become so, stands on the line,
 * what is not hangs from it, and a push that was missed is broken in two, so that nobody needs colours.
 */
const shapes: Record<Outcome, readonly { readonly from: number; readonly to: number }[]> = {
  succeeded: [{ from: 1, to: half }],
  failed: [{ from: -half, to: -1 }],
  missed: [
    { from: -5, to: -1 },
    { from: -half, to: -8 },
  ],
  'under-way': [{ from: 1, to: 5 }],
  other: [{ from: -1, to: 1 }],
};

/** How many of the pushes have each status, and what the newest one has come to. */
const sparklineText = (t: Translate, rows: readonly AnyRow[]): string => {
  const newest = rows.at(-1);
  if (!newest) return '';
  const counts = pushStatuses
    .map((status) => ({ status, count: rows.filter((row) => row.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${pushStatusText[status].title(t)} ${count}`);
  return t('Last {{count}} pushes: {{results}}. Newest: {{status}}.', {
    count: rows.length,
    results: counts.join(', '),
    status: pushStatusText[newest.status].title(t),
  });
};

/** The outline of all bars of an outcome: one shape, for a table has a thousand bars. */
const barsOf = (outcome: Outcome, rows: readonly AnyRow[]): string => {
  const start = mostRecent - rows.length;
  return rows
    .flatMap(({ status }, index) =>
      outcomeOf[status] === outcome
        ? shapes[outcome].map(({ from, to }) => {
            const x = (start + index) * (barWidth + gap);
            return `M${x} ${half - to}h${barWidth}v${to - from}h${-barWidth}z`;
          })
        : [],
    )
    .join('');
};

/**
 * What became of some pushes, a bar each.
 * @param rows the oldest first, `mostRecent` at most; the newest stands at the right end
 */
export const Sparkline = ({ rows }: { readonly rows: readonly AnyRow[] }) => {
  const t = useT();
  const text = sparklineText(t, rows);
  return (
    <svg role="img" aria-label={text} width={width} height={2 * half} style={{ display: 'block' }}>
      <title>{text}</title>
      <rect
        y={half - 0.5}
        width={width}
        height={1}
        style={{ fill: 'var(--pf-t--global--border--color--default)' }}
      />
      {outcomes.map((outcome) => (
        <path key={outcome} d={barsOf(outcome, rows)} style={{ fill: outcomeColor[outcome] }} />
      ))}
    </svg>
  );
};
