import { draftProblems, isComplete } from '../../domain/draft';
import type { CompleteDraft, DraftProblem, TriggerDraft } from '../../domain/draft';
import type { ManyDrafts } from '../../domain/many-drafts';
import { draftOf, withWorkspaces } from './form-state';
import type { FormState } from './form-state';
import type { useFormData } from './use-form-data';
import { isTextAhead } from './yaml-state';

/** What the form holds, judged by what the cluster has. */
export interface FormContent {
  /** As it is shown. */
  readonly draft: TriggerDraft;
  /** Of its fields. */
  readonly problems: readonly DraftProblem[];
  /** Whether the first step is done. */
  readonly isSourceReady: boolean;
  /** What can be reviewed: one draft, or many; none as long as something is missing. */
  readonly complete: readonly CompleteDraft[];
}

const sourceCodes: readonly DraftProblem['code'][] = ['stream-missing', 'rule'];

const isSourceDone = (problems: readonly DraftProblem[]): boolean =>
  !problems.some(({ code }) => sourceCodes.includes(code));

const isChosen = ({ matched, choiceProblems }: ManyDrafts): boolean =>
  matched.some(({ isWanted }) => isWanted) &&
  !choiceProblems.some(({ code }) => code === 'pattern-illegal' || code === 'labels-illegal');

/** @param taken names that a trigger cannot have */
export const contentOf = (
  state: FormState,
  data: ReturnType<typeof useFormData>,
  taken: ReadonlySet<string>,
): FormContent => {
  const { made, pipeline, pipelineGone, streamGone } = data;
  const isRunReady = !pipelineGone && !isTextAhead(state);
  if (made) {
    const isSourceReady = isSourceDone(made.problems) && isChosen(made);
    return {
      draft: withWorkspaces(state.draft, pipeline),
      problems: made.problems,
      isSourceReady,
      complete: isSourceReady && isRunReady ? made.drafts : [],
    };
  }
  const draft = draftOf(state, { taken, pipeline });
  const problems = draftProblems(draft, taken);
  const isSourceReady = !streamGone && isSourceDone(problems);
  return {
    draft,
    problems,
    isSourceReady,
    complete: isSourceReady && isRunReady && isComplete(draft, problems) ? [draft] : [],
  };
};
