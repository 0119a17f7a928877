import type { ExportedRow } from './exported-table';
import { exportedStream } from './push';
import type { CurrentImage, Validation, Verdict } from './validation';

/** What a Pipeline says of the image that a tag holds, as it leaves the console, with its evidence. */
export interface ExportedValidation extends ExportedRow {
  /** `namespace/name`. */
  readonly imageStream: string;
  readonly tag: string;
  readonly digest: string;
  /** RFC 3339, like all times. */
  readonly pushedAt: string;
  /** Of the trigger and its Pipeline. */
  readonly project: string;
  readonly trigger: string;
  /** Empty where the trigger has none. */
  readonly pipeline: string;
  readonly verdict: Verdict;
  /** Of the run of exactly this push or, where each image runs once, of its image; empty without one. */
  readonly pipelineRun: string;
  /** Whether only Tekton Results has it, because it was pruned from the cluster. */
  readonly archived: boolean;
  /** Those before it, where a user ran it again. */
  readonly earlierRuns: readonly string[];
  readonly finishedAt: string;
  /** The same as one statement for somebody who was not there. */
  readonly statement: string;
}

/** A row for each image and Pipeline, in the order of the images. */
export const exportedValidations = (
  images: readonly CurrentImage[],
  statementOf: (image: CurrentImage, validation: Validation) => string,
): ExportedValidation[] =>
  images.flatMap((image) =>
    image.validations.map((validation) => ({
      imageStream: exportedStream(image.stream),
      tag: image.tag,
      digest: image.digest,
      pushedAt: image.pushedAt,
      project: validation.trigger.namespace,
      trigger: validation.trigger.name,
      pipeline: validation.pipeline ?? '',
      verdict: validation.verdict,
      pipelineRun: validation.evidence.run?.name ?? '',
      archived: validation.evidence.run?.isArchived ?? false,
      earlierRuns: validation.evidence.earlierRuns.map(({ name }) => name),
      finishedAt: validation.evidence.run?.finishedAt ?? '',
      statement: statementOf(image, validation),
    })),
  );
