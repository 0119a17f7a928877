import { pushRowKey } from './history';
import type { HistoryRow, PushStatus, Pushes } from './history';
import { triggerKey } from './image-trigger';
import type { ImageTrigger } from './image-trigger';
import { streamKey } from './push';
import type { Push, StreamRef } from './push';
import { tagMatcher } from './tag-rule';

/** What a Pipeline says of the image that a tag holds now; what needs a person most comes first. */
export const verdicts = ['failed', 'missed', 'unproven', 'never', 'running', 'passed'] as const;

/**
 * `failed`: the run failed or was cancelled. `missed`: it should have run and did not. `unproven`:
 * it may have run, and nothing is left that proves it. `never`: the image came before the trigger
 * was active, or while it was paused. `running`: it runs, or will any moment.
 */
export type Verdict = (typeof verdicts)[number];

const verdictOf: Record<PushStatus, Verdict> = {
  waiting: 'running',
  queued: 'running',
  running: 'running',
  succeeded: 'passed',
  failed: 'failed',
  cancelled: 'failed',
  missed: 'missed',
  alias: 'missed',
  superseded: 'missed',
  // The runs of the image decide.
  'image-ran': 'unproven',
  unknown: 'unproven',
  paused: 'never',
  before: 'never',
  unmatched: 'never',
  'ledger-gone': 'unproven',
  unverified: 'unproven',
};

/** What one image trigger made of an image. */
export interface Validation {
  readonly trigger: { readonly namespace: string; readonly name: string };
  /** In the namespace of the trigger; undefined where its template is missing or names none. */
  readonly pipeline: string | undefined;
  readonly verdict: Verdict;
  /** The push. */
  readonly row: HistoryRow;
  /**
   * The evidence: what became of this push, or, where each image runs once, of the push whose run is
   * the last one of the image.
   */
  readonly evidence: ValidationEvidence;
}

/** What an image trigger knows of an image. */
export type ValidationEvidence = Pick<HistoryRow, 'status' | 'run' | 'earlierRuns'>;

/** The image that a tag holds now, with what each image trigger that answers to the tag made of it. */
export interface CurrentImage {
  /** Unique and stable. */
  readonly key: string;
  readonly stream: StreamRef;
  readonly tag: string;
  readonly digest: string;
  /** RFC 3339: when the tag got it. */
  readonly pushedAt: string;
  /** At least one. */
  readonly validations: readonly Validation[];
  /** The one of them that needs a person most. */
  readonly verdict: Verdict;
}

export interface ValidationInput {
  readonly triggers: readonly ImageTrigger[];
  readonly rows: readonly HistoryRow[];
  readonly pushes: Pushes;
}

/** The push by which each tag of a stream got the image that it holds now. */
const heldBy = (pushes: readonly Push[]): [tag: string, push: Push][] =>
  pushes.flatMap((push) =>
    push.tags.filter((tag) => !push.leftBy.includes(tag)).map((tag): [string, Push] => [tag, push]),
  );

/** The verdict that needs a person most; `never` where there is none. */
export const worstOf = (validations: readonly Validation[]): Verdict =>
  verdicts.find((verdict) => validations.some((one) => one.verdict === verdict)) ?? 'never';

/** By the run of the image, whichever push it is of, where each image runs once and has one. */
export const evidenceOf = ({
  status,
  run,
  earlierRuns,
  imageRuns,
}: HistoryRow): ValidationEvidence => {
  const last = imageRuns.at(-1);
  return last
    ? { status: last.status, run: last, earlierRuns: imageRuns.slice(0, -1) }
    : { status, run, earlierRuns };
};

/**
 * Validated or not: for the current image of each tag that an image trigger answers to, what its
 * Pipeline made of exactly this push. A run of the same image by an older push counts for that one:
 * the Pipeline, or what it checks against, may have changed since. Where each image runs once, that is
 * what was asked for: the runs of the image count, of whichever push. Tags of ImageStreams that cannot
 * be read are left out. Sorted by stream and tag.
 */
export const currentImagesOf = ({ triggers, rows, pushes }: ValidationInput): CurrentImage[] => {
  const rowsByKey = new Map(rows.map((row) => [row.key, row]));
  const images = new Map<string, CurrentImage>();
  for (const { namespace, name, binding, pipeline } of triggers) {
    if (!binding) continue;
    const trigger = { namespace, name };
    const { stream, rule } = binding;
    const matches = tagMatcher(rule);
    for (const [tag, push] of heldBy(pushes.get(streamKey(stream)) ?? [])) {
      const row = rowsByKey.get(pushRowKey(trigger, push));
      if (!row || !matches(tag)) continue;
      const key = `${streamKey(stream)}:${tag}`;
      const others = images.get(key)?.validations ?? [];
      const evidence = evidenceOf(row);
      const verdict = verdictOf[evidence.status];
      const own: Validation = { trigger, pipeline, verdict, row, evidence };
      const validations = [...others, own].sort((a, b) =>
        triggerKey(a.trigger).localeCompare(triggerKey(b.trigger)),
      );
      images.set(key, {
        key,
        stream,
        tag,
        digest: push.digest,
        pushedAt: push.created,
        validations,
        verdict: worstOf(validations),
      });
    }
  }
  return [...images.values()].sort((a, b) => a.key.localeCompare(b.key));
};

/** The current images of each stream, by `streamKey`. */
export const imagesByStream = (
  images: readonly CurrentImage[],
): ReadonlyMap<string, readonly CurrentImage[]> => {
  const byStream = new Map<string, CurrentImage[]>();
  for (const image of images) {
    const key = streamKey(image.stream);
    const others = byStream.get(key);
    if (others) others.push(image);
    else byStream.set(key, [image]);
  }
  return byStream;
};

/** How many images have each verdict, those that need a person first; none that no image has. */
export const verdictCounts = (images: readonly CurrentImage[]): [Verdict, number][] =>
  verdicts.flatMap((verdict): [Verdict, number][] => {
    const { length } = images.filter((image) => image.verdict === verdict);
    return length === 0 ? [] : [[verdict, length]];
  });

/** Names a Pipeline. */
export interface PipelineRef {
  readonly namespace: string;
  readonly name: string;
}

/** `namespace/name`, unique among Pipelines. */
export const pipelineKey = ({ namespace, name }: PipelineRef): string => `${namespace}/${name}`;

/** The Pipeline of a validation; undefined where its trigger has none. */
export const pipelineRefOf = ({ trigger, pipeline }: Validation): PipelineRef | undefined =>
  pipeline === undefined ? undefined : { namespace: trigger.namespace, name: pipeline };

/** The Pipelines that some image goes through, sorted. */
export const pipelinesOf = (images: readonly CurrentImage[]): PipelineRef[] => {
  const refs = images.flatMap(({ validations }) =>
    validations.flatMap((one) => pipelineRefOf(one) ?? []),
  );
  const byKey = new Map(refs.map((ref) => [pipelineKey(ref), ref]));
  return [...byKey.values()].sort((a, b) => pipelineKey(a).localeCompare(pipelineKey(b)));
};
