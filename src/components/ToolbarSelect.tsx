import { useState } from 'react';
import type { ReactNode } from 'react';
import { MenuToggle, Select, SelectList, SelectOption } from '@patternfly/react-core';
import { mainRegion } from './main-region';

/** Something that can be chosen. */
export interface Choice {
  readonly value: string;
  readonly title: string;
}

export interface ToolbarSelectProps {
  /** What is chosen, for screen readers. */
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
  /** What the button shows of the choice; its name tells screen readers what it is for. */
  readonly shown: string;
  readonly name: string;
  readonly icon?: ReactNode;
  /** Of the button. */
  readonly id?: string;
}

/** One of several, in the toolbar of a table. */
export const ToolbarSelect = (props: ToolbarSelectProps) => {
  const { label, choices, value, onChoose, shown, name, icon, id } = props;
  const [open, setOpen] = useState(false);
  return (
    <Select
      isOpen={open}
      selected={value}
      onOpenChange={setOpen}
      shouldFocusFirstItemOnOpen
      shouldFocusToggleOnSelect
      popperProps={{ appendTo: mainRegion }}
      onSelect={(_, chosen) => {
        onChoose(String(chosen ?? ''));
        setOpen(false);
      }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          id={id}
          icon={icon}
          aria-label={name}
          isExpanded={open}
          onClick={() => setOpen(!open)}
        >
          {shown}
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
  );
};
