import type { ExportedRow } from './exported-table';
import { isFoundRow, isPushUnknown, ownerNameOf } from './found-chain/found-row';
import type { AnyRow } from './found-chain/found-row';
import type { PushStatus } from './history';
import { triggerKey } from './image-trigger';
import type { ImageTrigger } from './image-trigger';
import { exportedStream } from './push';
import { decidingHop, hopsOf } from './push-hops';
import type { HopNote } from './push-hops';

/** A row of the history as it leaves the console: codes and RFC 3339 times, no sentences. */
export interface ExportedPush extends ExportedRow {
  readonly status: PushStatus;
  /** Why: the note of the last hop that the push has reached. */
  readonly evidence: HopNote | '';
  /** Whether an image trigger is behind it, or a chain that somebody else made. */
  readonly managed: boolean;
  /** Of the trigger or of the chain's runs. */
  readonly project: string;
  readonly trigger: string;
  /** `namespace/name`; empty where it is not known. */
  readonly imageStream: string;
  readonly tags: readonly string[];
  readonly digest: string;
  /** Empty where the push is not known. */
  readonly pushedAt: string;
  readonly pipelineRun: string;
  /** Whether only Tekton Results has it, because it was pruned from the cluster. */
  readonly archived: boolean;
  /** Those before it, where a user ran the push again. */
  readonly earlierRuns: readonly string[];
  /** The first run of the image, where each image runs once and it is another push's; else empty. */
  readonly imageRun: string;
  readonly createdAt: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  /** From the creation of the run to its end; null where it has not ended. */
  readonly durationSeconds: number | null;
  /** Who asked for the run in place of the listener; null for the listener's own, or without one. */
  readonly replayedBy: string | null;
}

const secondsBetween = (from: string | undefined, to: string | undefined): number | null =>
  from === undefined || to === undefined ? null : (Date.parse(to) - Date.parse(from)) / 1000;

interface ExportInput {
  readonly rows: readonly AnyRow[];
  readonly triggers: readonly ImageTrigger[];
  /** Whether the ImageStreams of a project have been read. */
  readonly isKnown: (namespace: string) => boolean;
}

/** The rows of the history, in their order, as they leave the console. */
export const exportedOf = ({ rows, triggers, isKnown }: ExportInput): ExportedPush[] => {
  const byKey = new Map(triggers.map((trigger) => [triggerKey(trigger), trigger]));
  return rows.map((row) => {
    const { status, stream, tags, digest, created, run } = row;
    const isFound = isFoundRow(row);
    const hops = hopsOf({
      row,
      trigger: isFound ? undefined : byKey.get(triggerKey(row.trigger)),
      isLedgerKnown: stream !== undefined && isKnown(stream.namespace),
    });
    return {
      status,
      evidence: decidingHop(hops)?.note ?? '',
      managed: !isFound,
      project: isFound ? row.run.namespace : row.trigger.namespace,
      trigger: ownerNameOf(row),
      imageStream: stream ? exportedStream(stream) : '',
      tags,
      digest: digest ?? '',
      pushedAt: isPushUnknown(row) ? '' : created,
      pipelineRun: run?.name ?? '',
      archived: !isFound && (row.run?.isArchived ?? false),
      earlierRuns: isFound ? [] : row.earlierRuns.map(({ name }) => name),
      imageRun: isFound || row.status !== 'image-ran' ? '' : (row.imageRuns[0]?.name ?? ''),
      createdAt: run?.createdAt ?? '',
      startedAt: run?.startedAt ?? '',
      finishedAt: run?.finishedAt ?? '',
      durationSeconds: secondsBetween(run?.createdAt, run?.finishedAt),
      replayedBy: isFound ? null : (row.run?.replayedBy ?? null),
    };
  });
};
