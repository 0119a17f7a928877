import type { ImageStream } from '../k8s/image-stream';
import { draftProblems } from './draft';
import type { CompleteDraft, DraftProblem, TriggerDraft } from './draft';
import type { ImageTrigger } from './image-trigger';
import { streamKey, streamRefOf } from './push';
import type { StreamRef } from './push';
import { choiceProblems, matchingStreams } from './stream-choice';
import type { StreamChoice, StreamChoiceProblem } from './stream-choice';
import { affixProblems, suffixFor, triggerNames } from './trigger-names';
import type { Affixes, AffixProblem } from './trigger-names';

/** An ImageStream that a choice matches. */
export interface MatchedStream {
  readonly ref: StreamRef;
  readonly stream: ImageStream;
  /** Names of the triggers that run the same Pipeline for it: then it gets no other. */
  readonly boundBy: readonly string[];
  /** The user has not left it out. */
  readonly isWanted: boolean;
  /** Of the trigger that it gets; undefined where it gets none, or names cannot be made yet. */
  readonly name: string | undefined;
}

/** One draft for many ImageStreams, and what comes of it. */
export interface ManyDrafts {
  /** By project and name. */
  readonly matched: readonly MatchedStream[];
  readonly affixes: Affixes;
  /** Of what holds for all. */
  readonly problems: readonly DraftProblem[];
  readonly choiceProblems: readonly (StreamChoiceProblem | AffixProblem)[];
  /** One for each ImageStream that is wanted; none as long as there is a problem. */
  readonly drafts: readonly CompleteDraft[];
}

/** What the cluster has, as far as it is known. */
export interface ManySurroundings {
  readonly streams: readonly ImageStream[];
  /** Those of the draft's namespace. */
  readonly triggers: readonly ImageTrigger[];
  /** Names of the Triggers and TriggerTemplates of the draft's namespace. */
  readonly taken: ReadonlySet<string>;
}

/** Stands in where a draft is judged for all ImageStreams: each has its own. */
const anyStream: StreamRef = { namespace: 'any', name: 'any' };

const boundByStream = (
  triggers: readonly ImageTrigger[],
  pipeline: string,
): ReadonlyMap<string, string[]> => {
  const bound = new Map<string, string[]>();
  for (const trigger of triggers) {
    if (!trigger.binding || pipeline === '' || trigger.pipeline !== pipeline) continue;
    const key = streamKey(trigger.binding.stream);
    bound.set(key, [...(bound.get(key) ?? []), trigger.name]);
  }
  return bound;
};

/**
 * Makes one draft for each ImageStream that a choice matches and the user has not left out: they
 * differ in their ImageStreams and names, and in nothing else. One that has a trigger of the Pipeline
 * already gets no other. Names stay when others are left out.
 */
export const manyDrafts = (
  draft: TriggerDraft,
  choice: StreamChoice,
  { streams, triggers, taken }: ManySurroundings,
): ManyDrafts => {
  const affixes = { prefix: choice.prefix, suffix: choice.suffix ?? suffixFor(draft.pipeline) };
  const problems = draftProblems({ ...draft, stream: anyStream, name: 'any' }, new Set());
  const ofChoice = [...choiceProblems(choice), ...affixProblems(affixes)];
  const bound = boundByStream(triggers, draft.pipeline);
  const without = new Set(choice.without);
  const found = matchingStreams(choice, streams).map((stream) => {
    const ref = streamRefOf(stream);
    const key = streamKey(ref);
    return { ref, stream, key, boundBy: bound.get(key) ?? [], isWanted: !without.has(key) };
  });
  const canBeNamed = draft.pipeline !== '' && affixProblems(affixes).length === 0;
  const free = found.filter(({ boundBy }) => boundBy.length === 0).map(({ ref }) => ref);
  const names = canBeNamed ? triggerNames(free, affixes, taken) : new Map<string, string>();
  const matched = found.map(({ key, ...row }): MatchedStream => ({ ...row, name: names.get(key) }));
  const isComplete = problems.length === 0 && ofChoice.length === 0;
  return {
    matched,
    affixes,
    problems,
    choiceProblems: ofChoice,
    drafts: isComplete
      ? matched.flatMap(({ ref, isWanted, name }) =>
          isWanted && name !== undefined ? [{ ...draft, stream: ref, name }] : [],
        )
      : [],
  };
};
