import type { ApiServerSource } from '../../../../src/k8s/api-server-source';
import type { LabelSelector } from '../../../../src/k8s/label-selector';
import { fieldOf, isRecord } from '../../object';
import { definitionOf, type ResourceWatch } from './config';

const isLabelSelector = (value: unknown): value is LabelSelector => isRecord(value);

const requirementText = ({
  key,
  operator,
  values = [],
}: NonNullable<LabelSelector['matchExpressions']>[number]): string => {
  switch (operator) {
    case 'In':
      return `${key} in (${values.join(',')})`;
    case 'NotIn':
      return `${key} notin (${values.join(',')})`;
    case 'Exists':
      return key;
    case 'DoesNotExist':
      return `!${key}`;
  }
};

/** A label selector in the form of a request's parameter (metav1 LabelSelectorAsSelector). */
const selectorText = ({ matchLabels = {}, matchExpressions = [] }: LabelSelector): string =>
  [
    ...Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`),
    ...matchExpressions.map(requirementText),
  ].join(',');

/** The kinds of a source, as its adapter watches them (resources/receive_adapter.go makeEnv). */
export const watchesOf = ({ spec }: ApiServerSource): ResourceWatch[] =>
  (spec?.resources ?? []).flatMap((resource) => {
    const definition = definitionOf(resource.apiVersion, resource.kind);
    const selector = fieldOf(resource, 'selector');
    return definition === undefined
      ? []
      : [
          {
            group: definition.kind.apiGroup ?? '',
            resource: definition.kind.plural,
            labelSelector: isLabelSelector(selector) ? selectorText(selector) : '',
          },
        ];
  });
