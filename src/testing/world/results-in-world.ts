import { aDraft, aPipelineRun, aPush } from '../builders';
import { archivedRunOf } from '../../domain/archive';
import type { Run, RunStatus } from '../../domain/run';
import type { PipelineRun } from '../../k8s/pipeline-run';
import { timeOf } from './clock';
import type { Clock } from './clock';
import type { Item } from './image-stream-in-world';

/** A run of a world, whether the cluster still has it or not. */
export interface RunInWorld {
  readonly uid: string;
  readonly trigger: string;
  readonly name: string;
  readonly item: Item;
  readonly tag: string;
  readonly createdAt: number;
  readonly endsAt: number;
  readonly status: 'succeeded' | 'failed' | 'cancelled';
}

/** A run as the API server has it in a second. */
export const pipelineRunAt = (run: RunInWorld, second: number): PipelineRun => {
  const { uid, trigger, name, item, tag, createdAt, endsAt, status } = run;
  const isOver = endsAt <= second;
  const underWay: RunStatus = createdAt === second ? 'queued' : 'running';
  const object = aPipelineRun({
    draft: aDraft({ name: trigger }),
    name,
    push: aPush({ digest: item.digest, created: timeOf(item.created), tags: [tag] }),
    status: isOver ? status : underWay,
    createdAt: timeOf(createdAt),
    finishedAt: isOver ? timeOf(endsAt) : undefined,
  });
  return { ...object, metadata: { ...object.metadata, uid } };
};

interface RecordInWorld {
  readonly run: RunInWorld;
  readonly seenAt: number;
}

/** Tekton Results in a world: runs as it has last seen them, until it forgets them. */
export class ResultsInWorld {
  /** Whether it may lack a run, or the end of one. */
  hasGaps = false;
  private readonly records = new Map<string, RecordInWorld>();
  private awayUntil = 0;

  constructor(private readonly clock: Clock) {}

  see(run: RunInWorld): void {
    const { now } = this.clock;
    if (now >= this.awayUntil) this.records.set(run.uid, { run, seenAt: now });
  }

  breakDown(seconds: number): void {
    this.hasGaps = true;
    this.awayUntil = Math.max(this.awayUntil, this.clock.now + seconds);
  }

  /** What its retention policy takes. */
  forgetOlderThan(seconds: number): void {
    this.hasGaps = true;
    for (const [uid, { run }] of this.records)
      if (this.clock.now - run.createdAt > seconds) this.records.delete(uid);
  }

  /** The newest runs that it has, as they are read. */
  runObjects(most: number): Run[] {
    return [...this.records.values()]
      .sort((a, b) => b.run.createdAt - a.run.createdAt)
      .slice(0, most)
      .map(({ run, seenAt }) => archivedRunOf(pipelineRunAt(run, seenAt))!);
  }
}
