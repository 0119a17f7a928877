import type { Param, ParamSpec, ParamValue, Pipeline } from '../k8s/pipeline';
import type { PipelineRun } from '../k8s/pipeline-run';
import { isSame } from './changed-rows';
import type { Labels } from './cluster-verbs';
import type { DraftParam, KeptParts, ParamSource, TextSource, TriggerDraft } from './draft';
import { fieldsOf } from './fields';
import { runOfTemplate } from './image-trigger';
import type { ImageTrigger } from './image-trigger';
import { templateAround } from './manifests/trigger-template';
import type { TemplateOwner } from './manifests/trigger-template';
import { paramFacts } from './param-needs';
import { templateValue } from './param-value';
import { noPodTemplate } from './pod-template';
import { fromTemplate, hasOtherPlaceholder, pushFieldKeys } from './push-fields';
import { versionOrder } from './version-order';
import { noMetadata, splitMetadata } from './run-metadata';
import type { MetadataPart } from './run-metadata';
import { defaultSettings } from './run-settings';
import { splitRunSpec } from './run-spec';
import { readWorkspaces } from './workspace';

/** Why a trigger cannot be read into the form. */
export type ReadRefusal =
  'changed-by-hand' | 'newer-builder' | 'partly-active' | 'pipeline-unnamed';

/** Undefined where the trigger can be read; `version` is the plugin's. */
export const readRefusal = (trigger: ImageTrigger, version: string): ReadRefusal | undefined => {
  const { binding, builder, active, pipeline, objects } = trigger;
  if (builder !== undefined && versionOrder(builder, version) === 'newer') return 'newer-builder';
  if (!binding) return 'changed-by-hand';
  if (active === 'some') return 'partly-active';
  // A template that is gone, or makes no run, is asked for anew.
  const isLost = !runOfTemplate(objects.template);
  return pipeline === undefined && !isLost ? 'pipeline-unnamed' : undefined;
};

/** What a literal would have to be, for a template to hold this value. */
const textOf = (value: string | string[]): string =>
  Array.isArray(value) ? value.join('\n') : value;

type TextParam = Pick<DraftParam, 'name' | 'type' | 'hasDefault'>;

/** The first source of the form that gives the value; undefined where none does. */
const readText = (param: TextParam, value: string | string[]): TextSource | undefined => {
  const text = fromTemplate(textOf(value));
  const sources: TextSource[] = [
    ...pushFieldKeys.map((field): TextSource => ({ from: 'push', field })),
    // The form takes no other placeholder: one that is there means something else.
    ...(hasOtherPlaceholder(text) ? [] : [{ from: 'literal' as const, value: text }]),
  ];
  return sources.find((source) => isSame(templateValue({ ...param, source }), value));
};

/**
 * The keys of an object of a template, each with the source that gives its text; undefined where
 * none does. Whoever wrote the template may have put anything there.
 */
export const readKeys = (
  value: ParamValue,
): { readonly name: string; readonly source: TextSource | undefined }[] =>
  Object.entries(fieldsOf(value)).map(([name, text]) => ({
    name,
    source:
      typeof text === 'string'
        ? readText({ name, type: 'string', hasDefault: false }, text)
        : undefined,
  }));

const readObject = (value: ParamValue): ParamSource => {
  const all = readKeys(value);
  const keys = all.flatMap(({ name, source }) => (source ? [{ name, source }] : []));
  const isRead = keys.length > 0 && keys.length === all.length;
  return isRead ? { from: 'object', keys } : { from: 'kept' };
};

const isText = (value: ParamValue): value is string | string[] =>
  typeof value === 'string' || Array.isArray(value);

const readSource = (param: TextParam, value: ParamValue): ParamSource => {
  if (isText(value) && param.type !== 'object') return readText(param, value) ?? { from: 'kept' };
  return isText(value) || param.type !== 'object' ? { from: 'kept' } : readObject(value);
};

const readParam = (spec: ParamSpec, value: ParamValue | undefined): DraftParam => {
  const param: DraftParam = { ...paramFacts(spec), source: { from: 'default' } };
  if (value === undefined) return param;
  const source = readSource(param, value);
  return source.from === 'kept' ? { ...param, source, kept: value } : { ...param, source };
};

const typeOf = (value: ParamValue): ParamSpec['type'] => {
  if (typeof value === 'string') return 'string';
  return Array.isArray(value) ? 'array' : 'object';
};

/** A parameter that the Pipeline does not declare: it can be left out. */
const undeclaredSpec = ({ name, value }: Param): ParamSpec => ({
  name,
  type: typeOf(value),
  default: '',
});

const readParams = (run: PipelineRun, pipeline: Pipeline | undefined): DraftParam[] => {
  const given = run.spec?.params ?? [];
  const values = new Map(given.map(({ name, value }) => [name, value]));
  const declared = pipeline?.spec?.params ?? [];
  const names = new Set(declared.map(({ name }) => name));
  return [
    ...declared.map((spec) => readParam(spec, values.get(spec.name))),
    ...given
      .filter(({ name }) => !names.has(name))
      .map((param) => readParam(undeclaredSpec(param), param.value)),
  ];
};

const without = (found: Labels = {}, built: Labels = {}): Labels =>
  Object.fromEntries(Object.entries(found).filter(([key]) => !Object.hasOwn(built, key)));

/** Fields of a run that the draft holds by itself, beside its settings. */
const draftFields: ReadonlySet<string> = new Set(['pipelineRef', 'params', 'workspaces']);

const keptOf = (owner: TemplateOwner, run: PipelineRun): KeptParts | undefined => {
  const built = templateAround(owner, {}, '').spec.resourcetemplates?.[0]?.metadata;
  const { rest } = splitRunSpec(run.spec ?? {});
  const spec = Object.fromEntries(
    Object.entries(rest).filter(([field]) => !draftFields.has(field)),
  );
  const keep = (part: MetadataPart): Labels =>
    without(splitMetadata(part, run.metadata?.[part]).rest, built?.[part]);
  const [labels, annotations] = [keep('labels'), keep('annotations')];
  const isNothing = [spec, labels, annotations].every((part) => Object.keys(part).length === 0);
  return isNothing ? undefined : { spec, labels, annotations };
};

/**
 * What the run of a template is in the form.
 * @param pipeline as for `readDraft`
 */
export const readRun = (
  owner: TemplateOwner,
  run: PipelineRun,
  pipeline: Pipeline | undefined,
): Pick<TriggerDraft, 'params' | 'workspaces' | 'settings' | 'metadata' | 'pod' | 'kept'> => {
  const kept = keptOf(owner, run);
  const { settings, pod } = splitRunSpec(run.spec ?? {});
  return {
    params: readParams(run, pipeline),
    workspaces: readWorkspaces(run, pipeline),
    settings,
    metadata: {
      labels: splitMetadata('labels', run.metadata?.labels).entries,
      annotations: splitMetadata('annotations', run.metadata?.annotations).entries,
    },
    pod,
    ...(kept && { kept }),
  };
};

/**
 * A trigger as the form's draft: what `triggerPlan` would build it from again. What the form cannot
 * hold of the template's run is in `kept`, or in the `kept` of a parameter or a workspace.
 * @param pipeline the one that the trigger runs; undefined where there is none: then its parameters
 * and workspaces are those that the template fills
 * @returns without a Pipeline where the template is gone or makes no run: nothing else says it;
 * undefined where there is a `readRefusal`, but for one of the builder or of a pause
 */
export const readDraft = (
  trigger: ImageTrigger,
  pipeline: Pipeline | undefined,
): (TriggerDraft & Pick<TemplateOwner, 'stream'>) | undefined => {
  const { namespace, name, binding, objects } = trigger;
  const run = runOfTemplate(objects.template);
  if (!binding) return undefined;
  const { stream, rule, naming } = binding;
  const own = { namespace, name, stream, rule, policy: naming.policy };
  if (!run)
    return {
      ...own,
      pipeline: '',
      params: [],
      workspaces: [],
      settings: defaultSettings,
      metadata: noMetadata,
      pod: noPodTemplate,
    };
  if (trigger.pipeline === undefined) return undefined;
  return {
    ...own,
    pipeline: trigger.pipeline,
    ...readRun({ namespace, name, stream }, run, pipeline),
  };
};
