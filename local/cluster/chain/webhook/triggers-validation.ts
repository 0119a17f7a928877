import type { EventListener, EventListenerTrigger } from '../../../../src/k8s/event-listener';
import type { K8sObject } from '../../../../src/k8s/resource';
import type { Trigger, TriggerSpec } from '../../../../src/k8s/trigger';
import type { TriggerBinding } from '../../../../src/k8s/trigger-binding';
import type { TriggerTemplate } from '../../../../src/k8s/trigger-template';
import type { WebhookFieldError } from './field-errors';
import { invalidField, missingField, missingOneOf, multipleOneOf } from './field-errors';

const longestName = 63;
const longestListenerName = 60;

/** tektoncd/pipeline pkg/apis/validate/metadata.go ObjectMetadata. */
export const nameErrors = ({ metadata }: K8sObject): WebhookFieldError[] =>
  (metadata?.name ?? '').length > longestName
    ? [
        {
          message: 'Invalid resource name: length must be no more than 63 characters',
          path: 'metadata.name',
        },
      ]
    : [];

const bindingErrors = (bindings: TriggerSpec['bindings'] = [], via: string): WebhookFieldError[] =>
  bindings.flatMap(({ ref = '', name = '', kind, value }, index) => {
    const at = `${via}bindings[${index}]`;
    if (ref !== '') {
      if (name !== '') {
        return [multipleOneOf(`${at}.ref`, `${at}.name`)];
      }
      return kind === 'TriggerBinding' || kind === 'ClusterTriggerBinding'
        ? []
        : [invalidField('invalid kind', `${at}.kind`)];
    }
    if (name === '') {
      return [missingOneOf(`${at}.ref`, `${at}.spec`, `${at}.name`)];
    }
    return value === undefined ? [missingField(`${at}.value`)] : [];
  });

const templateErrors = (
  template: { ref?: string; spec?: unknown } = {},
  via: string,
): WebhookFieldError[] => {
  const { ref, spec } = template;
  if (spec !== undefined) {
    return ref === undefined ? [] : [multipleOneOf(`${via}template.spec`, `${via}template.ref`)];
  }
  if (ref === undefined) {
    return [missingOneOf(`${via}template.spec`, `${via}template.ref`)];
  }
  return ref === '' ? [missingField(`${via}template.ref`)] : [];
};

const interceptorErrors = (
  interceptors: { ref?: { name?: string }; webhook?: unknown }[] = [],
  via: string,
): WebhookFieldError[] =>
  interceptors.flatMap(({ ref, webhook }, index) =>
    webhook === undefined && (ref?.name ?? '') === ''
      ? [missingField(`${via}interceptors[${index}].interceptor`)]
      : [],
  );

/** v1beta1 trigger_validation.go. The CEL of interceptors is not looked at: it fails at the event. */
export const triggerErrors = (trigger: Trigger): WebhookFieldError[] => [
  ...nameErrors(trigger),
  ...bindingErrors(trigger.spec?.bindings, 'spec.'),
  ...templateErrors(trigger.spec?.template, 'spec.'),
  ...interceptorErrors(trigger.spec?.interceptors, 'spec.'),
];

/** Each `$(` must be closed before the next one (trigger_binding_validation.go validateParamValue). */
const isTerminated = (value: string): boolean => {
  const parts = value.split('$(').slice(1, -1);
  return parts.every((part) => {
    let open = 0;
    return part.split('').some((character) => {
      open += character === '(' ? 1 : 0;
      open -= character === ')' ? 1 : 0;
      return open < 0;
    });
  });
};

/** v1beta1 trigger_binding_validation.go; it stops at the first wrong param. */
export const triggerBindingErrors = (binding: TriggerBinding): WebhookFieldError[] => {
  const params = binding.spec?.params;
  const problem = (params ?? []).flatMap(({ name, value }, index) => {
    if (params?.findIndex((other) => other.name === name) !== index) {
      return [{ message: 'expected exactly one, got both', path: `spec.params[${index}].name` }];
    }
    return isTerminated(value) ? [] : [invalidField(value, `spec.params[${index}].value`)];
  });
  const missing = params === undefined ? [missingField('spec')] : [];
  return [...nameErrors(binding), ...missing, ...problem.slice(0, 1)];
};

const paramPattern = /\$\(tt\.params\.([_a-zA-Z][_a-zA-Z0-9.-]*)\)/g;

const undeclaredParams = ({ spec }: TriggerTemplate): WebhookFieldError[] => {
  const declared = new Set(spec?.params?.map(({ name }) => name));
  return (spec?.resourcetemplates ?? []).flatMap((resource, index) =>
    [...JSON.stringify(resource).matchAll(paramPattern)]
      .map(([variable, name = '']) => ({ variable, name }))
      .filter(({ name }) => !declared.has(name))
      .map(({ variable }) =>
        invalidField(
          `undeclared param '${variable}'`,
          `spec.resourcetemplates[${index}]`,
          `'${variable}' must be declared in spec.params`,
        ),
      ),
  );
};

/** v1beta1 trigger_template_validation.go; of undeclared params only the first is named. */
export const triggerTemplateErrors = (template: TriggerTemplate): WebhookFieldError[] => {
  const resources = template.spec?.resourcetemplates ?? [];
  const isEmpty = resources.length === 0 && (template.spec?.params ?? []).length === 0;
  return [
    ...nameErrors(template),
    ...(isEmpty ? [missingField('spec')] : []),
    ...(resources.length === 0 ? [missingField('spec.resourcetemplates')] : []),
    ...resources.flatMap(({ apiVersion = '', kind = '' }, index) => [
      ...(kind === '' ? [missingField(`spec.resourcetemplates[${index}].kind`)] : []),
      ...(apiVersion === '' ? [missingField(`spec.resourcetemplates[${index}].apiVersion`)] : []),
    ]),
    ...undeclaredParams(template).slice(0, 1),
  ];
};

const listenerTriggerErrors = (
  trigger: EventListenerTrigger,
  index: number,
): WebhookFieldError[] => {
  const via = `spec.triggers[${index}].`;
  const { template, triggerRef = '', bindings, interceptors } = trigger;
  const isBoth = triggerRef !== '' && [template, bindings, interceptors].some((one) => one);
  return [
    ...(template === undefined && triggerRef === ''
      ? [missingOneOf(`${via}template`, `${via}triggerRef`)]
      : []),
    ...(isBoth
      ? [multipleOneOf(`${via}triggerRef`, `${via}template or bindings or interceptors`)]
      : []),
    ...bindingErrors(bindings, via),
    ...(template === undefined ? [] : templateErrors(template, via)),
    ...interceptorErrors(interceptors, via),
  ];
};

/** v1beta1 event_listener_validation.go, without the rules of custom resources and pod specs. */
export const eventListenerErrors = ({ metadata, spec }: EventListener): WebhookFieldError[] => {
  const name = metadata?.name ?? '';
  const { labelSelector, namespaceSelector, triggerGroups = [], triggers = [] } = spec ?? {};
  const selectsNothing =
    labelSelector === undefined &&
    (namespaceSelector?.matchNames ?? []).length === 0 &&
    triggerGroups.length === 0 &&
    triggers.length === 0;
  const tooLong = `eventListener name '${name}' must be no more than 60 characters long`;
  return [
    ...(name.length > longestListenerName ? [invalidField(tooLong, 'metadata.name')] : []),
    ...(selectsNothing
      ? [
          missingOneOf(
            'spec.labelSelector',
            'spec.namespaceSelector',
            'spec.triggerGroups',
            'spec.triggers',
          ),
        ]
      : []),
    ...triggers.flatMap(listenerTriggerErrors),
  ];
};
