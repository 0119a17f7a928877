import { useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Button, Select, SelectList, SelectOption, TextArea } from '@patternfly/react-core';
import { Announcement } from '../../../components/Announcement';
import { mainRegion } from '../../../components/main-region';
import { completionsAt, endsInName } from '../../../domain/raw-cel/completions';
import type { CelField } from '../../../domain/raw-cel/completions';
import { useT } from '../../../i18n/use-t';

/** So many fields are offered; typing finds the others. */
const mostShown = 30;

/** The option that a key leads to; undefined for a key that leads nowhere. */
const nextIndex = (key: string, index: number, count: number): number | undefined => {
  if (key === 'ArrowDown') return (index + 1) % count;
  return key === 'ArrowUp' ? (index <= 0 ? count : index) - 1 : undefined;
};

/**
 * An expression of CEL. While one types, the fields that the word before the caret can become are
 * offered: Ctrl and the space bar ask for them, arrows and Enter take one, Escape leaves the text as
 * it is.
 */
export const CelInput = ({
  id,
  value,
  fields,
  isInvalid,
  onChange,
}: {
  readonly id: string;
  readonly value: string;
  readonly fields: readonly CelField[];
  readonly isInvalid: boolean;
  readonly onChange: (value: string) => void;
}) => {
  const t = useT();
  const area = useRef<HTMLTextAreaElement>(null);
  const moveTo = useRef<number>();
  const [caret, setCaret] = useState<number>();
  const [focused, setFocused] = useState(-1);
  const { from, fields: found } = completionsAt(value.slice(0, caret ?? 0), fields);
  const isOpen = caret !== undefined && found.length > 0;
  const shown = isOpen ? found.slice(0, mostShown) : [];
  const optionId = (index: number): string => `${id}-option-${index}`;
  useLayoutEffect(() => {
    if (moveTo.current === undefined) return;
    area.current?.focus();
    area.current?.setSelectionRange(moveTo.current, moveTo.current);
    moveTo.current = undefined;
  }, [value]);
  const offerAt = (position: number | undefined): void => {
    setCaret(position);
    setFocused(-1);
  };
  const take = (path: string): void => {
    moveTo.current = from + path.length;
    offerAt(undefined);
    onChange(value.slice(0, from) + path + value.slice(caret ?? value.length));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const next = shown.length > 0 ? nextIndex(event.key, focused, shown.length) : undefined;
    const chosen = event.key === 'Enter' ? shown[focused] : undefined;
    if (event.key === ' ' && event.ctrlKey) offerAt(event.currentTarget.selectionStart);
    else if (next !== undefined) setFocused(next);
    else if (chosen) take(chosen.path);
    else {
      if (event.key === 'Tab') offerAt(undefined);
      return;
    }
    event.preventDefault();
  };
  return (
    <>
      <Select
        isOpen={isOpen}
        variant="typeahead"
        isScrollable
        popperProps={{ appendTo: mainRegion }}
        onOpenChange={(open) => {
          if (!open) offerAt(undefined);
        }}
        onSelect={(_, path) => take(String(path))}
        toggle={(ref) => (
          <div ref={ref}>
            <TextArea
              ref={area}
              id={id}
              isRequired
              rows={3}
              resizeOrientation="vertical"
              spellCheck={false}
              aria-autocomplete="list"
              aria-haspopup="listbox"
              aria-controls={isOpen ? `${id}-list` : undefined}
              aria-activedescendant={isOpen && focused >= 0 ? optionId(focused) : undefined}
              aria-describedby={`${id}-help`}
              className="pf-v6-u-font-family-monospace"
              value={value}
              validated={isInvalid ? 'error' : 'default'}
              onChange={(event, text) => {
                const position = event.target.selectionStart;
                // Where no name is begun, nothing is offered unless it is asked for.
                offerAt(endsInName(text.slice(0, position)) ? position : undefined);
                onChange(text);
              }}
              onKeyDown={onKeyDown}
            />
            <Button
              variant="link"
              isInline
              onClick={() => {
                area.current?.focus();
                offerAt(area.current?.selectionStart);
              }}
            >
              {t('Insert a field of the event')}
            </Button>
          </div>
        )}
      >
        <SelectList id={`${id}-list`} aria-label={t('Fields of the event')}>
          {shown.map(({ path, type }, index) => (
            <SelectOption
              key={path}
              id={optionId(index)}
              value={path}
              description={type}
              isFocused={index === focused}
            >
              <span className="pf-v6-u-font-family-monospace">{path}</span>
            </SelectOption>
          ))}
        </SelectList>
      </Select>
      <Announcement text={isOpen ? t('{{count}} choices', { count: found.length }) : ''} />
    </>
  );
};
