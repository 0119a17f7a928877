import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Button, ToolbarGroup, ToolbarItem } from '@patternfly/react-core';
import { useT } from '../i18n/use-t';
import type { Selection } from './use-selection';

/** What the toolbar of a table offers for its selection. */
export const SelectionTools = <Row,>({
  selection: { selected, set },
  proposed,
  title,
  children,
}: {
  readonly selection: Pick<Selection<Row, Row>, 'selected' | 'set'>;
  /** Rows that one may want to select all at once. */
  readonly proposed: readonly Row[];
  /** Of the button that selects these. */
  readonly title: string;
  /** What can be done with the selected rows, as items of the toolbar. */
  readonly children: ReactNode;
}) => {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const isPressed = useRef(false);
  // At once: an effect that is still to run for rows that have just come would take the press for its own.
  useLayoutEffect(() => {
    // The button that was pressed is gone: what can be done now takes the focus.
    if (isPressed.current) box.current?.querySelector('button')?.focus();
    isPressed.current = false;
  }, [selected]);
  const select = (rows: readonly Row[]): void => {
    isPressed.current = true;
    set(rows);
  };
  const isProposed = proposed.some((row) => !selected.includes(row));
  // An empty group would take the place of a gap.
  if (!isProposed && selected.length === 0) return null;
  return (
    <ToolbarGroup variant="action-group" ref={box}>
      {isProposed && (
        <ToolbarItem>
          <Button variant="link" onClick={() => select(proposed)}>
            {title}
          </Button>
        </ToolbarItem>
      )}
      {selected.length > 0 && (
        <>
          {children}
          <ToolbarItem>
            <Button variant="link" onClick={() => select([])}>
              {t('Clear selection')}
            </Button>
          </ToolbarItem>
        </>
      )}
    </ToolbarGroup>
  );
};
