import type { CompleteDraft } from '../../domain/draft';
import { noPodTemplate } from '../../domain/pod-template';
import { streamKey } from '../../domain/push';
import type { StreamRef } from '../../domain/push';
import { noMetadata } from '../../domain/run-metadata';
import { defaultSettings } from '../../domain/run-settings';
import { choiceAmong } from '../../domain/stream-choice';
import { allProjects } from './form-state';
import type { FormState } from './form-state';
import type { ChainStart } from './use-chain-start';

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
    policy: 'each-push',
    pipeline: '',
    params: [],
    workspaces: [],
    settings: defaultSettings,
    pod: noPodTemplate,
    metadata: noMetadata,
  },
  nameChosen: false,
  streamNamespace: stream?.namespace ?? namespace ?? allProjects,
});

/** The form as it opens with ImageStreams that were selected in a list, of one project or several. */
export const initialFormOfMany = (
  namespace: string | undefined,
  streams: readonly StreamRef[],
): FormState => {
  const [first, ...others] = new Set(streams.map((stream) => stream.namespace));
  return {
    ...initialForm(namespace, undefined),
    streamNamespace: first !== undefined && others.length === 0 ? first : allProjects,
    many: choiceAmong(streams.map(streamKey)),
  };
};

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

/**
 * The form with a chain that is taken over. Of the ImageStreams that it has run for, the only one of a
 * source of ImageStreams is chosen already; of all images of the cluster, any choice is a guess.
 */
export const chainForm = ({ draft, chain, recent }: ChainStart): FormState => {
  const [first, ...others] = recent.map(({ stream }) => stream);
  const isGuess = chain.scopes.some(({ of }) => of === 'images');
  const named = chain.scopes.flatMap((scope) =>
    scope.of === 'streams' && scope.projects !== 'all' ? scope.projects : [],
  );
  const projects = new Set([...named, ...recent.map(({ stream }) => stream.namespace)]);
  const [project = allProjects] = projects;
  return {
    draft: { ...draft, stream: isGuess || others.length > 0 ? undefined : first },
    nameChosen: false,
    streamNamespace: projects.size === 1 ? project : allProjects,
  };
};
