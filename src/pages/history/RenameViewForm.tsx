import { useEffect, useState } from 'react';
import { ActionList, ActionListItem, Button, Form } from '@patternfly/react-core';
import { nameProblem } from '../../domain/saved-views';
import { useT } from '../../i18n/use-t';
import { ViewNameField } from './ViewNameField';

const fieldId = 'new-view-name';

/** Gives another name to a view, in its line. */
export const RenameViewForm = ({
  name,
  taken,
  onRename,
  onClose,
}: {
  readonly name: string;
  /** The names of all other views. */
  readonly taken: readonly string[];
  readonly onRename: (name: string) => void;
  readonly onClose: () => void;
}) => {
  const t = useT();
  const [text, setText] = useState(name);
  useEffect(() => document.getElementById(fieldId)?.focus(), []);
  const problem = nameProblem(text, taken);
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        if (problem) return;
        onRename(text);
        onClose();
      }}
    >
      <ViewNameField
        id={fieldId}
        label={t('New name of {{name}}', { name })}
        name={text}
        problem={problem}
        onChange={setText}
      />
      <ActionList>
        <ActionListItem>
          <Button type="submit" variant="secondary">
            {t('Rename')}
          </Button>
        </ActionListItem>
        <ActionListItem>
          <Button variant="link" onClick={onClose}>
            {t('Cancel')}
          </Button>
        </ActionListItem>
      </ActionList>
    </Form>
  );
};
