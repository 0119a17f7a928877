import { useRef } from 'react';
import type { ReactNode } from 'react';
import { Button, Split, SplitItem, Stack } from '@patternfly/react-core';
import { MinusCircleIcon, PlusCircleIcon } from '@patternfly/react-icons';
import { FieldHelp } from '../../../components/FieldHelp';

interface RowTexts {
  readonly title: string;
  readonly help: string;
  readonly add: string;
  /** Of a row, from 1. */
  readonly remove: (number: number) => string;
}

/** Rows of fields under a title, to be added and taken away. */
export const RowList = <T,>({
  id,
  texts,
  rows,
  blank,
  onChange,
  children,
}: {
  readonly id: string;
  readonly texts: RowTexts;
  readonly rows: readonly T[];
  /** A row that was just added. */
  readonly blank: T;
  readonly onChange: (rows: readonly T[]) => void;
  /** The fields of a row, at its place from 0. */
  readonly children: (row: T, index: number, change: (row: T) => void) => ReactNode;
}) => {
  const add = useRef<HTMLButtonElement>(null);
  return (
    <Stack hasGutter role="group" aria-labelledby={`${id}-title`} aria-describedby={`${id}-about`}>
      <div>
        <div id={`${id}-title`} className="pf-v6-c-form__label-text">
          {texts.title}
        </div>
        <FieldHelp id={`${id}-about`} help={texts.help} />
      </div>
      {rows.map((row, index) => (
        // A row has no name of its own: it is what stands at this place.
        <Split key={index} hasGutter>
          <SplitItem isFilled>
            {children(row, index, (changed) =>
              onChange(rows.map((other, place) => (place === index ? changed : other))),
            )}
          </SplitItem>
          <SplitItem>
            <Button
              variant="plain"
              aria-label={texts.remove(index + 1)}
              icon={<MinusCircleIcon />}
              onClick={() => {
                onChange(rows.filter((_, place) => place !== index));
                add.current?.focus();
              }}
            />
          </SplitItem>
        </Split>
      ))}
      <div>
        <Button
          ref={add}
          variant="link"
          isInline
          icon={<PlusCircleIcon />}
          onClick={() => onChange([...rows, blank])}
        >
          {texts.add}
        </Button>
      </div>
    </Stack>
  );
};
