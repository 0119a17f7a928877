import { DropdownItem, DropdownList, ToolbarItem } from '@patternfly/react-core';
import { DownloadIcon } from '@patternfly/react-icons';
import { csvOf, jsonOf } from '../domain/exported-table';
import type { ExportedRow } from '../domain/exported-table';
import { useT } from '../i18n/use-t';
import { download } from './download';
import { MenuButton } from './MenuButton';

export interface ExportMenuProps {
  /** The name of the file, less its ending. */
  readonly file: string;
  /** How many rows. */
  readonly count: number;
  /** Makes them, once they are asked for. */
  readonly rows: () => readonly ExportedRow[];
}

/** A tool of a table that hands out the rows that are filtered for, those of all pages, as a file. */
export const ExportMenu = ({ file, count, rows }: ExportMenuProps) => {
  const t = useT();
  return (
    <ToolbarItem>
      <MenuButton
        toggle={{
          variant: 'plain',
          icon: <DownloadIcon />,
          'aria-label': t('Export'),
          isDisabled: count === 0,
        }}
      >
        <DropdownList>
          <DropdownItem
            description={t('For spreadsheets')}
            onClick={() => download(`${file}.csv`, 'text/csv', csvOf(rows()))}
          >
            {t('{{count}} rows as CSV', { count })}
          </DropdownItem>
          <DropdownItem
            description={t('For programs')}
            onClick={() => download(`${file}.json`, 'application/json', jsonOf(rows()))}
          >
            {t('{{count}} rows as JSON', { count })}
          </DropdownItem>
        </DropdownList>
      </MenuButton>
    </ToolbarItem>
  );
};
