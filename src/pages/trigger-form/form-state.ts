import { draftParams, nameInNames, proposeName } from '../../domain/draft';
import type { ParamSource, TriggerDraft } from '../../domain/draft';
import { proposeParam } from '../../domain/param-proposal';
import { clusterImages, isClusterImages } from '../../domain/push';
import type { StreamRef } from '../../domain/push';
import type { StreamChoice } from '../../domain/stream-choice';
import type { TagRule } from '../../domain/tag-rule';
import type { PodTemplate } from '../../domain/pod-template';
import type { RunMetadata } from '../../domain/run-metadata';
import type { RunPolicy } from '../../domain/run-policy';
import type { RunSetting } from '../../domain/run-settings';
import { workspacesFor } from '../../domain/workspace';
import type { DraftWorkspace } from '../../domain/workspace';
import type { Pipeline } from '../../k8s/pipeline';
import { nameOf } from '../../k8s/resource';
import { withTextOfDraft, yamlReducer } from './yaml-state';
import type { RunYaml, YamlAction } from './yaml-state';

/** In place of the name of a project: all that the user may see. */
export const allProjects = '';

/** The form's only state: the draft, and what the form must know to keep proposing. */
export interface FormState {
  readonly draft: TriggerDraft;
  /** Until the user types a name, it follows the ImageStream and the Pipeline. */
  readonly nameChosen: boolean;
  /** The project whose ImageStreams are offered, or `allProjects`. */
  readonly streamNamespace: string;
  /** Where the run is shown as YAML. */
  readonly yaml?: RunYaml;
  /** Whether what the draft keeps was typed here: then it is nowhere else. */
  readonly isKeptHere?: boolean;
  /** Where the form makes many triggers: for which ImageStreams, in place of that of the draft. */
  readonly many?: StreamChoice;
}

export type FormAction =
  | { type: 'stream-namespace'; namespace: string }
  | { type: 'stream'; stream: StreamRef }
  | { type: 'many'; choice: StreamChoice | undefined }
  | { type: 'any-image' }
  | { type: 'rule'; rule: TagRule }
  | { type: 'policy'; policy: RunPolicy }
  | { type: 'namespace'; namespace: string }
  | { type: 'pipeline'; pipeline: Pipeline }
  | { type: 'param'; name: string; source: ParamSource }
  | { type: 'workspace'; workspace: DraftWorkspace }
  | { type: 'setting'; setting: RunSetting; value: string }
  | { type: 'pod'; pod: PodTemplate }
  | { type: 'metadata'; metadata: RunMetadata }
  | { type: 'name'; name: string }
  | YamlAction
  /** Another draft in place of all that was filled in. */
  | { type: 'draft'; draft: TriggerDraft };

const withDraft = (state: FormState, changes: Partial<TriggerDraft>): FormState => ({
  ...state,
  draft: { ...state.draft, ...changes },
});

/** The form for an ImageStream again, after it was one for all Images of the cluster. */
const withoutImages = (state: FormState): FormState =>
  state.draft.stream && isClusterImages(state.draft.stream)
    ? withDraft(state, { stream: undefined, rule: { kind: 'any' } })
    : state;

export const formReducer = (state: FormState, action: FormAction): FormState => {
  switch (action.type) {
    case 'yaml-view':
    case 'yaml-text':
      return yamlReducer(state, action);
    case 'stream-namespace':
      return { ...withDraft(state, { stream: undefined }), streamNamespace: action.namespace };
    case 'many':
      return { ...withoutImages(state), many: action.choice };
    case 'any-image':
      // A rule for tags says nothing of repositories.
      return {
        ...withDraft(state, {
          stream: clusterImages,
          rule: { kind: 'any' },
          // An Image is new once.
          policy: 'each-push',
        }),
        many: undefined,
      };
    case 'stream':
      return withDraft(state, { stream: action.stream });
    case 'rule':
      return withDraft(state, { rule: action.rule });
    case 'policy':
      return withDraft(state, { policy: action.policy });
    case 'namespace':
      // What a template keeps names objects of its own project, as do an account and pull secrets.
      return withDraft(withTextOfDraft(state), {
        namespace: action.namespace,
        pipeline: '',
        params: [],
        workspaces: [],
        settings: { ...state.draft.settings, serviceAccount: '' },
        pod: { ...state.draft.pod, pullSecrets: [] },
        kept: undefined,
      });
    case 'pipeline': {
      const declared = action.pipeline.spec?.params ?? [];
      const spaces = new Set(action.pipeline.spec?.workspaces?.map(({ name }) => name));
      return withDraft(withTextOfDraft(state), {
        pipeline: nameOf(action.pipeline),
        params: draftParams(
          action.pipeline,
          (param) => proposeParam(param, declared, state.draft.stream).source,
        ),
        // Workspaces of the same name most often mean the same.
        workspaces: workspacesFor(
          action.pipeline,
          state.draft.workspaces.filter(({ name }) => spaces.has(name)),
        ),
      });
    }
    case 'param':
      return withDraft(state, {
        params: state.draft.params.map((param) =>
          param.name === action.name ? { ...param, source: action.source } : param,
        ),
      });
    case 'workspace': {
      const { workspace } = action;
      const others = state.draft.workspaces;
      const isThere = others.some(({ name }) => name === workspace.name);
      return withDraft(state, {
        workspaces: isThere
          ? others.map((other) => (other.name === workspace.name ? workspace : other))
          : [...others, workspace],
      });
    }
    case 'setting':
      return withDraft(state, {
        settings: { ...state.draft.settings, [action.setting]: action.value },
      });
    case 'pod':
      return withDraft(state, { pod: action.pod });
    case 'metadata':
      return withDraft(state, { metadata: action.metadata });
    case 'draft':
      return { ...withTextOfDraft(state), draft: action.draft };
    case 'name':
      return { ...withDraft(state, { name: action.name }), nameChosen: true };
  }
};

/** The form with a Pipeline chosen as well. */
export const withPipeline = (state: FormState, pipeline: Pipeline): FormState =>
  formReducer(state, { type: 'pipeline', pipeline });

/** A draft with a row for each workspace that its Pipeline has by now; see `DraftSurroundings`. */
export const withWorkspaces = (
  draft: TriggerDraft,
  pipeline: Pipeline | undefined,
): TriggerDraft =>
  pipeline ? { ...draft, workspaces: workspacesFor(pipeline, draft.workspaces) } : draft;

/** What the form must know of the cluster to show a draft. */
export interface DraftSurroundings {
  /** Names that the trigger cannot have. */
  readonly taken: ReadonlySet<string>;
  /** The Pipeline that is chosen, as it is now; undefined where nobody knows. */
  readonly pipeline: Pipeline | undefined;
}

/**
 * The draft that is shown: with the user's name or the proposed one, and a row for each workspace
 * that the Pipeline has by now.
 */
export const draftOf = (
  { draft, nameChosen }: FormState,
  { taken, pipeline }: DraftSurroundings,
): TriggerDraft => {
  const shown = withWorkspaces(draft, pipeline);
  return nameChosen || !draft.stream || draft.pipeline === ''
    ? shown
    : { ...shown, name: proposeName([nameInNames(draft.stream), draft.pipeline], taken) };
};
