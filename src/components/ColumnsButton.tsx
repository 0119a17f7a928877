import { useState } from 'react';
import {
  Button,
  Checkbox,
  Form,
  FormGroup,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ToolbarItem,
  Tooltip,
} from '@patternfly/react-core';
import { ColumnsIcon } from '@patternfly/react-icons';
import { useT } from '../i18n/use-t';

/** What the dialog must know of a column. */
interface ChoosableColumn {
  readonly id: string;
  readonly title: string;
  readonly isExtra?: boolean;
}

interface ColumnsProps {
  /** The first one says what a row is, and is always shown. */
  readonly all: readonly ChoosableColumn[];
  readonly shown: readonly ChoosableColumn[];
  readonly onChoose: (ids: ReadonlySet<string>) => void;
}

const idsOf = (columns: readonly ChoosableColumn[]): ReadonlySet<string> =>
  new Set(columns.map(({ id }) => id));

const ColumnsDialog = ({
  all,
  shown,
  onChoose,
  onClose,
}: ColumnsProps & { readonly onClose: () => void }) => {
  const t = useT();
  const [chosen, setChosen] = useState(() => idsOf(shown));
  const save = (): void => {
    onChoose(chosen);
    onClose();
  };
  return (
    <Modal isOpen variant="small" aria-labelledby="columns-title" onClose={onClose}>
      <ModalHeader
        title={t('Manage columns')}
        labelId="columns-title"
        description={t('The table shows the selected columns. The URL and saved views keep them.')}
      />
      <ModalBody>
        <Form
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <FormGroup role="group" isStack label={t('Columns')} fieldId="columns">
            {all.map(({ id, title }, index) => (
              <Checkbox
                key={id}
                id={`column-${id}`}
                label={title}
                isChecked={index === 0 || chosen.has(id)}
                isDisabled={index === 0}
                onChange={(_, isChosen) =>
                  setChosen(
                    new Set(isChosen ? [...chosen, id] : [...chosen].filter((one) => one !== id)),
                  )
                }
              />
            ))}
          </FormGroup>
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button variant="primary" onClick={save}>
          {t('Save')}
        </Button>
        <Button
          variant="secondary"
          onClick={() => setChosen(idsOf(all.filter(({ isExtra = false }) => !isExtra)))}
        >
          {t('Restore default columns')}
        </Button>
        <Button variant="link" onClick={onClose}>
          {t('Cancel')}
        </Button>
      </ModalFooter>
    </Modal>
  );
};

/** A tool of a table: which of its columns are shown. */
export const ColumnsButton = (props: ColumnsProps) => {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const title = t('Manage columns');
  return (
    <ToolbarItem>
      <Tooltip content={title}>
        <Button
          variant="plain"
          icon={<ColumnsIcon />}
          aria-label={title}
          onClick={() => setOpen(true)}
        />
      </Tooltip>
      {isOpen && <ColumnsDialog {...props} onClose={() => setOpen(false)} />}
    </ToolbarItem>
  );
};
