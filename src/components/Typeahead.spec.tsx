import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { renderPage } from '../testing/render-page';
import { Typeahead } from './Typeahead';
import type { TypeaheadOption } from './Typeahead';

const fruits: TypeaheadOption[] = [
  { value: 'apple' },
  { value: 'apricot', description: 'small and orange' },
  { value: 'banana' },
];

const Field = ({ options, value = '' }: { options: TypeaheadOption[]; value?: string }) => {
  const [chosen, setChosen] = useState(value);
  return (
    <>
      <Typeahead
        id="fruit"
        label="Fruit"
        value={chosen}
        options={options}
        onChange={setChosen}
        placeholder="Select a fruit"
      />
      <p>{`chosen: ${chosen}`}</p>
    </>
  );
};

const open = async (options = fruits, value?: string) => {
  const page = <Field options={options} value={value} />;
  const { user } = await renderPage({ page, route: '/', at: '/' });
  await user.tab();
  const input = screen.getByRole('combobox', { name: 'Fruit' });
  expect(input).toHaveFocus();
  return { user, input };
};

const shown = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);

const untilClosed = () => waitFor(() => expect(shown()).toEqual([]));

const focused = (input: HTMLElement): string | null => {
  const id = input.getAttribute('aria-activedescendant');
  return id === null ? null : document.getElementById(id)!.textContent;
};

describe('Typeahead', () => {
  it('opens with the arrow keys, walks in circles, and takes what is marked with Enter', async () => {
    const { user, input } = await open();
    expect(shown()).toEqual([]);
    expect(input).toHaveAttribute('aria-expanded', 'false');
    await user.keyboard('{ArrowDown}');
    expect(shown()).toEqual(['apple', 'apricotsmall and orange', 'banana']);
    expect(input).toHaveAttribute('aria-expanded', 'true');
    expect(focused(input)).toBe('apple');
    await user.keyboard('{ArrowUp}');
    expect(focused(input)).toBe('banana');
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(screen.getByText('chosen: apricot')).toBeInTheDocument();
    expect(input).toHaveValue('apricot');
    await untilClosed();
    expect(input).toHaveFocus();
  });

  it('narrows the list while one types, and takes the only one left with Enter', async () => {
    const { user } = await open();
    await user.keyboard('AP');
    expect(shown()).toEqual(['apple', 'apricotsmall and orange']);
    await user.keyboard('{Enter}');
    expect(screen.getByText('chosen:')).toBeInTheDocument();
    await user.keyboard('r{Enter}');
    expect(screen.getByText('chosen: apricot')).toBeInTheDocument();
  });

  it('replaces what was chosen by what one types, and keeps it when one leaves', async () => {
    const { user, input } = await open(fruits, 'banana');
    await user.keyboard('ap');
    expect(input).toHaveValue('ap');
    await user.keyboard('{Tab}');
    expect(input).toHaveValue('banana');
    await untilClosed();
    await user.click(input);
    await user.keyboard('ap{Escape}');
    expect(input).toHaveValue('banana');
    await untilClosed();
  });

  it('can be used with the mouse', async () => {
    const { user, input } = await open(fruits, 'apple');
    await user.click(screen.getByRole('button', { name: 'Show the choices: Fruit' }));
    expect(shown()).toHaveLength(3);
    expect(screen.getByRole('option', { name: 'apple' })).toHaveAttribute('aria-selected', 'true');
    await user.click(screen.getByRole('option', { name: 'banana' }));
    expect(input).toHaveValue('banana');
  });

  it('shows and searches the title of a choice in place of its value', async () => {
    const { user, input } = await open([{ value: '', title: 'Any fruit' }, ...fruits], 'banana');
    await user.keyboard('any{Enter}');
    expect(screen.getByText('chosen:')).toBeInTheDocument();
    expect(input).toHaveValue('Any fruit');
  });

  it('says that nothing matches, and takes nothing', async () => {
    const { user } = await open();
    await user.keyboard('x');
    expect(shown()).toEqual(['Nothing matches']);
    await user.keyboard('{ArrowDown}{Enter}');
    expect(screen.getByText('chosen:')).toBeInTheDocument();
  });

  it('says that there is nothing to choose from', async () => {
    const { user } = await open([]);
    await user.keyboard('{Enter}');
    expect(shown()).toEqual(['There is nothing to choose from']);
  });

  it('draws a hundred of very many, and finds the others', async () => {
    const many = Array.from({ length: 250 }, (_, index) => ({ value: `item-${index}` }));
    const { user } = await open(many);
    await user.keyboard('{Enter}');
    expect(shown()).toHaveLength(101);
    expect(shown().at(-1)).toBe('150 more: type to find them');
    await user.keyboard('item-249{Enter}');
    expect(screen.getByText('chosen: item-249')).toBeInTheDocument();
  });
});
