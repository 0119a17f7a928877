import { useState } from 'react';
import {
  ActionList,
  ActionListItem,
  Button,
  Content,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  Radio,
} from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { withDefault, withName, withoutView } from '../../domain/saved-views';
import { useT } from '../../i18n/use-t';
import { RenameViewForm } from './RenameViewForm';
import type { ViewsDialogProps } from './SaveViewDialog';
import type { View } from './views';
import { allPushesId } from './views';

const closeId = 'manage-views-close';

interface ViewLineProps {
  readonly view: View;
  readonly isDefault: boolean;
  readonly onDefault: () => void;
  /** Absent of views that are built in. */
  readonly own?: {
    /** The names of all other views. */
    readonly taken: readonly string[];
    readonly rename: (name: string) => void;
    readonly remove: () => void;
  };
}

const ViewLine = ({ view: { id, name }, isDefault, onDefault, own }: ViewLineProps) => {
  const t = useT();
  const [isRenaming, setRenaming] = useState(false);
  if (own && isRenaming)
    return (
      <Tr>
        <Td colSpan={3}>
          <RenameViewForm
            name={name}
            taken={own.taken}
            onRename={own.rename}
            onClose={() => {
              setRenaming(false);
              document.getElementById(closeId)?.focus();
            }}
          />
        </Td>
      </Tr>
    );
  return (
    <Tr>
      <Td dataLabel={t('Default')}>
        <Radio
          id={`default-view-${id}`}
          name="default-view"
          aria-label={t('Open the history with {{name}}', { name })}
          isChecked={isDefault}
          onChange={onDefault}
        />
      </Td>
      <Td dataLabel={t('Name')} modifier="breakWord">
        {name}
      </Td>
      <Td isActionCell>
        {own && (
          <ActionList>
            <ActionListItem>
              <Button
                variant="link"
                aria-label={t('Rename {{name}}', { name })}
                onClick={() => setRenaming(true)}
              >
                {t('Rename')}
              </Button>
            </ActionListItem>
            <ActionListItem>
              <Button
                variant="link"
                isDanger
                aria-label={t('Delete {{name}}', { name })}
                onClick={() => {
                  own.remove();
                  // What was pressed goes with the view.
                  document.getElementById(closeId)?.focus();
                }}
              >
                {t('Delete')}
              </Button>
            </ActionListItem>
          </ActionList>
        )}
      </Td>
    </Tr>
  );
};

/** Which view the history opens with, and what the user's own are called. What is done is done at once. */
export const ManageViewsDialog = ({ views, saved, onClose }: ViewsDialogProps) => {
  const t = useT();
  const { builtIn, own, defaultId, save } = views;
  const all = [...builtIn, ...own];
  const lineOf = (view: View): ViewLineProps => ({
    view,
    isDefault: view.id === defaultId,
    onDefault: () => save(withDefault(saved, view.id === allPushesId ? undefined : view.id)),
  });
  return (
    <Modal isOpen variant="medium" aria-labelledby="manage-views-title" onClose={onClose}>
      <ModalHeader
        title={t('Manage views')}
        labelId="manage-views-title"
        description={t('The history opens with the default view, unless a link says more.')}
      />
      <ModalBody>
        <Table aria-label={t('Views')} variant="compact" gridBreakPoint="">
          <Thead>
            <Tr>
              <Th modifier="fitContent">{t('Default')}</Th>
              <Th>{t('Name')}</Th>
              <Th screenReaderText={t('Actions')} />
            </Tr>
          </Thead>
          <Tbody>
            {builtIn.map((view) => (
              <ViewLine key={view.id} {...lineOf(view)} />
            ))}
            {own.map((view) => (
              <ViewLine
                key={view.id}
                {...lineOf(view)}
                own={{
                  taken: all.flatMap(({ id, name }) => (id === view.id ? [] : name)),
                  rename: (name) => save(withName(saved, view.name, name)),
                  remove: () => save(withoutView(saved, view.name)),
                }}
              />
            ))}
          </Tbody>
        </Table>
        {own.length === 0 && (
          <Content component="small">{t('You have not saved a view yet.')}</Content>
        )}
      </ModalBody>
      <ModalFooter>
        <Button id={closeId} variant="primary" onClick={onClose}>
          {t('Close')}
        </Button>
      </ModalFooter>
    </Modal>
  );
};
