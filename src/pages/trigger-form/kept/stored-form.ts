import { parseStreamRef } from '../../../domain/push';
import type { TriggerDraft } from '../../../domain/draft';
import { fieldsOf } from '../../../domain/fields';
import { filledPodFields, noPodTemplate } from '../../../domain/pod-template';
import { metadataParts, noMetadata } from '../../../domain/run-metadata';
import type { RunMetadata } from '../../../domain/run-metadata';
import { parsePolicy } from '../../../domain/run-policy';
import { defaultSettings, runSettings } from '../../../domain/run-settings';
import type { RunSettings } from '../../../domain/run-settings';
import { tagRuleFromCel, tagRuleToCel } from '../../../domain/tag-rule-cel';
import { speaksOfSecrets } from '../../../domain/secrets';
import { ignoredOf, ignoring } from '../../../domain/tag-rule';
import type { TagRule } from '../../../domain/tag-rule';
import type { DraftWorkspace } from '../../../domain/workspace';
import type { FormState } from '../form-state';
import { parseChoice } from './stored-choice';
import { parseKept, parseYamlView, storedKept } from './stored-kept';
import type { KeptHere } from './stored-kept';
import { parseList } from './stored-list';
import { parseParam, storedParam } from './stored-param';
import { parseEntry, parsePod } from './stored-pod';
import { parseWorkspace, textOf } from './stored-workspace';

/** Raised when what is stored changes: a form that an older version stored is dropped, not guessed. */
const version = 1;

/** A form as it was left. What only the cluster knows is read from there again. */
export interface StoredForm {
  /** RFC 3339, by the browser's clock. */
  readonly savedAt: string;
  /** What the form began with; see `fingerprintOf`. */
  readonly madeFrom: string;
  /** What the template says beyond the form is not in it: only whether it is kept. */
  readonly state: FormState;
  readonly isKept: boolean;
  /** Where what is kept was typed into the form: that. */
  readonly keptHere?: KeptHere;
}

/** A value whose name says that it is a secret is never stored. */
const storedMetadata = ({ labels, annotations }: RunMetadata): RunMetadata => ({
  labels,
  annotations: annotations.map(({ name, value }) => ({
    name,
    value: speaksOfSecrets(name) ? '' : value,
  })),
});

/** What a template keeps is in the cluster, and is read from there again. */
const storedWorkspace = ({ name, isOptional, source }: DraftWorkspace): DraftWorkspace => ({
  name,
  isOptional,
  source,
});

/** An expression that is half typed is no CEL yet, so it is stored as it is. */
const storedRule = (rule: TagRule): unknown =>
  rule.kind === 'cel'
    ? { expression: rule.expression, ignore: ignoredOf(rule) }
    : tagRuleToCel(rule);

/** The form as a text for the storage of the session. */
export const formToText = (
  { draft, nameChosen, streamNamespace, many, yaml, isKeptHere }: FormState,
  { savedAt, madeFrom }: Pick<StoredForm, 'savedAt' | 'madeFrom'>,
): string =>
  JSON.stringify({
    version,
    savedAt,
    madeFrom,
    nameChosen,
    streamNamespace,
    many,
    isKept: draft.kept !== undefined,
    yaml: yaml && { text: yaml.typed?.storable },
    keptHere: isKeptHere === true ? storedKept(draft) : undefined,
    draft: {
      namespace: draft.namespace,
      name: draft.name,
      stream: draft.stream && `${draft.stream.namespace}/${draft.stream.name}`,
      rule: storedRule(draft.rule),
      policy: draft.policy,
      pipeline: draft.pipeline,
      params: draft.params.map(storedParam),
      workspaces: draft.workspaces.map(storedWorkspace),
      settings: draft.settings,
      metadata: storedMetadata(draft.metadata),
      pod: draft.pod,
    },
  });

const parseRule = (value: unknown): TagRule | undefined => {
  if (typeof value === 'string') return tagRuleFromCel(value);
  const { expression, ignore } = fieldsOf(value);
  const globs = parseList(ignore, textOf);
  return typeof expression === 'string' && globs
    ? ignoring({ kind: 'cel', expression }, globs)
    : undefined;
};

const parseSettings = (value: unknown): RunSettings | undefined => {
  const fields = fieldsOf(value);
  return runSettings.reduce<RunSettings | undefined>((settings, setting) => {
    const text = textOf(fields[setting] ?? '');
    return settings && text !== undefined ? { ...settings, [setting]: text } : undefined;
  }, defaultSettings);
};

const parseMetadata = (value: unknown): RunMetadata | undefined => {
  const [labels, annotations] = metadataParts.map((part) =>
    parseList(fieldsOf(value)[part], parseEntry),
  );
  return labels && annotations ? { labels, annotations } : undefined;
};

const parseDraft = (value: unknown): TriggerDraft | undefined => {
  const fields = fieldsOf(value);
  const [namespace, name, pipeline] = ['namespace', 'name', 'pipeline'].map((field) =>
    textOf(fields[field]),
  );
  const rule = parseRule(fields.rule);
  const stream = parseStreamRef(textOf(fields.stream) ?? '');
  const params = parseList(fields.params, parseParam);
  // Before there were fields for them, a form was stored without policy, workspaces, settings, metadata, pod.
  const policy = parsePolicy(fields.policy ?? 'each-push');
  const workspaces = parseList(fields.workspaces ?? [], parseWorkspace);
  const settings = parseSettings(fields.settings ?? {});
  const metadata = parseMetadata(fields.metadata ?? noMetadata);
  const pod = parsePod(fields.pod ?? noPodTemplate);
  return namespace !== undefined &&
    name !== undefined &&
    pipeline !== undefined &&
    rule &&
    policy &&
    params &&
    workspaces &&
    settings &&
    metadata &&
    pod
    ? {
        namespace,
        name,
        stream,
        rule,
        policy,
        pipeline,
        params,
        workspaces,
        settings,
        metadata,
        pod,
      }
    : undefined;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Somebody else's text.
    return undefined;
  }
};

/** Reads a form back; undefined for what another version stored, or anybody else. */
export const parseStoredForm = (text: string): StoredForm | undefined => {
  const fields = fieldsOf(parseJson(text));
  const { savedAt, madeFrom, nameChosen, streamNamespace, isKept } = fields;
  const draft = parseDraft(fields.draft);
  const many = fields.many === undefined ? undefined : parseChoice(fields.many);
  const keptHere = parseKept(fields.keptHere);
  const yaml = parseYamlView(fields.yaml);
  return fields.version === version &&
    typeof savedAt === 'string' &&
    typeof madeFrom === 'string' &&
    typeof nameChosen === 'boolean' &&
    typeof streamNamespace === 'string' &&
    typeof isKept === 'boolean' &&
    (many !== undefined || fields.many === undefined) &&
    (keptHere !== undefined || fields.keptHere === undefined) &&
    draft
    ? {
        savedAt,
        madeFrom,
        isKept,
        keptHere,
        state: { draft, nameChosen, streamNamespace, many, yaml },
      }
    : undefined;
};

/**
 * Tells what a form was made from, so that one is not offered once that has changed. A draft that has
 * nothing in a field that is newer than this has the fingerprint that it had before.
 */
export const fingerprintOf = ({
  policy,
  workspaces,
  settings,
  metadata,
  pod,
  ...draft
}: TriggerDraft): string => {
  const filled = workspaces.filter(({ source }) => source.from !== 'nothing');
  const text = JSON.stringify({
    ...draft,
    ...(policy !== 'each-push' && { policy }),
    ...(filled.length > 0 && { workspaces: filled }),
    ...(runSettings.some((setting) => settings[setting] !== '') && { settings }),
    ...(metadataParts.some((part) => metadata[part].length > 0) && { metadata }),
    ...(filledPodFields(pod).length > 0 && { pod }),
  });
  const sum = Array.from(text).reduce(
    (hash, character) => (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) | 0,
    0,
  );
  return sum.toString(36);
};
