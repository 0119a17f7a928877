import type { ParamSpec, ParamValue, Pipeline } from '../k8s/pipeline';
import type { Labels } from './cluster-verbs';
import { metadataProblems } from './run-metadata';
import type { MetadataProblem, RunMetadata } from './run-metadata';
import { settingProblems } from './run-settings';
import type { RunSettingProblem, RunSettings } from './run-settings';
import { paramFacts, paramProblems } from './param-needs';
import type { ParamProblem } from './param-needs';
import { podProblems } from './pod-template';
import type { PodProblem, PodTemplate } from './pod-template';
import type { PushField } from './push-fields';
import { isClusterImages } from './push';
import type { StreamRef } from './push';
import { mostTriggerNameCharacters } from './run-name';
import type { RunPolicy } from './run-policy';
import type { TakenChain } from './take-over/taken-chain';
import { mostExactTags, tagRuleProblem } from './tag-rule';
import type { TagRule, TagRuleProblem } from './tag-rule';
import { workspaceProblems } from './workspace';
import type { DraftWorkspace, WorkspaceProblem } from './workspace';

/** Where a text comes from that a Pipeline gets. */
export type TextSource =
  | { from: 'push'; field: PushField }
  /** A text, in which fields of the push can stand: `$(tag)`. */
  | { from: 'literal'; value: string };

/** A key of an object with where its text comes from. */
export interface ObjectKey {
  readonly name: string;
  readonly source: TextSource;
}

/** Where the value of a Pipeline's parameter comes from. */
export type ParamSource =
  | TextSource
  /** An object, key by key; of a parameter of that type alone. */
  | { from: 'object'; keys: readonly ObjectKey[] }
  /** Leave it out: the Pipeline's own default holds. */
  | { from: 'default' }
  /** What the template says, which the form cannot hold: `DraftParam.kept`. */
  | { from: 'kept' };

/** A key that a Pipeline declares of an object. */
export interface DeclaredKey {
  readonly name: string;
  /** Whether the parameter's default has it. */
  readonly hasDefault: boolean;
}

export interface DraftParam {
  readonly name: string;
  /** `string` where the Pipeline says nothing. */
  readonly type: NonNullable<ParamSpec['type']>;
  readonly hasDefault: boolean;
  readonly source: ParamSource;
  /** The keys that the Pipeline declares of an object. */
  readonly properties?: readonly DeclaredKey[];
  /** What the Pipeline lets a text be, where it says so. */
  readonly choices?: readonly string[];
  /** A value that no other source gives: a text with other placeholders than fields of the push. */
  readonly kept?: ParamValue;
}

/** What the run of a template says beyond the form: kept as it is. */
export interface KeptParts {
  /** Its `spec` but for what the draft holds by itself. */
  readonly spec: object;
  readonly labels: Labels;
  readonly annotations: Labels;
}

/** What the form holds: everything from which the manifests of an image trigger are built. */
export interface TriggerDraft {
  /** The namespace of the Pipeline, the trigger and its runs. */
  readonly namespace: string;
  readonly name: string;
  readonly stream: StreamRef | undefined;
  readonly rule: TagRule;
  /** What runs once. */
  readonly policy: RunPolicy;
  readonly pipeline: string;
  readonly params: readonly DraftParam[];
  readonly workspaces: readonly DraftWorkspace[];
  readonly settings: RunSettings;
  readonly metadata: RunMetadata;
  readonly pod: PodTemplate;
  /** Of the template that the draft was read from. */
  readonly kept?: KeptParts;
  /** The chain whose place the trigger takes. */
  readonly takesOver?: TakenChain;
}

/** A draft that can be built. */
export type CompleteDraft = TriggerDraft & { readonly stream: StreamRef };

export type DraftProblem =
  | { code: 'name-missing' | 'name-illegal' | 'name-taken' | 'stream-missing' | 'pipeline-missing' }
  | { code: 'name-too-long'; most: number }
  | { code: 'rule'; problem: TagRuleProblem }
  | ParamProblem
  | WorkspaceProblem
  | RunSettingProblem
  | MetadataProblem
  | PodProblem;

/** Lanes for a rule that is no list of tags: four tags pushed at once have one run each. */
const lanesOfPatterns = 4;

/**
 * How many lanes a trigger needs: with a list of tags, one each; else `lanesOfPatterns`. The event of
 * an Image has that one alone.
 */
export const laneCount = ({
  rule,
  stream,
}: Pick<TriggerDraft, 'rule'> & Partial<Pick<TriggerDraft, 'stream'>>): number => {
  if (stream && isClusterImages(stream)) return 1;
  return rule.kind === 'tags' ? Math.max(1, rule.tags.length) : lanesOfPatterns;
};

/** The name of lane k (from 0): the first one has the trigger's own name and owns the others. */
export const laneName = (trigger: string, lane: number): string =>
  lane === 0 ? trigger : `${trigger}-${lane + 1}`;

const legalName = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

const lanesOf = (name: string, lanes: number): string[] =>
  Array.from({ length: lanes }, (_, lane) => laneName(name, lane));

/** The names that a trigger may come to need, whatever number of lanes its rule will ask for. */
export const namesOfLanes = (name: string): string[] => lanesOf(name, mostExactTags);

const nameProblem = (draft: TriggerDraft, taken: ReadonlySet<string>): DraftProblem | undefined => {
  const { name } = draft;
  if (name === '') return { code: 'name-missing' };
  if (!legalName.test(name)) return { code: 'name-illegal' };
  if (name.length > mostTriggerNameCharacters)
    return { code: 'name-too-long', most: mostTriggerNameCharacters };
  // All lanes: a trigger `web` with a second lane and a trigger `web-2` cannot both be.
  const isTaken = lanesOf(name, laneCount(draft)).some((lane) => taken.has(lane));
  return isTaken ? { code: 'name-taken' } : undefined;
};

/**
 * Everything that keeps a draft from being built, in the order of the form. `taken` holds the names
 * of the Triggers and TriggerTemplates of the namespace.
 */
export const draftProblems = (draft: TriggerDraft, taken: ReadonlySet<string>): DraftProblem[] => {
  const rule = tagRuleProblem(draft.rule);
  return [
    draft.stream === undefined ? { code: 'stream-missing' as const } : undefined,
    rule && { code: 'rule' as const, problem: rule },
    draft.pipeline === '' ? { code: 'pipeline-missing' as const } : undefined,
    ...draft.params.flatMap((param) => paramProblems(param, draft.stream)),
    ...draft.workspaces.flatMap(workspaceProblems),
    nameProblem(draft, taken),
    ...settingProblems(draft.settings),
    ...metadataProblems(draft.metadata, draft.stream),
    ...podProblems(draft.pod),
  ].filter((problem) => problem !== undefined);
};

/** Whether the draft names everything that the builders need. */
export const isComplete = (
  draft: TriggerDraft,
  problems: readonly DraftProblem[],
): draft is CompleteDraft => problems.length === 0 && draft.stream !== undefined;

/** A text with only what a name can have, from its first legal character on. */
export const legalPart = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '');

/** What a source is called in the names of triggers. */
export const nameInNames = (stream: StreamRef): string =>
  isClusterImages(stream) ? 'any-image' : stream.name;

/**
 * A legal name made of the stream's and the Pipeline's, free among those taken, whatever number of
 * lanes the rule will ask for. Empty where the parts have no legal character.
 */
export const proposeName = (parts: readonly string[], taken: ReadonlySet<string>): string => {
  const base = legalPart(parts.join('-'))
    .slice(0, mostTriggerNameCharacters - 3)
    .replace(/-+$/, '');
  const isFree = (name: string): boolean => namesOfLanes(name).every((lane) => !taken.has(lane));
  if (base === '' || isFree(base)) return base;
  for (let number = 2; ; number += 1) {
    const name = `${base}-${number}`;
    if (isFree(name)) return name;
  }
};

/** The parameters of a Pipeline as rows of the form, each with the source that `propose` gives. */
export const draftParams = (
  pipeline: Pipeline,
  propose: (param: ParamSpec) => ParamSource,
): DraftParam[] =>
  (pipeline.spec?.params ?? []).map((param) => ({
    ...paramFacts(param),
    source: propose(param),
  }));
