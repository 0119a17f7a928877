import type { RunYamlProblem } from '../../domain/run-yaml/problem';
import type { ReadText, RunPart } from '../../domain/run-yaml/read-run-yaml';
import type { FormState } from './form-state';

/** A text that somebody has typed for the run. */
export interface TypedYaml {
  readonly text: string;
  /** As it may be kept over a reload; undefined where it may not. */
  readonly storable: string | undefined;
  /**
   * `read`: the draft is what it says. `unread`: it comes from before a reload. While it is not read,
   * or has a problem, the draft is as it was before.
   */
  readonly verdict: 'read' | 'unread' | RunYamlProblem;
}

/** The view of the run as YAML. */
export interface RunYaml {
  /** Undefined as long as the text is what the draft makes of it. */
  readonly typed?: TypedYaml;
}

export type YamlAction =
  /** Goes from one view to the other; a text that has a problem is dropped. */
  { type: 'yaml-view'; isOpen: boolean } | { type: 'yaml-text'; text: string; found: ReadText };

/** Whether the text says something that the draft does not. */
export const isTextAhead = ({ yaml }: Pick<FormState, 'yaml'>): boolean =>
  yaml?.typed !== undefined && yaml.typed.verdict !== 'read';

/** The form once something else than the text has changed the run: then the text follows. */
export const withTextOfDraft = (state: FormState): FormState =>
  state.yaml?.typed ? { ...state, yaml: {} } : state;

const withRun = (state: FormState, run: RunPart): FormState => ({
  ...state,
  draft: { ...state.draft, ...run },
  isKeptHere: true,
});

export const yamlReducer = (state: FormState, action: YamlAction): FormState => {
  if (action.type === 'yaml-view') return { ...state, yaml: action.isOpen ? {} : undefined };
  const { text, found } = action;
  const typed: TypedYaml = {
    text,
    storable: found.storable,
    verdict: 'run' in found ? 'read' : found.problem,
  };
  return { ...('run' in found ? withRun(state, found.run) : state), yaml: { typed } };
};
