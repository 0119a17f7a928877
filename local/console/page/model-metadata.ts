import type { K8sModel, ModelMetadata } from '@openshift-console/dynamic-plugin-sdk';
import type { ModelDecorator } from '../host/discovery';

const isAbout = ({ properties: { model } }: ModelMetadata, of: K8sModel): boolean =>
  model.group === of.apiGroup &&
  (model.version === undefined || model.version === of.apiVersion) &&
  (model.kind === undefined || model.kind === of.kind);

const precision = ({ properties: { model } }: ModelMetadata): number =>
  (model.version === undefined ? 0 : 1) + (model.kind === undefined ? 0 : 2);

const decorate = (model: K8sModel, { properties }: ModelMetadata): K8sModel => ({
  ...model,
  color: properties.color ?? model.color,
  label: properties.label ?? model.label,
  labelPlural: properties.labelPlural ?? model.labelPlural,
  abbr: properties.abbr ?? model.abbr,
});

/** Colours, labels and abbreviations that plugins give to kinds; the most exact one wins. */
export const decoratorOf = (extensions: readonly ModelMetadata[]): ModelDecorator => {
  const ordered = [...extensions].sort((a, b) => precision(a) - precision(b));
  return (model) =>
    ordered.filter((extension) => isAbout(extension, model)).reduce(decorate, model);
};
