import { fieldsOf } from './fields';
import type { Fields } from './fields';
import { isObjectName } from './object-name';
import { filledPod, filledPodFields, isId } from './pod-template';
import type { PodTemplate } from './pod-template';
import { isLabelName, isLabelValue } from './run-metadata';
import { readToleration, tolerationManifest } from './toleration';

const present = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const idOf = (text: string): number | undefined => (text === '' ? undefined : Number(text));

const listOf = <T>(items: readonly T[]): readonly T[] | undefined =>
  items.length > 0 ? items : undefined;

/** The fields of a pod template that say something. */
const manifestOf = (pod: PodTemplate): Fields => {
  const { nodeSelector, tolerations, pullSecrets, ...of } = filledPod(pod);
  const securityContext = present({
    runAsNonRoot: of.runAsNonRoot || undefined,
    runAsUser: idOf(of.runAsUser),
    fsGroup: idOf(of.fsGroup),
  });
  const labels = nodeSelector.map(({ name, value }) => [name, value] as const);
  return present({
    nodeSelector: labels.length > 0 ? Object.fromEntries(labels) : undefined,
    tolerations: listOf(tolerations.map(tolerationManifest)),
    imagePullSecrets: listOf(pullSecrets.map((name) => ({ name }))),
    securityContext: Object.keys(securityContext).length > 0 ? securityContext : undefined,
    priorityClassName: of.priorityClass || undefined,
  });
};

/** One field of a template with what the form adds to it: to a list, to the fields of an object. */
const added = (kept: unknown, own: unknown): unknown => {
  if (Array.isArray(own)) {
    const [before, behind]: [unknown[], unknown[]] = [Array.isArray(kept) ? kept : [], own];
    return [...before, ...behind];
  }
  return typeof own === 'object' ? { ...fieldsOf(kept), ...own } : own;
};

/** The `spec` of a run with what the form says of its pods, beside what `spec` keeps of them. */
export const withPodTemplate = (spec: object, pod: PodTemplate): object => {
  const own = Object.entries(manifestOf(pod));
  if (own.length === 0) return spec;
  const { taskRunTemplate } = fieldsOf(spec);
  const kept = fieldsOf(fieldsOf(taskRunTemplate).podTemplate);
  const podTemplate = {
    ...kept,
    ...Object.fromEntries(own.map(([field, value]) => [field, added(kept[field], value)] as const)),
  };
  return { ...spec, taskRunTemplate: { ...fieldsOf(taskRunTemplate), podTemplate } };
};

/** The fields of an object that the form holds, and those that it cannot. */
const parted = (
  found: unknown,
  isHeld: (field: string, value: unknown) => boolean,
): { readonly held: Fields; readonly rest: unknown } => {
  const all = Object.entries(fieldsOf(found));
  const left = all.filter(([field, value]) => !isHeld(field, value));
  const held = Object.fromEntries(all.filter(([field, value]) => isHeld(field, value)));
  // What was empty before, or is no object, stays what it is.
  if (left.length === all.length) return { held, rest: found };
  return { held, rest: left.length === 0 ? undefined : Object.fromEntries(left) };
};

const readId = (value: unknown): string | undefined =>
  typeof value === 'number' && isId(String(value)) ? String(value) : undefined;

const isHeldSecurity = (field: string, value: unknown): boolean =>
  field === 'runAsNonRoot'
    ? value === true
    : (field === 'runAsUser' || field === 'fsGroup') && readId(value) !== undefined;

const isHeldLabel = (name: string, value: unknown): boolean =>
  isLabelName(name) && typeof value === 'string' && isLabelValue(value);

const readSecret = (found: unknown): string | undefined => {
  const { name, ...more } = fieldsOf(found);
  return typeof name === 'string' && isObjectName(name) && Object.keys(more).length === 0
    ? name
    : undefined;
};

/** The items of a list, all of them; undefined where the form cannot hold one, or there are none. */
const readAll = <T>(
  found: unknown,
  read: (item: unknown) => T | undefined,
): readonly T[] | undefined => {
  if (!Array.isArray(found) || found.length === 0) return undefined;
  const items = found.map(read).filter((item) => item !== undefined);
  return items.length === found.length ? items : undefined;
};

/** What the form holds of a pod template, and all else. */
const splitTemplate = (found: unknown): { readonly pod: PodTemplate; readonly rest: unknown } => {
  const fields = fieldsOf(found);
  const labels = parted(fields.nodeSelector, isHeldLabel);
  const security = parted(fields.securityContext, isHeldSecurity);
  const tolerations = readAll(fields.tolerations, readToleration);
  const pullSecrets = readAll(fields.imagePullSecrets, readSecret);
  const priority = fields.priorityClassName;
  const isPriority = typeof priority === 'string' && isObjectName(priority);
  const left: Fields = {
    nodeSelector: labels.rest,
    securityContext: security.rest,
    ...(tolerations && { tolerations: undefined }),
    ...(pullSecrets && { imagePullSecrets: undefined }),
    ...(isPriority && { priorityClassName: undefined }),
  };
  const rest = present({ ...fields, ...left });
  const pod = {
    nodeSelector: Object.entries(labels.held).map(([name, value]) => ({
      name,
      value: String(value),
    })),
    tolerations: tolerations ?? [],
    pullSecrets: pullSecrets ?? [],
    runAsNonRoot: security.held.runAsNonRoot === true,
    runAsUser: readId(security.held.runAsUser) ?? '',
    fsGroup: readId(security.held.fsGroup) ?? '',
    priorityClass: isPriority ? priority : '',
  };
  if (filledPodFields(pod).length === 0) return { pod, rest: found };
  return { pod, rest: Object.keys(rest).length > 0 ? rest : undefined };
};

/** Takes what the form holds of the pods out of the `spec` of a run; `rest` has all else. */
export const splitPodTemplate = (
  spec: object,
): { readonly pod: PodTemplate; readonly rest: Fields } => {
  const { taskRunTemplate, ...others } = fieldsOf(spec);
  const { podTemplate, ...template } = fieldsOf(taskRunTemplate);
  const { pod, rest } = splitTemplate(podTemplate);
  if (filledPodFields(pod).length === 0) return { pod, rest: fieldsOf(spec) };
  const left = present({ ...template, podTemplate: rest });
  return {
    pod,
    rest: { ...others, ...(Object.keys(left).length > 0 && { taskRunTemplate: left }) },
  };
};
