import { useState } from 'react';
import { Divider, DropdownGroup, DropdownItem, DropdownList } from '@patternfly/react-core';
import { MenuButton } from '../../components/MenuButton';
import { useT } from '../../i18n/use-t';
import { ManageViewsDialog } from './ManageViewsDialog';
import { SaveViewDialog } from './SaveViewDialog';
import type { Views } from './use-views';
import type { View } from './views';

const Group = ({
  label,
  group,
  views: { current, defaultId, open },
}: {
  readonly label: string;
  readonly group: readonly View[];
  readonly views: Views;
}) => {
  const t = useT();
  return (
    <DropdownGroup label={label} labelHeadingLevel="h2">
      <DropdownList>
        {group.map((view) => (
          <DropdownItem
            key={view.id}
            isSelected={view.id === current?.id}
            description={view.id === defaultId ? t('Default view') : undefined}
            onClick={() => open(view)}
          >
            {view.name}
          </DropdownItem>
        ))}
      </DropdownList>
    </DropdownGroup>
  );
};

/** The ways to look at the history that somebody has given a name, and how to keep another one. */
export const ViewsMenu = ({ views }: { readonly views: Views }) => {
  const t = useT();
  const [dialog, setDialog] = useState<'save' | 'manage'>();
  const { builtIn, own, current, saved } = views;
  const mayChange = saved !== undefined;
  const maySave = mayChange && current === undefined;
  const close = (): void => setDialog(undefined);
  return (
    <>
      <MenuButton
        side="end"
        toggle={{
          children: current ? t('View: {{name}}', { name: current.name }) : t('Views'),
        }}
      >
        <Group label={t('Built-in views')} group={builtIn} views={views} />
        {own.length > 0 && <Group label={t('Your views')} group={own} views={views} />}
        <Divider />
        <DropdownList>
          <DropdownItem
            isAriaDisabled={!maySave}
            description={
              current && t('Change the filters, the groups, the order or the columns first.')
            }
            onClick={maySave ? () => setDialog('save') : undefined}
          >
            {t('Save the current view')}
          </DropdownItem>
          <DropdownItem
            isAriaDisabled={!mayChange}
            onClick={mayChange ? () => setDialog('manage') : undefined}
          >
            {t('Manage views')}
          </DropdownItem>
        </DropdownList>
      </MenuButton>
      {dialog === 'save' && saved && <SaveViewDialog views={views} saved={saved} onClose={close} />}
      {dialog === 'manage' && saved && (
        <ManageViewsDialog views={views} saved={saved} onClose={close} />
      )}
    </>
  );
};
