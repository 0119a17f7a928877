import { useEffect, useRef } from 'react';
import { Pagination } from '@patternfly/react-core';
import { paginationText } from '../i18n/pagination-text';
import { useT } from '../i18n/use-t';
import { useQuery } from './use-query';

export interface PagesProps {
  readonly place: 'top' | 'bottom';
  readonly rows: number;
  readonly page: number;
  readonly perPage: number;
}

/** The way through the pages of a table, kept in the URL. */
export const Pages = ({ place, rows, page, perPage }: PagesProps) => {
  const t = useT();
  const query = useQuery();
  const pressed = useRef<Element | null>(null);
  useEffect(() => {
    // On the first and the last page the button that led there is disabled and loses the focus.
    if (!pressed.current?.matches(':disabled')) return;
    const buttons = pressed.current.closest('nav')?.querySelectorAll('button') ?? [];
    const open = [...buttons].filter(({ disabled }) => !disabled);
    open.at(page === 1 ? 0 : -1)?.focus();
    pressed.current = null;
  }, [page]);
  return (
    <Pagination
      itemCount={rows}
      page={page}
      perPage={perPage}
      variant={place}
      isCompact={place === 'top'}
      widgetId={`image-triggers-pages-${place}`}
      titles={paginationText(t, place)}
      onSetPage={(_, next) => {
        pressed.current = document.activeElement;
        query.set({ page: String(next) });
      }}
      onPerPageSelect={(_, next) => query.set({ perPage: String(next), page: '' })}
    />
  );
};
