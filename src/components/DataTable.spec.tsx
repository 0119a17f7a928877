import { useState } from 'react';
import { screen, within } from '@testing-library/react';
import { renderPage } from '../testing/render-page';
import { columnOf, findTable, titlesOf } from '../testing/table';
import { DataTable } from './DataTable';
import type { Column } from './DataTable';
import type { TableFilter } from './TableFilters';

interface Item {
  readonly name: string;
  readonly size: number | undefined;
}

const columns: Column<Item>[] = [
  { id: 'name', title: 'Name', cell: ({ name }) => name, sortKey: ({ name }) => name },
  { id: 'size', title: 'Size', cell: ({ size }) => size ?? '-', sortKey: ({ size }) => size },
  { id: 'note', title: 'Note', cell: () => 'note' },
  { id: 'more', title: 'More', cell: () => <button>Go</button>, isAction: true },
];

const filters: TableFilter[] = [
  { name: 'text', label: 'Name', hint: 'Search items' },
  {
    name: 'kind',
    label: 'Kind',
    choices: [
      { value: 'big', title: 'Big ones' },
      { value: 'small', title: 'Small ones' },
    ],
  },
];

const items: Item[] = Array.from({ length: 120 }, (_, index) => ({
  name: `item-${119 - index}`,
  size: index % 10 === 0 ? undefined : index % 3,
}));

const open = (query = '', rows = items) =>
  renderPage({
    page: (
      <DataTable
        label="Items"
        columns={columns}
        rows={rows}
        rowKey={({ name }) => name}
        defaultSort="name"
        filters={filters}
        empty={<p>Nothing here</p>}
      />
    ),
    route: '/items',
    at: `/items${query}`,
  });

const texts = async (title: string): Promise<string[]> =>
  columnOf(await findTable('Items'), title).map(({ textContent }) => textContent);

const pages = (place: 'top' | 'bottom') =>
  within(screen.getByRole('navigation', { name: `Pages, ${place}` }));

describe('the pages of a table', () => {
  it('hold 50 rows each, and are in the URL', async () => {
    const { location, user } = await open();
    expect(await texts('Name')).toHaveLength(50);
    expect((await texts('Name')).slice(0, 2)).toEqual(['item-0', 'item-1']);
    await user.click(pages('top').getByRole('button', { name: 'Go to next page' }));
    expect(location()).toBe('/items?page=2');
    expect((await texts('Name'))[0]).toBe('item-50');
    await user.click(pages('bottom').getByRole('button', { name: 'Go to last page' }));
    expect(await texts('Name')).toHaveLength(20);
    expect(location()).toBe('/items?page=3');
  });

  it('come back from the URL, or the nearest one', async () => {
    await open('?page=9&perPage=100');
    expect((await texts('Name'))[0]).toBe('item-100');
    expect(await texts('Name')).toHaveLength(20);
  });

  it.each(['?page=x', '?page=-1', '?perPage=x', '?perPage=-5'])('survive %s', async (query) => {
    await open(query);
    expect((await texts('Name'))[0]).toBe('item-0');
    expect(await texts('Name')).toHaveLength(50);
  });

  it('can be made longer', async () => {
    const { location, user } = await open('?page=2');
    await user.click(screen.getAllByRole('button', { name: '51 - 100 of 120' })[0]!);
    await user.click(await screen.findByRole('menuitem', { name: '100 per page' }));
    expect(await texts('Name')).toHaveLength(100);
    expect(location()).toBe('/items?perPage=100');
  });

  it('are not numbered below the table where one holds all', async () => {
    await open('', items.slice(0, 3));
    expect(await texts('Name')).toHaveLength(3);
    expect(screen.queryByRole('navigation', { name: 'Pages, bottom' })).not.toBeInTheDocument();
  });
});

describe('the order of a table', () => {
  it('is in the URL, and begins on the first page', async () => {
    const { location, user } = await open('?page=2');
    await user.click(screen.getByRole('button', { name: 'Size' }));
    expect(location()).toBe('/items?sort=size');
    expect((await texts('Size'))[0]).toBe('0');
    await user.click(screen.getByRole('button', { name: 'Size' }));
    expect(location()).toBe('/items?sort=-size');
    expect((await texts('Size'))[0]).toBe('2');
    expect(screen.getByRole('columnheader', { name: 'Size' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
  });

  it('falls back to the table’s own where rows are equal, and puts what is missing last', async () => {
    await open('?sort=-size&perPage=120', items.slice(0, 12));
    expect(await texts('Name')).toEqual([
      'item-108',
      'item-111',
      'item-114',
      'item-117',
      'item-112',
      'item-115',
      'item-118',
      'item-110',
      'item-113',
      'item-116',
      'item-109',
      'item-119',
    ]);
  });

  it('cannot follow a column that has none, nor one that there is not', async () => {
    await open('?sort=nothing');
    expect((await texts('Name'))[0]).toBe('item-0');
    expect(screen.queryByRole('button', { name: 'Note' })).not.toBeInTheDocument();
    expect(titlesOf(await findTable('Items'))).toEqual(['Name', 'Size', 'Note', 'More']);
  });
});

it('keeps its filters where there are no rows, and says so', async () => {
  await open('', []);
  expect(screen.getByRole('textbox', { name: 'Search items' })).toBeInTheDocument();
  expect(screen.getByText('Nothing here')).toBeInTheDocument();
  expect(screen.queryByRole('grid')).not.toBeInTheDocument();
});

describe('the filters of a table', () => {
  const chooser = () => screen.getByRole('button', { name: /^Filter by: / });

  it('are chosen one at a time, and begin with the one that is in the URL', async () => {
    const { location, user } = await open('?kind=small&page=2');
    expect(chooser()).toHaveTextContent('Kind');
    expect(screen.queryByRole('textbox', { name: 'Search items' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Kind: Small ones' }));
    await user.click(await screen.findByRole('option', { name: 'Big ones' }));
    expect(location()).toBe('/items?kind=big');
    await user.click(chooser());
    await user.click(await screen.findByRole('option', { name: 'Name' }));
    await user.type(screen.getByRole('textbox', { name: 'Search items' }), 'x');
    expect(location()).toBe('/items?kind=big&text=x');
  });

  it('are listed, each with the way to take it away, and lose the focus to nobody', async () => {
    const { location, user } = await open('?kind=small&text=x');
    const kind = await screen.findByRole('list', { name: 'Kind' });
    expect(kind).toHaveTextContent('Small ones');
    await user.click(within(kind).getByRole('button', { name: /^Close/ }));
    expect(location()).toBe('/items?text=x');
    expect(chooser()).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Clear all filters' }));
    expect(location()).toBe('/items');
    expect(chooser()).toHaveFocus();
    expect(screen.queryByRole('list', { name: 'Name' })).not.toBeInTheDocument();
  });
});

describe('the selection of rows', () => {
  const SelectableTable = () => {
    const [selected, setSelected] = useState<readonly string[]>([]);
    return (
      <>
        <DataTable
          label="Items"
          columns={columns}
          rows={items.slice(0, 3)}
          rowKey={({ name }) => name}
          defaultSort="name"
          selectionOf={({ name, size }) =>
            size === undefined
              ? undefined
              : {
                  id: `select-${name}`,
                  label: `Select ${name}`,
                  isSelected: selected.includes(name),
                  select: (isSelected) => setSelected(isSelected ? [name] : []),
                }
          }
          empty={<p>Nothing here</p>}
        />
        <output>{selected.join()}</output>
      </>
    );
  };

  it('is offered for those that can be selected, and known by their names', async () => {
    const { user } = await renderPage({ page: <SelectableTable />, route: '/items', at: '/items' });
    expect(titlesOf(await findTable('Items'))[0]).toBe('Selection');
    expect(screen.queryByRole('checkbox', { name: 'Select item-119' })).not.toBeInTheDocument();
    const box = screen.getByRole('checkbox', { name: 'Select item-118' });
    expect(box).not.toBeChecked();
    await user.click(box);
    expect(box).toBeChecked();
    expect(screen.getByText('item-118', { selector: 'output' })).toBeInTheDocument();
    await user.click(box);
    expect(box).not.toBeChecked();
  });
});
