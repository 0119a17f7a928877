import { useState } from 'react';
import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { EllipsisVIcon } from '@patternfly/react-icons';
import { useT } from '../i18n/use-t';
import { mainRegion } from './main-region';

export interface ActionsMenuProps {
  /** What the actions are on; in a row it tells the menus of a list apart. */
  readonly subject: string;
  readonly actions: readonly {
    readonly title: string;
    readonly onClick: () => void;
    /** Why it cannot be done: it is shown, disabled, with this below it. */
    readonly refusal?: string;
  }[];
  /** Three dots, for a row. */
  readonly isKebab?: boolean;
}

/** The actions on an object: of a page, or of a row. */
export const ActionsMenu = ({ subject, actions, isKebab = false }: ActionsMenuProps) => {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      shouldFocusFirstItemOnOpen
      // What an action opens, such as a dialog, gives the focus back to where it was.
      shouldFocusToggleOnSelect
      popperProps={{ position: 'right', appendTo: mainRegion }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          isExpanded={open}
          onClick={() => setOpen(!open)}
          {...(isKebab
            ? {
                variant: 'plain',
                icon: <EllipsisVIcon />,
                'aria-label': t('Actions on {{name}}', { name: subject }),
              }
            : {})}
        >
          {isKebab ? undefined : t('Actions')}
        </MenuToggle>
      )}
    >
      <DropdownList>
        {actions.map(({ title, onClick, refusal }) => (
          <DropdownItem
            key={title}
            onClick={refusal === undefined ? onClick : undefined}
            isAriaDisabled={refusal !== undefined}
            description={refusal}
          >
            {title}
          </DropdownItem>
        ))}
      </DropdownList>
    </Dropdown>
  );
};
