import type { Translate } from './use-t';

/** The words of PatternFly's Pagination; those that it does not ask for are icons. */
export const paginationText = (t: Translate, place: 'top' | 'bottom') => ({
  paginationAriaLabel: place === 'top' ? t('Pages, top') : t('Pages, bottom'),
  currPageAriaLabel: t('Current page'),
  ofWord: t('of'),
  // PatternFly's default in the narrow layout is English.
  items: '',
  itemsPerPage: t('Rows per page'),
  perPageSuffix: t('per page'),
  toFirstPageAriaLabel: t('Go to first page'),
  toPreviousPageAriaLabel: t('Go to previous page'),
  toNextPageAriaLabel: t('Go to next page'),
  toLastPageAriaLabel: t('Go to last page'),
});
