import { Button, ToolbarItem } from '@patternfly/react-core';
import { useNavigate } from 'react-router';
import { SelectionTools } from '../../components/SelectionTools';
import { handOver } from '../../components/handed-streams';
import { newTriggerPath } from '../../components/paths';
import type { Selection } from '../../components/use-selection';
import type { StreamRow } from '../../domain/stream-row';
import { useT } from '../../i18n/use-t';

/** So many have their names in the URL of the form, which others can open, too. */
const mostInUrl = 100;

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
  const open = (): void => {
    const streams = selected.map(({ ref }) => ref);
    const start = streams.length > mostInUrl ? { selection: handOver(streams) } : { streams };
    void navigate(newTriggerPath(namespace, start));
  };
  return (
    <SelectionTools
      selection={selection}
      proposed={offered}
      title={t('Select all ({{count}})', { count: offered.length })}
    >
      <ToolbarItem>
        <Button variant="secondary" onClick={open}>
          {t('Create image triggers ({{count}})', { count: selected.length })}
        </Button>
      </ToolbarItem>
    </SelectionTools>
  );
};
