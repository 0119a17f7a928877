import type { K8sObject } from '../../../../src/k8s/resource';
import { isK8sObject } from '../../object';
import type { NamedValue } from './binding-params';

/** `$(` in a value becomes `$$(`, so that Tekton does not take it for one of its variables. */
const escaped = (value: string): string => value.replaceAll('$(', '$$$$(');

/**
 * The text of a resource with its `$(tt.params.NAME)` and `$(uid)` replaced.
 *
 * Values go into the JSON text as they are: the binding has escaped them. They are replaced one param
 * after the other, so a value that holds the variable of a later param is replaced in turn; the real
 * one does it in random order (tektoncd/triggers pkg/template/resource.go ResolveResources).
 */
export const renderTemplate = (
  resource: K8sObject,
  params: readonly NamedValue[],
  uid: string,
): string =>
  params
    .reduce(
      (text, { name, value }) => text.replaceAll(`$(tt.params.${name})`, () => escaped(value)),
      JSON.stringify(resource),
    )
    .replaceAll('$(uid)', uid);

/** Who made a resource: what its labels say. */
export interface Origin {
  eventListener: string;
  trigger: string;
  eventId: string;
}

/**
 * The object that a rendered template is, with the labels that every resource of a trigger gets.
 *
 * Throws where the values did not fit into the JSON (pkg/resources/create.go Create, addLabels).
 */
export const parseResource = (text: string, origin: Origin): K8sObject => {
  const failure = "couldn't unmarshal json from the TriggerTemplate";
  let object: unknown;
  try {
    object = JSON.parse(text);
  } catch (cause) {
    throw new Error(`${failure}: ${String(cause)}`, { cause });
  }
  if (!isK8sObject(object)) {
    throw new Error(`${failure}: it is no object of the Kubernetes API`);
  }
  const labels = {
    ...object.metadata?.labels,
    'triggers.tekton.dev/eventlistener': origin.eventListener,
    'triggers.tekton.dev/trigger': origin.trigger,
    'triggers.tekton.dev/triggers-eventid': origin.eventId,
  };
  return { ...object, metadata: { ...object.metadata, labels } };
};
