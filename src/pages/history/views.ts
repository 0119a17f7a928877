import { underWayStatuses } from '../../domain/history';
import type { Translate } from '../../i18n/use-t';
import { historyParams } from './history-filter';
import { troubleStatuses } from './history-filters';

/** A way to look at the history. */
export interface View {
  /** Unique: `ownViewId` of a view that the user has saved. */
  readonly id: string;
  readonly name: string;
  /** As `viewQueryOf` writes it. */
  readonly query: string;
}

/** What says how the history is looked at; a page, for example, is a place in it. */
const viewParams: ReadonlySet<string> = new Set([
  ...historyParams,
  'group',
  'sort',
  'columns',
  'perPage',
]);

/** What of a query string a view keeps, in an order that makes equal views equal texts. */
export const viewQueryOf = (query: string): string => {
  const params = [...new URLSearchParams(query)].filter(
    ([name, value]) => viewParams.has(name) && value !== '',
  );
  return new URLSearchParams(params.sort(([a], [b]) => a.localeCompare(b))).toString();
};

export const allPushesId = 'all';

const queryOf = (params: Readonly<Record<string, string>>): string =>
  viewQueryOf(new URLSearchParams(params).toString());

/** The views that everybody has. */
export const builtInViews = (t: Translate): View[] => [
  { id: allPushesId, name: t('All pushes'), query: '' },
  {
    id: 'trouble',
    name: t('Missed and failed in the last 24 hours'),
    query: queryOf({ status: troubleStatuses.join(','), range: '24h' }),
  },
  {
    id: 'under-way',
    name: t('Running now'),
    query: queryOf({ status: underWayStatuses.join(',') }),
  },
];
