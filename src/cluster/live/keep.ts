import { keptImageOf } from '../../domain/cluster-images';
import { keptRunOf } from '../../domain/kept-run';
import { imageKind } from '../../k8s/image';
import { pipelineRunKind } from '../../k8s/pipeline-run';
import type { K8sObject } from '../../k8s/resource';
import type { ListQuery } from './list-query';

/** Makes of an object that has just come what is kept of it. */
export type Keep = (object: K8sObject) => K8sObject;

/** Takes away what no page shows and what makes up much of an object: who manages which field. */
const trimmed: Keep = (object) => {
  if (object.metadata) Reflect.deleteProperty(object.metadata, 'managedFields');
  return object;
};

/** Of kinds of which there are very many, by their plurals. */
const keptOfMany: Partial<Record<string, Keep>> = {
  [pipelineRunKind.plural]: keptRunOf,
  [imageKind.plural]: keptImageOf,
};

/**
 * What is kept of the objects of a query. Of many PipelineRuns only what the history reads: 20,000 of
 * 8 kB would fill the memory of the page. Who shows one of them asks for it by its name, and gets
 * all of it.
 */
export const keepOf = ({ kind, name }: ListQuery): Keep =>
  (name === undefined ? keptOfMany[kind.plural] : undefined) ?? trimmed;
