import type { K8sObject } from '../k8s/resource';
import type { TriggerTemplateSpec } from '../k8s/trigger-template';
import { templateParam } from './push-fields';

/** A parameter of a TriggerTemplate with what an event makes of it. */
export interface TemplateValue {
  readonly name: string;
  readonly value: string;
}

/** A string within JSON, without its quotes, as a listener escapes what it finds in an event. */
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/**
 * The JSON text of a resource of a template with `$(tt.params.NAME)` and `$(uid)` replaced, as the
 * listener makes it: values escaped for JSON, and a `$(` in them as `$$(`, which Tekton leaves as it
 * is; defaults of the template as they are, for those nobody escapes (tektoncd/triggers
 * pkg/template: event.go applyEventValuesToParams, jsonpath.go getResults, resource.go
 * ResolveResources). The listener replaces one parameter after the other, in random order: what a
 * value that holds a placeholder comes to is chance there.
 */
export const renderTemplate = (
  resource: K8sObject,
  params: TriggerTemplateSpec['params'],
  { values, uid }: { values: readonly TemplateValue[]; uid: string },
): string => {
  const texts = new Map<string, string>();
  for (const { name, default: value } of params ?? [])
    if (value !== undefined) texts.set(name, value);
  for (const { name, value } of values) texts.set(name, inJson(value));
  return [...texts]
    .reduce(
      (json, [name, text]) =>
        json.replaceAll(templateParam(name), () => text.replaceAll('$(', '$$$$(')),
      JSON.stringify(resource),
    )
    .replaceAll('$(uid)', () => uid);
};
