import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';

const columnIndex = (table: HTMLTableElement, title: string): number => {
  const titles = [...table.rows[0]!.cells].map(({ textContent }) => textContent);
  if (!titles.includes(title)) throw new Error(`There is no ${title} among ${titles.join(', ')}.`);
  return titles.indexOf(title);
};

/** The cells of a column of a table, from top to bottom, without its title. */
export const columnOf = (table: HTMLElement, title: string): HTMLElement[] => {
  const { rows } = table as HTMLTableElement;
  const index = columnIndex(table as HTMLTableElement, title);
  return [...rows].slice(1).map(({ cells }) => cells[index]!);
};

/** The names of the links in a column, from top to bottom. */
export const linksOf = (table: HTMLElement, title: string): string[] =>
  columnOf(table, title).flatMap((cell) =>
    [...cell.querySelectorAll('a')].map(({ textContent }) => textContent),
  );

/** The row with a link of this name. */
export const rowOf = (name: string): HTMLTableRowElement => {
  const row = screen
    .getAllByText(name, { selector: 'td a' })
    .map((link) => link.closest('tr'))
    .find((one) => one !== null);
  return row!;
};

/** The text of a column in the row with a link of this name. */
export const cellOf = (name: string, title: string): string => {
  const row = rowOf(name);
  return row.cells[columnIndex(row.closest('table')!, title)]!.textContent;
};

/** The table of this name, once it is there with all rows of its page. */
export const findTable = (name: string): Promise<HTMLElement> =>
  waitFor(() => {
    const table = screen.getByRole('grid', { name });
    if (table.querySelector('tbody tr[aria-hidden]')) throw new Error('Rows are still missing.');
    return table;
  });

/** Chooses by what the toolbar of a table filters. */
export const filterBy = async (user: UserEvent, label: string): Promise<void> => {
  await user.click(screen.getByRole('button', { name: /^Filter by: / }));
  await user.click(await screen.findByRole('option', { name: label }));
};

/** The titles of a table's columns. */
export const titlesOf = (table: HTMLElement): string[] =>
  within(table)
    .getAllByRole('columnheader')
    .map(({ textContent }) => textContent);
