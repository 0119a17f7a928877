import { useState } from 'react';
import type { Ref } from 'react';
import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import type { MenuToggleElement } from '@patternfly/react-core';
import { EllipsisVIcon } from '@patternfly/react-icons';
import { useT } from '../i18n/use-t';

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

/**
 * The actions on an object: of a page, or of a row. The menu itself is made when it is first
 * opened: what places it costs more than the rest of a row.
 */
export const ActionsMenu = ({ subject, actions, isKebab = false }: ActionsMenuProps) => {
  const t = useT();
  const [open, setOpen] = useState<boolean>();
  const toggle = (ref?: Ref<MenuToggleElement>) => (
    <MenuToggle
      ref={ref}
      isExpanded={open === true}
      onClick={() => setOpen(open !== true)}
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
  );
  if (open === undefined) return toggle();
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      shouldFocusFirstItemOnOpen
      // What an action opens, such as a dialog, gives the focus back to where it was.
      shouldFocusToggleOnSelect
      popperProps={{ position: 'right' }}
      toggle={toggle}
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
