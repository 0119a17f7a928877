/** What a table of the plugin shows. */

export const tableOf = (label: string): Element | null =>
  document.querySelector(`table[aria-label="${label}"]`);

export const cellsOf = (table: Element, title: string): string[] =>
  [...table.querySelectorAll(`tbody td[data-label="${title}"]`)].map((cell) => cell.textContent);

/** Rows that are not drawn yet must be out of sight. */
export const fillsTheView = (table: Element): boolean => {
  const rest = table.querySelector('tbody tr[aria-hidden]');
  return !rest || rest.getBoundingClientRect().top > window.innerHeight;
};

/** How many rows the table has on all of its pages; undefined where nothing says so. */
export const totalRows = (): number | undefined => {
  const text = document.querySelector('.pf-v6-c-pagination__total-items')?.textContent ?? '';
  const total = /(\d+)\s*$/.exec(text)?.[1];
  return total === undefined ? undefined : Number(total);
};
