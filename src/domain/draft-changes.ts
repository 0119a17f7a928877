import type { DraftParam, TriggerDraft } from './draft';
import { changedEntries, changedRows, isSame, isSameParam, isSameWorkspace } from './changed-rows';
import { changedKept } from './kept-changes';
import type { KeptChange } from './kept-changes';
import { keyParam, keyRows } from './param-needs';
import { changedPodFields } from './pod-template';
import type { PodField, PodTemplate } from './pod-template';
import { metadataParts } from './run-metadata';
import type { MetadataPart } from './run-metadata';
import type { RunPolicy } from './run-policy';
import { runSettings } from './run-settings';
import type { RunSetting } from './run-settings';
import type { TagRule } from './tag-rule';
import type { DraftWorkspace } from './workspace';

/** A part of a draft that an edit changes, before and after it. */
export type DraftChange =
  | { readonly part: 'rule'; readonly before: TagRule; readonly after: TagRule }
  | { readonly part: 'policy'; readonly before: RunPolicy; readonly after: RunPolicy }
  | { readonly part: 'pipeline'; readonly before: string; readonly after: string }
  | {
      /** A parameter, or a key of an object, `PARAMETER.KEY`, where it has been one and stays one. */
      readonly part: 'param';
      readonly name: string;
      /** Undefined where the Pipeline has no such parameter. */
      readonly before: DraftParam | undefined;
      readonly after: DraftParam | undefined;
    }
  | {
      readonly part: 'workspace';
      readonly name: string;
      /** Undefined where the Pipeline has no such workspace. */
      readonly before: DraftWorkspace | undefined;
      readonly after: DraftWorkspace | undefined;
    }
  | {
      readonly part: 'setting';
      readonly setting: RunSetting;
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly part: 'pod';
      readonly field: PodField;
      readonly before: PodTemplate;
      readonly after: PodTemplate;
    }
  | {
      /** A label or an annotation of the runs. */
      readonly part: MetadataPart;
      readonly name: string;
      /** Undefined where there is none. */
      readonly before: string | undefined;
      readonly after: string | undefined;
    }
  | KeptChange;

/** The keys of an object that are filled, each as a parameter of its own. */
const keyParams = (param: DraftParam): DraftParam[] =>
  keyRows(param)
    .filter(({ source }) => source !== undefined)
    .map((row) => keyParam(param.name, row));

const isObject = (param: DraftParam | undefined): param is DraftParam =>
  param?.source.from === 'object';

const changedParams = (before: TriggerDraft, after: TriggerDraft) =>
  changedRows([before.params, after.params], isSameParam).flatMap((row) =>
    isObject(row.before) && isObject(row.after)
      ? changedRows([keyParams(row.before), keyParams(row.after)], isSameParam)
      : [row],
  );

/** What an edit of a trigger changes, in the order of the form. */
export const draftChanges = (before: TriggerDraft, after: TriggerDraft): DraftChange[] => [
  ...(isSame(before.rule, after.rule)
    ? []
    : [{ part: 'rule' as const, before: before.rule, after: after.rule }]),
  ...(before.policy === after.policy
    ? []
    : [{ part: 'policy' as const, before: before.policy, after: after.policy }]),
  ...(before.pipeline === after.pipeline
    ? []
    : [{ part: 'pipeline' as const, before: before.pipeline, after: after.pipeline }]),
  ...changedParams(before, after).map((row) => ({ part: 'param' as const, ...row })),
  ...changedRows([before.workspaces, after.workspaces], isSameWorkspace).map((row) => ({
    part: 'workspace' as const,
    ...row,
  })),
  ...runSettings
    .filter((setting) => before.settings[setting] !== after.settings[setting])
    .map((setting) => ({
      part: 'setting' as const,
      setting,
      before: before.settings[setting],
      after: after.settings[setting],
    })),
  ...changedPodFields(before.pod, after.pod).map((field) => ({
    part: 'pod' as const,
    field,
    before: before.pod,
    after: after.pod,
  })),
  ...metadataParts.flatMap((part) => changedEntries(before.metadata, after.metadata, part)),
  ...changedKept(before.kept, after.kept),
];
