import type { KeptParts, TriggerDraft } from '../../../domain/draft';
import { fieldsOf } from '../../../domain/fields';
import { isBinding, isParamValue } from '../../../domain/run-yaml/shape';
import { isSecretName, withoutSecrets } from '../../../domain/secrets';
import type { ParamValue } from '../../../k8s/pipeline';
import type { WorkspaceBinding } from '../../../k8s/pipeline-run';
import type { RunYaml } from '../yaml-state';
import { parseList } from './stored-list';
import { textOf } from './stored-workspace';

type Named<T> = Readonly<Record<string, T>>;

/** What a draft keeps that was typed into the form: no cluster has it yet. */
export interface KeptHere {
  readonly kept: KeptParts | undefined;
  /** Of the rows that keep their value, by name. */
  readonly params: Named<ParamValue>;
  readonly workspaces: Named<WorkspaceBinding>;
}

const keptRows = (rows: readonly { readonly name: string; readonly kept?: unknown }[]): object =>
  Object.fromEntries(
    rows.flatMap(({ name, kept }) => (kept === undefined ? [] : [[name, kept] as const])),
  );

const visible = (marks: Named<string>): Named<string> =>
  Object.fromEntries(
    Object.entries(marks).map(([name, value]) => [name, isSecretName(name) ? '' : value]),
  );

/** What is stored of it: no value whose name speaks of a secret. */
export const storedKept = ({ kept, params, workspaces }: TriggerDraft): object => ({
  kept: kept && {
    spec: withoutSecrets(kept.spec),
    labels: visible(kept.labels),
    annotations: visible(kept.annotations),
  },
  params: keptRows(params.filter(({ name }) => !isSecretName(name))),
  workspaces: keptRows(workspaces),
});

const parseNamed = <T>(
  value: unknown,
  parse: (entry: unknown) => T | undefined,
): Named<T> | undefined => {
  const all = Object.entries(fieldsOf(value));
  const found = parseList(
    all.map(([, entry]) => entry),
    parse,
  );
  return found && Object.fromEntries(found.map((entry, index) => [all[index]?.[0] ?? '', entry]));
};

const parseParts = (value: unknown): KeptParts | undefined => {
  const { spec, ...marks } = fieldsOf(value);
  const [labels, annotations] = [marks.labels, marks.annotations].map((part) =>
    parseNamed(part, textOf),
  );
  return typeof spec === 'object' && spec !== null && labels && annotations
    ? { spec, labels, annotations }
    : undefined;
};

/** Reads it back; undefined for anything else. */
export const parseKept = (value: unknown): KeptHere | undefined => {
  const fields = fieldsOf(value);
  const params = parseNamed(fields.params, (one) => (isParamValue(one) ? one : undefined));
  const workspaces = parseNamed(fields.workspaces, (one) => (isBinding(one) ? one : undefined));
  const kept = parseParts(fields.kept);
  const isRead = kept !== undefined || fields.kept === undefined;
  return typeof value === 'object' && isRead && params && workspaces
    ? { kept, params, workspaces }
    : undefined;
};

/** The view of the run as it was left: its text is read again. */
export const parseYamlView = (value: unknown): RunYaml | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const text = textOf(fieldsOf(value).text);
  return text === undefined ? {} : { typed: { text, storable: text, verdict: 'unread' } };
};

/** A draft with what it keeps; a row whose value was not stored is filled with nothing. */
export const withKeptHere = (draft: TriggerDraft, here: KeptHere): TriggerDraft => ({
  ...draft,
  kept: here.kept,
  params: draft.params.map((param) => {
    const kept = here.params[param.name];
    if (kept !== undefined) return { ...param, kept };
    return param.source.from === 'kept' ? { ...param, source: { from: 'default' } } : param;
  }),
  workspaces: draft.workspaces.map((workspace) => {
    const kept = here.workspaces[workspace.name];
    if (kept !== undefined) return { ...workspace, kept };
    return workspace.source.from === 'kept'
      ? { ...workspace, source: { from: 'nothing' } }
      : workspace;
  }),
});
