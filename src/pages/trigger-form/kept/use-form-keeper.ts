import { useCallback, useState } from 'react';
import { readOfTab, removeOfTab, writeOfTab } from '../../../components/tab-storage';
import type { FormState } from '../form-state';
import { formToText, parseStoredForm } from './stored-form';
import type { StoredForm } from './stored-form';

/** Which form it is, and what it begins with. */
export interface FormId {
  /** Unique among the forms that a user can tell apart. */
  readonly form: string;
  /** See `fingerprintOf`; empty for a form that begins with nothing. */
  readonly madeFrom: string;
}

/** Keeps a form over a reload of the page. */
export interface FormKeeper {
  readonly keep: (state: FormState) => void;
  /** There is nothing to go on with any more. */
  readonly forget: () => void;
}

/** What was found of a form: to go on with, of no use any more, or nothing. */
type FoundForm =
  | { readonly found: 'form'; readonly stored: StoredForm }
  | { readonly found: 'unreadable' | 'outdated' | 'nothing' };

const keyOf = (form: string): string => `form/${form}`;

const findForm = ({ form, madeFrom }: FormId): FoundForm => {
  const text = readOfTab(keyOf(form));
  if (text === undefined) return { found: 'nothing' };
  const stored = parseStoredForm(text);
  if (stored?.madeFrom === madeFrom) return { found: 'form', stored };
  removeOfTab(keyOf(form));
  return { found: stored ? 'outdated' : 'unreadable' };
};

/**
 * What was left of a form, and its keeper. As long as nobody has said what is to become of what was
 * found, nothing takes its place.
 */
export const useFormKeeper = ({ form, madeFrom }: FormId) => {
  const [before] = useState(() => findForm({ form, madeFrom }));
  const [answer, setAnswer] = useState<'continue' | 'discard'>();
  const isOpen = before.found === 'form' && answer === undefined;
  const keep = useCallback(
    (state: FormState): void => {
      const savedAt = new Date().toISOString();
      if (!isOpen) writeOfTab(keyOf(form), formToText(state, { savedAt, madeFrom }));
    },
    [form, madeFrom, isOpen],
  );
  const forget = useCallback((): void => {
    if (!isOpen) removeOfTab(keyOf(form));
  }, [form, isOpen]);
  const discard = useCallback((): void => {
    removeOfTab(keyOf(form));
    setAnswer('discard');
  }, [form]);
  const goOn = useCallback(() => setAnswer('continue'), []);
  const keeper: FormKeeper = { keep, forget };
  return { before, answer, keeper, goOn, discard };
};
