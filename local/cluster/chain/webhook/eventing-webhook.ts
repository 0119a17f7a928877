import type { ApiServerSource } from '../../../../src/k8s/api-server-source';
import type { K8sObject } from '../../../../src/k8s/resource';
import type { Admission } from '../../admission';
import { fieldOf, isRecord } from '../../object';
import { resources } from '../../resources';
import { refuse } from './denial';
import type { WebhookFieldError } from './field-errors';
import { invalidField, missingField, missingOneOf } from './field-errors';

const specOf = (source: ApiServerSource): Record<string, unknown> => {
  const spec = fieldOf(source, 'spec');
  return isRecord(spec) ? spec : {};
};

/** The fields of the CRD's schema; what else a writer sends is pruned without a word. */
const knownFields = [
  ...['ceOverrides', 'filters', 'mode', 'namespaceSelector', 'owner', 'resources'],
  ...['serviceAccountName', 'sink'],
];

/** pkg/apis/sources/v1/apiserver_defaults.go. */
const completeSource = (source: ApiServerSource): K8sObject => {
  const known = Object.entries(specOf(source)).filter(([field]) => knownFields.includes(field));
  const spec = { mode: 'Reference', serviceAccountName: 'default', ...Object.fromEntries(known) };
  return { ...source, ...{ spec } };
};

const sinkErrors = (sink: unknown): WebhookFieldError[] => {
  const { ref, uri } = isRecord(sink) ? sink : {};
  return ref === undefined && uri === undefined
    ? [missingOneOf('spec.sink.ref', 'spec.sink.uri')]
    : [];
};

/** pkg/apis/sources/v1/apiserver_validation.go; filters are behind an alpha flag that is off. */
const sourceErrors = (source: ApiServerSource): WebhookFieldError[] => {
  const { mode, resources: watched, sink, filters } = specOf(source);
  const kinds: unknown[] = Array.isArray(watched) ? watched : [];
  return [
    ...(mode === 'Reference' || mode === 'Resource'
      ? []
      : [invalidField(String(mode), 'spec.mode')]),
    ...sinkErrors(sink),
    ...(kinds.length === 0 ? [missingField('spec.resources')] : []),
    ...kinds.flatMap((entry, index) =>
      isRecord(entry) && typeof entry.kind === 'string' && entry.kind.trim() !== ''
        ? []
        : [missingField(`spec.resources[${index}].kind`)],
    ),
    ...(Array.isArray(filters) && filters.length > 0
      ? [
          {
            message: 'Filters is not empty but the NewAPIServerFilters feature is disabled.',
            path: 'spec.filters',
          },
        ]
      : []),
  ];
};

/** Knative Eventing's admission webhooks for ApiServerSources (knative/eventing cmd/webhook). */
export const registerEventingWebhook = (admission: Admission): void => {
  admission.registerDefaulter(resources.apiServerSources, completeSource);
  admission.registerValidator(resources.apiServerSources, (object) => {
    refuse('validation.webhook.eventing.knative.dev', sourceErrors(object));
  });
};
