import { Button, ToolbarItem } from '@patternfly/react-core';
import { SelectionTools } from '../../components/SelectionTools';
import type { Selection } from '../../components/use-selection';
import type { ManySwitches } from '../../cluster/use-pause-many';
import { switchOf } from '../../domain/pause-many';
import { useT } from '../../i18n/use-t';
import type { ManagedRow, TriggerRow } from './trigger-row';

/** What the toolbar offers for the selected triggers: to pause those that can be, and to resume. */
export const SwitchTools = ({
  selection,
  start,
}: {
  readonly selection: Selection<TriggerRow, ManagedRow>;
  readonly start: ManySwitches['start'];
}) => {
  const t = useT();
  const { offered, selected } = selection;
  const triggers = selected.map(({ trigger }) => trigger);
  const active = triggers.filter((trigger) => switchOf(trigger) === 'pause');
  const paused = triggers.filter((trigger) => switchOf(trigger) === 'resume');
  return (
    <SelectionTools
      selection={selection}
      proposed={offered}
      title={t('Select all ({{count}})', { count: offered.length })}
    >
      {active.length > 0 && (
        <ToolbarItem>
          <Button variant="secondary" onClick={() => start('pause', active)}>
            {t('Pause ({{count}})', { count: active.length })}
          </Button>
        </ToolbarItem>
      )}
      {paused.length > 0 && (
        <ToolbarItem>
          <Button variant="secondary" onClick={() => start('resume', paused)}>
            {t('Resume ({{count}})', { count: paused.length })}
          </Button>
        </ToolbarItem>
      )}
    </SelectionTools>
  );
};
