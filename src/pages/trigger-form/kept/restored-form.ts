import type { DraftWorkspace } from '../../../domain/workspace';
import type { FormState } from '../form-state';
import type { StoredForm } from './stored-form';
import { withKeptHere } from './stored-kept';

/** The row as it was left, with what the template keeps of it now. */
const restoredWorkspace = (
  workspace: DraftWorkspace,
  own: DraftWorkspace | undefined,
): DraftWorkspace => {
  if (workspace.source.from === 'kept' && own?.kept === undefined)
    return own ?? { ...workspace, source: { from: 'nothing' } };
  return own?.kept === undefined ? workspace : { ...workspace, kept: own.kept };
};

/** The form as it was left, with what the cluster says now of the parts that are not stored. */
export const restoredForm = (
  { state, isKept, keptHere }: StoredForm,
  now: FormState,
): FormState => {
  const { takesOver } = now.draft;
  if (keptHere)
    return {
      ...state,
      isKeptHere: true,
      draft: { ...withKeptHere(state.draft, keptHere), ...(takesOver && { takesOver }) },
    };
  const isSame =
    state.draft.namespace === now.draft.namespace && state.draft.pipeline === now.draft.pipeline;
  const params = state.draft.params.map((param) => {
    const own = isSame ? now.draft.params.find(({ name }) => name === param.name) : undefined;
    if (param.source.from === 'kept' && own?.kept === undefined)
      return own ?? { ...param, source: { from: 'default' as const } };
    return own?.kept === undefined ? param : { ...param, kept: own.kept };
  });
  const workspaces = state.draft.workspaces.map((workspace) =>
    restoredWorkspace(
      workspace,
      isSame ? now.draft.workspaces.find(({ name }) => name === workspace.name) : undefined,
    ),
  );
  const kept = isKept ? now.draft.kept : undefined;
  const given = { ...(kept && { kept }), ...(takesOver && { takesOver }) };
  return { ...state, draft: { ...state.draft, params, workspaces, ...given } };
};
