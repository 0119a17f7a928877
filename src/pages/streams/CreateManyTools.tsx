import { Button, ToolbarItem } from '@patternfly/react-core';
import { useNavigate } from 'react-router';
import { SelectionTools } from '../../components/SelectionTools';
import { newTriggerPath } from '../../components/paths';
import type { Selection } from '../../components/use-selection';
import type { StreamRow } from '../../domain/stream-row';
import { useT } from '../../i18n/use-t';

/** So many are offered to be selected at once: their names are in the URL of the form. */
const mostAtOnce = 100;

/** What the toolbar offers for the selected ImageStreams: an image trigger for each. */
export const CreateManyTools = ({
  namespace,
  selection,
}: {
  readonly namespace: string | undefined;
  readonly selection: Selection<StreamRow, StreamRow>;
}) => {
  const t = useT();
  const navigate = useNavigate();
  const { offered, selected } = selection;
  const streams = selected.map(({ ref }) => ref);
  return (
    <SelectionTools
      selection={selection}
      proposed={offered.length > mostAtOnce ? [] : offered}
      title={t('Select all ({{count}})', { count: offered.length })}
    >
      <ToolbarItem>
        <Button
          variant="secondary"
          onClick={() => void navigate(newTriggerPath(namespace, { streams }))}
        >
          {t('Create image triggers ({{count}})', { count: streams.length })}
        </Button>
      </ToolbarItem>
    </SelectionTools>
  );
};
