import type { PipelineRun } from '../k8s/pipeline-run';
import { foundRunLabels } from './found-chain/found-run';
import {
  causeAnnotations,
  isManaged,
  managedByLabel,
  replayedByAnnotation,
  triggerLabel,
} from './marks';

type Texts = Readonly<Record<string, string>>;

const keptLabels: readonly string[] = [
  managedByLabel,
  triggerLabel,
  ...Object.values(foundRunLabels),
];

const keptAnnotations: readonly string[] = [
  ...Object.values(causeAnnotations),
  replayedByAnnotation,
];

const chosenOf = (texts: Texts | undefined, keys: readonly string[]): Record<string, string> => {
  const chosen: Record<string, string> = {};
  for (const key of keys) {
    const value = texts?.[key];
    if (value !== undefined) chosen[key] = value;
  }
  return chosen;
};

/**
 * What `runOf` and `foundRunsOf` read of a PipelineRun, and nothing else: of the 8 kB of a real one,
 * most are the Pipeline and the tasks as its status repeats them, which a page of many runs never
 * shows. The parameters tell something only of runs that this plugin did not make.
 */
export const keptRunOf = (run: PipelineRun): PipelineRun => {
  const { apiVersion, kind, metadata = {}, spec, status } = run;
  const { namespace, name, uid, resourceVersion, creationTimestamp } = metadata;
  return {
    apiVersion,
    kind,
    metadata: {
      namespace,
      name,
      uid,
      resourceVersion,
      creationTimestamp,
      labels: chosenOf(metadata.labels, keptLabels),
      annotations: chosenOf(metadata.annotations, keptAnnotations),
    },
    ...(spec && !isManaged(run) && { spec: { params: spec.params } }),
    ...(status && {
      status: {
        startTime: status.startTime,
        completionTime: status.completionTime,
        conditions: status.conditions?.filter(({ type }) => type === 'Succeeded'),
      },
    }),
  };
};
