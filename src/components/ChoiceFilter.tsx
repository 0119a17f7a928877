import { useState } from 'react';
import { MenuToggle, Select, SelectList, SelectOption, ToolbarItem } from '@patternfly/react-core';
import { mainRegion } from './main-region';
import { useQuery } from './use-query';

export interface ChoiceFilterProps {
  readonly name: string;
  readonly label: string;
  /** The value and title of each choice. The empty value stands for all. */
  readonly choices: readonly { readonly value: string; readonly title: string }[];
}

/** A choice that filters the rows, kept in the URL. */
export const ChoiceFilter = ({ name, label, choices }: ChoiceFilterProps) => {
  const query = useQuery();
  const [open, setOpen] = useState(false);
  const value = query.get(name);
  const title = choices.find((choice) => choice.value === value)?.title ?? value;
  return (
    <ToolbarItem>
      <Select
        isOpen={open}
        selected={value}
        onOpenChange={setOpen}
        shouldFocusFirstItemOnOpen
        shouldFocusToggleOnSelect
        popperProps={{ appendTo: mainRegion }}
        onSelect={(_, chosen) => {
          query.set({ [name]: String(chosen ?? ''), page: '' });
          setOpen(false);
        }}
        toggle={(ref) => (
          <MenuToggle
            ref={ref}
            aria-label={`${label}: ${title}`}
            isExpanded={open}
            onClick={() => setOpen(!open)}
          >
            {`${label}: ${title}`}
          </MenuToggle>
        )}
      >
        <SelectList aria-label={label}>
          {choices.map((choice) => (
            <SelectOption key={choice.value} value={choice.value}>
              {choice.title}
            </SelectOption>
          ))}
        </SelectList>
      </Select>
    </ToolbarItem>
  );
};
