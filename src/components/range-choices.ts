import { parseTimeRange } from '../domain/time-range';
import type { Translate } from '../i18n/use-t';
import type { Choice } from './ToolbarSelect';

const timeFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** The ranges of time that can be chosen, and the one that is, where that stands still. */
export const rangeChoices = (t: Translate, chosen: string): Choice[] => {
  const choices: Choice[] = [
    { value: '1h', title: t('Last hour') },
    { value: '24h', title: t('Last 24 hours') },
    { value: '7d', title: t('Last 7 days') },
    { value: '30d', title: t('Last 30 days') },
  ];
  const range = parseTimeRange(chosen, new Date(0));
  return range === undefined || choices.some(({ value }) => value === chosen)
    ? choices
    : [...choices, { value: chosen, title: timeFormat.formatRange(range.from, range.until) }];
};
