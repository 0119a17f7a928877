import type { PipelineRun } from '../k8s/pipeline-run';
import { causeAnnotations, replayedByAnnotation } from './marks';

/** A value that a run carries, as text. */
export interface RecordedValue {
  readonly name: string;
  readonly value: string;
}

/** The values that reached the Pipeline, in the order of the run's parameters. */
export const paramsOf = ({ spec }: PipelineRun): RecordedValue[] =>
  (spec?.params ?? []).map(({ name, value }) => ({
    name,
    value: typeof value === 'string' ? value : JSON.stringify(value),
  }));

/** The annotations by which a run says why it is there, as they are; those that it has. */
export const causeRecordOf = ({ metadata }: PipelineRun): RecordedValue[] =>
  [...Object.values(causeAnnotations), replayedByAnnotation].flatMap((name) => {
    const value = metadata?.annotations?.[name];
    return value === undefined ? [] : [{ name, value }];
  });
