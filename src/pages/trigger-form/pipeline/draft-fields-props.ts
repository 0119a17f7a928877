import type { DraftProblem, TriggerDraft } from '../../../domain/draft';
import type { FormAction } from '../form-state';

/** What fields of a draft are about. */
export interface DraftFieldsProps {
  readonly draft: TriggerDraft;
  /** Of the whole draft. */
  readonly problems: readonly DraftProblem[];
  readonly dispatch: (action: FormAction) => void;
}
