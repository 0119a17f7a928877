import { useState } from 'react';
import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { DownloadIcon } from '@patternfly/react-icons';
import { download } from '../../components/download';
import { mainRegion } from '../../components/main-region';
import { csvOf, jsonOf } from '../../domain/history-export';
import type { ExportedPush } from '../../domain/history-export';
import { useT } from '../../i18n/use-t';

/** Hands out the rows that are filtered for, those of all pages, as a file. */
export const ExportMenu = ({
  count,
  pushes,
}: {
  /** How many rows. */
  readonly count: number;
  /** Makes them, once they are asked for. */
  readonly pushes: () => readonly ExportedPush[];
}) => {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      shouldFocusFirstItemOnOpen
      shouldFocusToggleOnSelect
      popperProps={{ appendTo: mainRegion }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant="plain"
          icon={<DownloadIcon />}
          aria-label={t('Export')}
          isExpanded={open}
          isDisabled={count === 0}
          onClick={() => setOpen(!open)}
        />
      )}
    >
      <DropdownList>
        <DropdownItem
          description={t('For spreadsheets')}
          onClick={() => download('image-trigger-history.csv', 'text/csv', csvOf(pushes()))}
        >
          {t('{{count}} rows as CSV', { count })}
        </DropdownItem>
        <DropdownItem
          description={t('For programs')}
          onClick={() =>
            download('image-trigger-history.json', 'application/json', jsonOf(pushes()))
          }
        >
          {t('{{count}} rows as JSON', { count })}
        </DropdownItem>
      </DropdownList>
    </Dropdown>
  );
};
