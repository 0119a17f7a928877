import { DropdownItem, DropdownList } from '@patternfly/react-core';
import { EllipsisVIcon } from '@patternfly/react-icons';
import { useHref, useLinkClickHandler } from 'react-router';
import { useT } from '../i18n/use-t';
import { MenuButton } from './MenuButton';

/** Something that is done, or a page that it leads to. */
type Action = {
  readonly title: string;
  /** Why it cannot be done: it is shown, disabled, with this below it. */
  readonly refusal?: string;
} & ({ readonly onClick: () => void } | { readonly to: string });

const LinkItem = ({ to, children }: { readonly to: string; readonly children: string }) => {
  const href = useHref(to);
  const follow = useLinkClickHandler<HTMLElement>(to);
  return (
    <DropdownItem to={href} onClick={follow}>
      {children}
    </DropdownItem>
  );
};

export interface ActionsMenuProps {
  /** What the actions are on; in a row it tells the menus of a list apart. */
  readonly subject: string;
  readonly actions: readonly Action[];
  /** Three dots, for a row. */
  readonly isKebab?: boolean;
}

/** The actions on an object: of a page, or of a row. */
export const ActionsMenu = ({ subject, actions, isKebab = false }: ActionsMenuProps) => {
  const t = useT();
  return (
    <MenuButton
      side="end"
      toggle={
        isKebab
          ? {
              variant: 'plain',
              icon: <EllipsisVIcon />,
              'aria-label': t('Actions on {{name}}', { name: subject }),
            }
          : { children: t('Actions') }
      }
    >
      <DropdownList>
        {actions.map((action) =>
          'to' in action && action.refusal === undefined ? (
            <LinkItem key={action.title} to={action.to}>
              {action.title}
            </LinkItem>
          ) : (
            <DropdownItem
              key={action.title}
              onClick={
                'onClick' in action && action.refusal === undefined ? action.onClick : undefined
              }
              isAriaDisabled={action.refusal !== undefined}
              description={action.refusal}
            >
              {action.title}
            </DropdownItem>
          ),
        )}
      </DropdownList>
    </MenuButton>
  );
};
