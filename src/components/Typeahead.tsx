import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import {
  MenuToggle,
  Select,
  SelectList,
  SelectOption,
  TextInputGroup,
  TextInputGroupMain,
} from '@patternfly/react-core';
import { useT } from '../i18n/use-t';
import { Announcement } from './Announcement';
import { mainRegion } from './main-region';
import type { Translate } from '../i18n/use-t';

export interface TypeaheadOption {
  readonly value: string;
  /** What is shown and searched in place of the value. */
  readonly title?: string;
  readonly description?: string;
}

export interface TypeaheadProps {
  /** The id of the input, for its label. */
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** undefined while they are loading. */
  readonly options: readonly TypeaheadOption[] | undefined;
  readonly onChange: (value: string) => void;
  readonly placeholder: string;
}

/** So many options are drawn; typing finds the others. */
const mostShown = 100;

const titleOf = ({ value, title = value }: TypeaheadOption): string => title;

/** The option that a key leads to; undefined for a key that leads nowhere. */
const nextIndex = (key: string, index: number, count: number): number | undefined => {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (index + 1) % count;
  if (key === 'ArrowUp') return (index <= 0 ? count : index) - 1;
  return undefined;
};

/** Why there is nothing to choose. */
const noneText = (t: Translate, options: TypeaheadProps['options']): string => {
  if (!options) return t('Loading');
  return options.length === 0 ? t('There is nothing to choose from') : t('Nothing matches');
};

/**
 * A choice of one among many, found by typing: an editable combobox with a list. PatternFly's own
 * template has neither a name for its input nor translated texts.
 */
export const Typeahead = (props: TypeaheadProps) => {
  const { id, label, value, options, onChange, placeholder } = props;
  const t = useT();
  // What is chosen already is selected, so that typing replaces it.
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<string>();
  const [focused, setFocused] = useState(-1);
  const search = (typed ?? '').toLowerCase();
  const found = (options ?? []).filter((option) => titleOf(option).toLowerCase().includes(search));
  const shown = found.slice(0, mostShown);
  const chosenOption = options?.find((option) => option.value === value) ?? { value };
  const optionId = (index: number): string => `${id}-option-${index}`;
  const close = (): void => {
    setOpen(false);
    setTyped(undefined);
    setFocused(-1);
  };
  const choose = (chosen: string | undefined): void => {
    if (chosen === undefined) return;
    onChange(chosen);
    close();
  };
  const nothing = noneText(t, options);
  const choices = found.length === 0 ? nothing : t('{{count}} choices', { count: found.length });
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = nextIndex(event.key, focused, shown.length);
    if (next !== undefined) {
      event.preventDefault();
      setOpen(true);
      setFocused(next);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (open) choose(shown[focused]?.value ?? (found.length === 1 ? found[0]?.value : undefined));
      else setOpen(true);
    } else if (event.key === 'Tab') close();
  };
  return (
    <>
      <Select
        isOpen={open}
        selected={value}
        variant="typeahead"
        isScrollable
        popperProps={{ appendTo: mainRegion }}
        onOpenChange={(next) => (next ? setOpen(true) : close())}
        onSelect={(_, chosen) => choose(chosen === undefined ? undefined : String(chosen))}
        toggle={(ref) => (
          <MenuToggle
            ref={ref}
            variant="typeahead"
            isFullWidth
            isExpanded={open}
            aria-label={t('Show the choices: {{label}}', { label })}
            onClick={() => (open ? close() : setOpen(true))}
          >
            <TextInputGroup isPlain>
              <TextInputGroupMain
                inputId={id}
                value={typed ?? titleOf(chosenOption)}
                placeholder={placeholder}
                autoComplete="off"
                role="combobox"
                aria-label={label}
                isExpanded={open}
                aria-controls={`${id}-list`}
                aria-activedescendant={focused >= 0 ? optionId(focused) : undefined}
                onClick={() => setOpen(true)}
                innerRef={input}
                onFocus={() => input.current?.select()}
                onChange={(_, text) => {
                  setTyped(text);
                  setFocused(-1);
                  setOpen(true);
                }}
                onKeyDown={onKeyDown}
              />
            </TextInputGroup>
          </MenuToggle>
        )}
      >
        <SelectList id={`${id}-list`} aria-label={label}>
          {shown.map((option, index) => (
            <SelectOption
              key={option.value}
              id={optionId(index)}
              value={option.value}
              description={option.description}
              isFocused={index === focused}
            >
              {titleOf(option)}
            </SelectOption>
          ))}
          {found.length === 0 && <SelectOption isDisabled>{nothing}</SelectOption>}
          {found.length > mostShown && (
            <SelectOption isDisabled>
              {t('{{count}} more: type to find them', { count: found.length - mostShown })}
            </SelectOption>
          )}
        </SelectList>
      </Select>
      <Announcement text={open ? choices : ''} />
    </>
  );
};
