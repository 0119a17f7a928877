import type { DraftParam, ParamSource, TriggerDraft } from '../../domain/draft';
import { parsePushField } from '../../domain/push-fields';
import { tagRuleFromCel, tagRuleToCel } from '../../domain/tag-rule';
import type { TagRule } from '../../domain/tag-rule';
import { parseStreamRef } from './form-state';
import type { FormState } from './form-state';

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
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

/** The text, or undefined for anything else. */
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

const speaksOfSecrets = /pass|secret|token|key|credential|auth/i;

/** A text of a parameter that by its name holds a secret is never stored. */
const storedParam = ({ name, type, hasDefault, source }: DraftParam): DraftParam =>
  source.from === 'literal' && speaksOfSecrets.test(name)
    ? { name, type, hasDefault, source: { from: 'literal', value: '' } }
    : { name, type, hasDefault, source };

/** The form as a text for the storage of the session. */
export const formToText = (
  { draft, nameChosen, streamNamespace }: FormState,
  { savedAt, madeFrom }: Pick<StoredForm, 'savedAt' | 'madeFrom'>,
): string =>
  JSON.stringify({
    version,
    savedAt,
    madeFrom,
    nameChosen,
    streamNamespace,
    isKept: draft.kept !== undefined,
    draft: {
      namespace: draft.namespace,
      name: draft.name,
      stream: draft.stream && `${draft.stream.namespace}/${draft.stream.name}`,
      rule: tagRuleToCel(draft.rule),
      pipeline: draft.pipeline,
      params: draft.params.map(storedParam),
    },
  });

const parseSource = (value: unknown): ParamSource | undefined => {
  const { from, field, value: text } = fieldsOf(value);
  if (from === 'default' || from === 'kept') return { from };
  if (from === 'literal' && typeof text === 'string') return { from, value: text };
  const known = typeof field === 'string' ? parsePushField(field) : undefined;
  return from === 'push' && known ? { from, field: known } : undefined;
};

const parseType = (value: unknown): DraftParam['type'] | undefined =>
  value === 'string' || value === 'array' || value === 'object' ? value : undefined;

const parseParam = (value: unknown): DraftParam | undefined => {
  const { name, hasDefault, ...rest } = fieldsOf(value);
  const [type, source] = [parseType(rest.type), parseSource(rest.source)];
  return typeof name === 'string' && typeof hasDefault === 'boolean' && type && source
    ? { name, type, hasDefault, source }
    : undefined;
};

const parseRule = (value: unknown): TagRule | undefined =>
  typeof value === 'string' ? tagRuleFromCel(value) : undefined;

const parseDraft = (value: unknown): TriggerDraft | undefined => {
  const fields = fieldsOf(value);
  const [namespace, name, pipeline] = ['namespace', 'name', 'pipeline'].map((field) =>
    textOf(fields[field]),
  );
  const rule = parseRule(fields.rule);
  const stream = parseStreamRef(textOf(fields.stream) ?? '');
  const found = Array.isArray(fields.params) ? fields.params.map(parseParam) : [undefined];
  const params = found.filter((param) => param !== undefined);
  const isWhole = params.length === found.length;
  return namespace !== undefined && name !== undefined && pipeline !== undefined && rule && isWhole
    ? { namespace, name, stream, rule, pipeline, params }
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
  return fields.version === version &&
    typeof savedAt === 'string' &&
    typeof madeFrom === 'string' &&
    typeof nameChosen === 'boolean' &&
    typeof streamNamespace === 'string' &&
    typeof isKept === 'boolean' &&
    draft
    ? { savedAt, madeFrom, isKept, state: { draft, nameChosen, streamNamespace } }
    : undefined;
};

/** Tells what a form was made from, so that one is not offered once that has changed. */
export const fingerprintOf = (draft: TriggerDraft): string => {
  const sum = Array.from(JSON.stringify(draft)).reduce(
    (hash, character) => (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) | 0,
    0,
  );
  return sum.toString(36);
};

/** The form as it was left, with what the cluster says now of the parts that are not stored. */
export const restoredForm = ({ state, isKept }: StoredForm, now: FormState): FormState => {
  const isSame =
    state.draft.namespace === now.draft.namespace && state.draft.pipeline === now.draft.pipeline;
  const params = state.draft.params.map((param) => {
    const own = isSame ? now.draft.params.find(({ name }) => name === param.name) : undefined;
    if (param.source.from === 'kept' && own?.kept === undefined)
      return own ?? { ...param, source: { from: 'default' as const } };
    return own?.kept === undefined ? param : { ...param, kept: own.kept };
  });
  const kept = isKept ? now.draft.kept : undefined;
  return { ...state, draft: { ...state.draft, params, ...(kept && { kept }) } };
};
