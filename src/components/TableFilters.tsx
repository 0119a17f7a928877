import { useState } from 'react';
import { SearchInput, ToolbarFilter, ToolbarGroup, ToolbarItem } from '@patternfly/react-core';
import { FilterIcon } from '@patternfly/react-icons';
import { useT } from '../i18n/use-t';
import { ToolbarSelect } from './ToolbarSelect';
import type { Choice } from './ToolbarSelect';
import { useQuery } from './use-query';
import type { Query } from './use-query';

/** What rows are filtered by. Its value is kept in the URL by its name; an empty one filters nothing. */
export type TableFilter = { readonly name: string; readonly label: string } & (
  | {
      /** What the field asks for. */
      readonly hint: string;
    }
  | { readonly choices: readonly Choice[] }
);

const toggleId = 'image-triggers-filter';

/** Empties filters. What was pressed goes with them, so the choice of the filter takes the focus. */
export const clearFilters = (query: Query, filters: readonly TableFilter[]): void => {
  query.set({ ...Object.fromEntries(filters.map(({ name }) => [name, ''])), page: '' });
  document.getElementById(toggleId)?.focus();
};

const titleOf = (filter: TableFilter, value: string): string => {
  const choices = 'choices' in filter ? filter.choices : [];
  return choices.find((one) => one.value === value)?.title ?? value;
};

const FilterField = ({ filter }: { readonly filter: TableFilter }) => {
  const t = useT();
  const query = useQuery();
  const { name, label } = filter;
  const value = query.get(name);
  const change = (next: string): void => query.set({ [name]: next, page: '' });
  if ('hint' in filter)
    return (
      <SearchInput
        aria-label={filter.hint}
        placeholder={filter.hint}
        value={value}
        onChange={(_, next) => change(next)}
        onClear={() => change('')}
      />
    );
  const all = { value: '', title: t('All') };
  const shown = value === '' ? all.title : titleOf(filter, value);
  return (
    <ToolbarSelect
      label={label}
      choices={[all, ...filter.choices]}
      value={value}
      onChoose={change}
      shown={shown}
      name={`${label}: ${shown}`}
    />
  );
};

/** The console's way to filter: one chooses by what, then the value; what is filtered by is listed. */
export const TableFilters = ({ filters }: { readonly filters: readonly TableFilter[] }) => {
  const t = useT();
  const query = useQuery();
  const [chosen, setChosen] = useState(
    () => (filters.find(({ name }) => query.get(name) !== '') ?? filters[0])?.name ?? '',
  );
  const label = filters.find(({ name }) => name === chosen)?.label ?? '';
  return (
    <ToolbarGroup variant="filter-group">
      <ToolbarItem>
        <ToolbarSelect
          label={t('Filter by')}
          choices={filters.map((one) => ({ value: one.name, title: one.label }))}
          value={chosen}
          onChoose={setChosen}
          shown={label}
          name={t('Filter by: {{attribute}}', { attribute: label })}
          icon={<FilterIcon />}
          id={toggleId}
        />
      </ToolbarItem>
      {filters.map((filter) => {
        const value = query.get(filter.name);
        const clear = (): void => clearFilters(query, [filter]);
        return (
          <ToolbarFilter
            key={filter.name}
            categoryName={filter.label}
            labels={value === '' ? [] : [titleOf(filter, value)]}
            deleteLabel={clear}
            showToolbarItem={filter.name === chosen}
          >
            <FilterField filter={filter} />
          </ToolbarFilter>
        );
      })}
    </ToolbarGroup>
  );
};
