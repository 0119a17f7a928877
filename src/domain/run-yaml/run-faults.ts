import type { PipelineRun } from '../../k8s/pipeline-run';
import { pipelineRunKind } from '../../k8s/pipeline-run';
import { apiVersionOf } from '../../k8s/resource';
import type { Labels } from '../cluster-verbs';
import type { TriggerDraft } from '../draft';
import { fieldsOf } from '../fields';
import { draftMarks, ownMarks, runNameInTemplate } from '../manifests/trigger-template';
import { bindingParams, parsePushField, pushFields, templateParam } from '../push-fields';
import { entryOf, entryProblem, metadataParts } from '../run-metadata';
import type { MetadataPart } from '../run-metadata';
import { draftRun } from './draft-run';
import type { FaultAt, FieldPath } from './problem';

/** Whether a value is what it says to be: a PipelineRun of the version that the template makes. */
export const kindFault = (value: unknown): FaultAt | undefined => {
  const { apiVersion, kind } = fieldsOf(value);
  const isOne = apiVersion === apiVersionOf(pipelineRunKind) && kind === pipelineRunKind.kind;
  const found = [apiVersion, kind].filter((text) => typeof text === 'string').join(' ');
  return isOne ? undefined : { code: 'no-run', found, path: kind === undefined ? [] : ['kind'] };
};

/** Why the Pipeline of a run is none that a trigger can name. */
export const pipelineFault = (value: unknown): FaultAt | undefined => {
  const spec = fieldsOf(fieldsOf(value).spec);
  if (Object.hasOwn(spec, 'pipelineSpec'))
    return { code: 'pipeline-inline', path: ['spec', 'pipelineSpec'] };
  const path: FieldPath = ['spec', 'pipelineRef'];
  const { name, ...others } = fieldsOf(spec.pipelineRef);
  const [other] = Object.keys(others);
  if (other !== undefined) return { code: 'pipeline-elsewhere', path: [...path, other] };
  const isNamed = typeof name === 'string' && name !== '' && !name.includes('$(');
  return isNamed ? undefined : { code: 'pipeline-unnamed', path };
};

/** What the plugin sets itself may stand in a text, as in one that was copied, and says the same. */
export const ownedFault = (run: PipelineRun, draft: TriggerDraft): FaultAt | undefined => {
  const { name, namespace } = run.metadata ?? {};
  if (name !== undefined && name !== runNameInTemplate)
    return { code: 'owned', path: ['metadata', 'name'] };
  if (namespace !== undefined && namespace !== draft.namespace)
    return { code: 'owned', path: ['metadata', 'namespace'] };
  const own = ownMarks(draft);
  for (const part of metadataParts)
    for (const [key, value] of Object.entries(run.metadata?.[part] ?? {}))
      if (Object.hasOwn(own[part], key) && own[part][key] !== value)
        return { code: 'owned', path: ['metadata', part, key] };
  return undefined;
};

/** A run without the marks that the plugin sets itself. */
export const withoutOwnMarks = (run: PipelineRun, draft: TriggerDraft): PipelineRun => {
  const own = ownMarks(draft);
  const rest = (part: MetadataPart): Labels =>
    Object.fromEntries(
      Object.entries(run.metadata?.[part] ?? {}).filter(([key]) => !Object.hasOwn(own[part], key)),
    );
  return { ...run, metadata: { labels: rest('labels'), annotations: rest('annotations') } };
};

/** The first mark that the API server would refuse, or that is reserved, and was not there before. */
export const markFault = (run: PipelineRun, draft: TriggerDraft): FaultAt | undefined => {
  for (const part of metadataParts) {
    const before = draftMarks(draft, part);
    for (const pair of Object.entries(run.metadata?.[part] ?? {})) {
      const [name, value] = pair;
      const isOld = Object.hasOwn(before, name) && before[name] === value;
      const problem = isOld ? undefined : entryProblem(part, entryOf(part, pair));
      if (problem === undefined) continue;
      const path = ['metadata', part, name];
      return problem === 'mark-reserved'
        ? { code: 'owned', path }
        : { code: 'mark', problem, path };
    }
  }
  return undefined;
};

/** What is in two entries of a list has one name in the run, and Tekton refuses it. */
export const twiceFault = (run: PipelineRun): FaultAt | undefined => {
  for (const list of ['params', 'workspaces'] as const) {
    const seen = new Set<string>();
    for (const [index, { name }] of (run.spec?.[list] ?? []).entries()) {
      if (seen.has(name)) return { code: 'named-twice', name, path: ['spec', list, index, 'name'] };
      seen.add(name);
    }
  }
  return undefined;
};

/** Every text of a value with its place. */
function* textsIn(value: unknown, path: FieldPath = []): Generator<readonly [string, FieldPath]> {
  if (typeof value === 'string') yield [value, path];
  else if (Array.isArray(value))
    for (const [index, one] of value.entries()) yield* textsIn(one, [...path, index]);
  else
    for (const [key, one] of Object.entries(fieldsOf(value))) yield* textsIn(one, [...path, key]);
}

/** What the TriggerTemplate declares; Triggers' webhook refuses one with any other (trigger_template_validation.go). */
const declaredFor = ({ stream }: TriggerDraft): ReadonlySet<string> =>
  new Set(bindingParams(stream).map(({ param }) => param));

const placeholderFault = (
  text: string,
  path: FieldPath,
  declared: ReadonlySet<string>,
): FaultAt | undefined => {
  for (const [whole, inside = ''] of text.matchAll(/\$\(([^()]*)\)/g)) {
    const field = parsePushField(inside);
    if (field) {
      const wanted = templateParam(pushFields[field].param);
      return { code: 'placeholder-of-form', text: whole, wanted, path };
    }
    const [, param] = /^tt\.params\.(.*)$/.exec(inside) ?? [];
    if (param !== undefined && !declared.has(param))
      return { code: 'placeholder-unknown', text: whole, path };
  }
  return undefined;
};

/** The first placeholder that stands for nothing, in a text that was not there before. */
export const placeholdersFault = (run: PipelineRun, draft: TriggerDraft): FaultAt | undefined => {
  const declared = declaredFor(draft);
  const before = new Set([...textsIn(draftRun(draft))].map(([text]) => text));
  for (const [text, path] of textsIn(run)) {
    const fault = before.has(text) ? undefined : placeholderFault(text, path, declared);
    if (fault) return fault;
  }
  return undefined;
};
