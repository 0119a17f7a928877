import { draftParams, proposeName } from '../../domain/draft';
import type { CompleteDraft, ParamSource, TriggerDraft } from '../../domain/draft';
import { proposeParam } from '../../domain/param-proposal';
import type { StreamRef } from '../../domain/push';
import type { TagRule } from '../../domain/tag-rule';
import type { Pipeline } from '../../k8s/pipeline';
import { nameOf } from '../../k8s/resource';

/** In place of the name of a project: all that the user may see. */
export const allProjects = '';

/** The form's only state: the draft, and what the form must know to keep proposing. */
export interface FormState {
  readonly draft: TriggerDraft;
  /** Until the user types a name, it follows the ImageStream and the Pipeline. */
  readonly nameChosen: boolean;
  /** The project whose ImageStreams are offered, or `allProjects`. */
  readonly streamNamespace: string;
}

export type FormAction =
  | { type: 'stream-namespace'; namespace: string }
  | { type: 'stream'; stream: StreamRef }
  | { type: 'rule'; rule: TagRule }
  | { type: 'namespace'; namespace: string }
  | { type: 'pipeline'; pipeline: Pipeline }
  | { type: 'param'; name: string; source: ParamSource }
  | { type: 'name'; name: string }
  /** Another draft in place of all that was filled in. */
  | { type: 'draft'; draft: TriggerDraft };

/** The form as it opens, with the ImageStream of the row that it was opened from. */
export const initialForm = (
  namespace: string | undefined,
  stream: StreamRef | undefined,
): FormState => ({
  draft: {
    namespace: namespace ?? '',
    name: '',
    stream,
    rule: { kind: 'any' },
    pipeline: '',
    params: [],
  },
  nameChosen: false,
  streamNamespace: stream?.namespace ?? namespace ?? allProjects,
});

/** The form with a trigger that is edited. */
export const editForm = (draft: CompleteDraft): FormState => ({
  draft,
  nameChosen: true,
  streamNamespace: draft.stream.namespace,
});

/** The form with a trigger that is cloned: everything but its name. */
export const cloneForm = (draft: CompleteDraft): FormState => ({
  ...editForm(draft),
  nameChosen: false,
});

/** Reads `namespace/name`, as links to the form carry it. */
export const parseStreamRef = (text: string): StreamRef | undefined => {
  const [namespace, name, ...rest] = text.split('/');
  return namespace && name && rest.length === 0 ? { namespace, name } : undefined;
};

const withDraft = (state: FormState, changes: Partial<TriggerDraft>): FormState => ({
  ...state,
  draft: { ...state.draft, ...changes },
});

export const formReducer = (state: FormState, action: FormAction): FormState => {
  switch (action.type) {
    case 'stream-namespace':
      return { ...withDraft(state, { stream: undefined }), streamNamespace: action.namespace };
    case 'stream':
      return withDraft(state, { stream: action.stream });
    case 'rule':
      return withDraft(state, { rule: action.rule });
    case 'namespace':
      // What a template keeps names objects of its own project.
      return withDraft(state, {
        namespace: action.namespace,
        pipeline: '',
        params: [],
        kept: undefined,
      });
    case 'pipeline': {
      const declared = action.pipeline.spec?.params ?? [];
      return withDraft(state, {
        pipeline: nameOf(action.pipeline),
        params: draftParams(action.pipeline, (param) => proposeParam(param, declared).source),
      });
    }
    case 'param':
      return withDraft(state, {
        params: state.draft.params.map((param) =>
          param.name === action.name ? { ...param, source: action.source } : param,
        ),
      });
    case 'draft':
      return { ...state, draft: action.draft };
    case 'name':
      return { ...withDraft(state, { name: action.name }), nameChosen: true };
  }
};

/** The form with a Pipeline chosen as well. */
export const withPipeline = (state: FormState, pipeline: Pipeline): FormState =>
  formReducer(state, { type: 'pipeline', pipeline });

/** The draft with the name that is shown: the user's, or the proposed one. */
export const draftOf = (
  { draft, nameChosen }: FormState,
  taken: ReadonlySet<string>,
): TriggerDraft =>
  nameChosen || !draft.stream || draft.pipeline === ''
    ? draft
    : { ...draft, name: proposeName([draft.stream.name, draft.pipeline], taken) };
