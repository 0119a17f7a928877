import { useState } from 'react';
import type { ReactNode } from 'react';
import { Dropdown, MenuToggle } from '@patternfly/react-core';
import type { MenuToggleProps } from '@patternfly/react-core';
import { mainRegion } from './main-region';

export interface MenuButtonProps {
  /** How the button looks: its text, or an icon with a name. */
  readonly toggle: Pick<
    MenuToggleProps,
    'children' | 'variant' | 'icon' | 'aria-label' | 'isDisabled'
  >;
  /** On which side menu and button are in line: `end` where the button is at the edge of the page. */
  readonly side?: 'start' | 'end';
  /** Lists of items. */
  readonly children: ReactNode;
}

/** A button that opens a menu of things to do, which closes once one is chosen. */
export const MenuButton = ({ toggle, side = 'start', children }: MenuButtonProps) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      shouldFocusFirstItemOnOpen
      // What an action opens, such as a dialog, gives the focus back to where it was.
      shouldFocusToggleOnSelect
      popperProps={{ position: side === 'end' ? 'right' : 'left', appendTo: mainRegion }}
      toggle={(ref) => (
        <MenuToggle {...toggle} ref={ref} isExpanded={isOpen} onClick={() => setOpen(!isOpen)} />
      )}
    >
      {children}
    </Dropdown>
  );
};
