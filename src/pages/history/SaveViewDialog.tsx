import { useState } from 'react';
import {
  Button,
  Checkbox,
  Form,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
} from '@patternfly/react-core';
import {
  nameProblem,
  ownViewId,
  viewOfName,
  withDefault,
  withView,
} from '../../domain/saved-views';
import type { SavedViews } from '../../domain/saved-views';
import { useT } from '../../i18n/use-t';
import type { Views } from './use-views';
import { ViewNameField } from './ViewNameField';

export interface ViewsDialogProps {
  readonly views: Views;
  readonly saved: SavedViews;
  readonly onClose: () => void;
}

/** Gives a name to what the page shows. */
export const SaveViewDialog = ({ views, saved, onClose }: ViewsDialogProps) => {
  const t = useT();
  const [name, setName] = useState('');
  const [isDefault, setDefault] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const problem = nameProblem(
    name,
    views.builtIn.map((view) => view.name),
  );
  const replaced = viewOfName(views.own, name);
  const save = (): void => {
    setAsked(true);
    if (problem) {
      document.getElementById('view-name')?.focus();
      return;
    }
    const next = withView(saved, { name, query: views.query });
    views.save(isDefault ? withDefault(next, ownViewId(replaced?.name ?? name.trim())) : next);
    onClose();
  };
  return (
    <Modal
      isOpen
      variant="small"
      aria-labelledby="save-view-title"
      elementToFocus="#view-name"
      onClose={onClose}
    >
      <ModalHeader
        title={t('Save the current view')}
        labelId="save-view-title"
        description={t('It keeps the filters, the groups, the order and the columns.')}
      />
      <ModalBody>
        <Form
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <ViewNameField
            id="view-name"
            label={t('Name')}
            name={name}
            problem={isAsked ? problem : undefined}
            warning={replaced && t('What {{name}} shows now is replaced.', { name: replaced.name })}
            onChange={setName}
          />
          <Checkbox
            id="view-default"
            label={t('Open the history with this view')}
            isChecked={isDefault}
            onChange={(_, isChecked) => setDefault(isChecked)}
          />
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button variant="primary" onClick={save}>
          {replaced ? t('Replace') : t('Save')}
        </Button>
        <Button variant="link" onClick={onClose}>
          {t('Cancel')}
        </Button>
      </ModalFooter>
    </Modal>
  );
};
