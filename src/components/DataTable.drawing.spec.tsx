import { useState } from 'react';
import { screen, waitFor } from '@testing-library/react';
import { renderPage } from '../testing/render-page';
import { columnOf, findTable } from '../testing/table';
import { DataTable } from './DataTable';
import type { Column } from './DataTable';

interface Item {
  readonly name: string;
}

const items: Item[] = Array.from({ length: 60 }, (_, index) => ({ name: `item-${index + 10}` }));

/** The names of the rows whose cells were made, each time. */
let drawn: string[];

const columns: Column<Item>[] = [
  {
    id: 'name',
    title: 'Name',
    cell: ({ name }) => {
      drawn.push(name);
      return name;
    },
    sortKey: ({ name }) => name,
  },
];

const Items = ({ first }: { readonly first: number }) => {
  const [count, setCount] = useState(first);
  return (
    <>
      <button onClick={() => setCount(count + 1)}>One more</button>
      <DataTable
        label="Items"
        columns={columns}
        rows={items.slice(0, count)}
        rowKey={({ name }) => name}
        defaultSort="name"
        empty={<p>Nothing here</p>}
      />
    </>
  );
};

const open = (first: number) =>
  renderPage({ page: <Items first={first} />, route: '/items', at: '/items' });

const rowCount = async (): Promise<number> => columnOf(await findTable('Items'), 'Name').length;

/** Whether there was something in place of rows that were out of sight at first. */
const watchForRest = (): (() => boolean) => {
  let wasSeen = false;
  const observer = new MutationObserver((records) => {
    const removed = records.flatMap(({ removedNodes }) => [...removedNodes]);
    wasSeen ||= removed.some((node) => node instanceof Element && node.matches('tr[aria-hidden]'));
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return () => wasSeen;
};

describe('the drawing of rows', () => {
  beforeEach(() => {
    drawn = [];
  });

  it('begins with those in sight, also in another order', async () => {
    const { user } = await open(60);
    expect(await rowCount()).toBe(50);
    const hadRest = watchForRest();
    await user.click(screen.getByRole('button', { name: 'Name' }));
    await waitFor(() => expect(hadRest()).toBe(true));
    expect(await rowCount()).toBe(50);
  });

  it('is not done again for rows that stay', async () => {
    const { user } = await open(2);
    expect(await rowCount()).toBe(2);
    await user.click(screen.getByRole('button', { name: 'One more' }));
    expect(await rowCount()).toBe(3);
    expect(drawn.sort()).toEqual(['item-10', 'item-11', 'item-12']);
  });
});
