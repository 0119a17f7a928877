import { aDigest } from '../builders';
import { runNameOf } from '../../domain/run-name';
import { runOf } from '../../domain/run';
import type { Run } from '../../domain/run';
import type { RunPolicy } from '../../domain/run-policy';
import type { TagRule } from '../../domain/tag-rule';
import { Clock, timeOf } from './clock';
import { StreamInWorld } from './image-stream-in-world';
import type { Head, Item } from './image-stream-in-world';
import { ResultsInWorld, pipelineRunAt } from './results-in-world';
import type { RunInWorld } from './results-in-world';
import { TriggerInWorld } from './trigger-in-world';

/** How a run will end, and after how many seconds. */
export interface Outcome {
  readonly status: RunInWorld['status'];
  readonly seconds: number;
}

/** An event on its way to the listener. */
interface EventInWorld {
  readonly heads: readonly Head[];
  readonly time: number;
  /** Whether the browser can see what caused it: a push that it can date. */
  readonly isOfPush: boolean;
}

export type PruneOrder = 'createdAt' | 'endsAt';

const day = 24 * 60 * 60;

/** How pruners choose, of what is older than a day: of what the runs are that share a limit, and how many of them stay. */
export interface PruneLimits {
  readonly by: 'outcome' | 'none';
  readonly perTrigger: boolean;
  readonly order: PruneOrder;
  readonly good: number;
  readonly bad: number;
}

/** What a push is called, whatever its run is. */
const pushOfItem = (trigger: string, { digest, created }: Item): string =>
  runNameOf(trigger, { digest, created: timeOf(created) });

/** An ImageStream, image triggers bound to it, and what happens to them: the truth about pushes. */
export class World {
  readonly clock = new Clock(0);
  readonly stream = new StreamInWorld();
  readonly triggers: TriggerInWorld[] = [];
  /** The pushes of all runs that ever were, by what they are called. */
  readonly ran = new Set<string>();
  /** Pushes that were run a second time, by whatever name. */
  readonly ranTwice = new Set<string>();
  /** Pushes that did not run because their image had its run, with the push of that one. */
  readonly imageRan = new Map<string, string>();
  /** Pushes for which their own event had no lane. */
  readonly withoutLane = new Set<string>();
  /** The push whose run somebody deleted by hand; one a world. */
  deleted: string | undefined;
  isPruned = false;
  events = new Set<EventInWorld>();
  readonly results = new ResultsInWorld(this.clock);
  private runs: RunInWorld[] = [];
  private lostUntil = { source: 0, listener: 0 };

  constructor(private readonly outcomes: readonly Outcome[]) {}

  bind(name: string, rule: TagRule, policy: RunPolicy): void {
    this.triggers.push(new TriggerInWorld(name, { rule, policy }, this.clock));
  }

  /** One update of the ImageStream that sets some tags to images. */
  push(images: readonly { tag: string; digit: string }[], latency: number): void {
    const created = this.clock.now;
    const changed = images.map(({ tag, digit }) =>
      this.stream.push(tag, { digest: aDigest(digit), created }),
    );
    if (changed.includes(true)) this.send(latency, true);
  }

  alias(tag: string, of: string, latency: number): void {
    if (this.stream.alias(tag, of)) this.send(latency, false);
  }

  /** A change of the ImageStream that is no push, such as of a label. */
  touch(latency: number): void {
    this.send(latency, false);
  }

  /** Tekton Results sees nothing; when it is back, it sees what is still there. */
  breakResults(seconds: number): void {
    this.results.breakDown(seconds);
    this.clock.after(seconds, () => this.runs.forEach((run) => this.results.see(run)));
  }

  /** The source sends nothing, or the listener takes nothing. */
  breakDown(what: 'source' | 'listener', seconds: number): void {
    this.lostUntil[what] = Math.max(this.lostUntil[what], this.clock.now + seconds);
  }

  pruneRuns({ by, perTrigger, order, good, bad }: PruneLimits): void {
    const left = new Map<string, number>();
    this.takeEnded(order, ({ trigger, status, endsAt }) => {
      const isGood = status === 'succeeded';
      const group = `${perTrigger ? trigger : ''} ${by === 'outcome' ? isGood : ''}`;
      const count = (left.get(group) ?? 0) + 1;
      left.set(group, count);
      return this.clock.now - endsAt > day && count > (by === 'outcome' && !isGood ? bad : good);
    });
  }

  pruneRunsOlderThan(seconds: number): void {
    this.takeEnded('endsAt', ({ endsAt }) => this.clock.now - endsAt > seconds);
  }

  deleteRun(index: number): void {
    if (this.deleted !== undefined || this.runs.length === 0) return;
    const [run] = this.runs.splice(index % this.runs.length, 1);
    this.deleted = pushOfItem(run!.trigger, run!.item);
  }

  /** The runs as the API server has them. */
  runObjects(): Run[] {
    return this.runs.map((run) => runOf(pipelineRunAt(run, this.clock.now))!);
  }

  private takeEnded(order: PruneOrder, isTaken: (run: RunInWorld) => boolean): void {
    const ended = this.runs
      .filter(({ endsAt }) => endsAt <= this.clock.now)
      .sort((a, b) => b[order] - a[order]);
    const taken = new Set(ended.filter(isTaken));
    this.isPruned ||= taken.size > 0;
    this.runs = this.runs.filter((run) => !taken.has(run));
  }

  private send(latency: number, isOfPush: boolean): void {
    if (this.clock.now < this.lostUntil.source) return;
    const event = { heads: this.stream.heads(), time: this.clock.now, isOfPush };
    this.events.add(event);
    this.clock.after(latency, () => {
      this.events.delete(event);
      if (this.clock.now >= this.lostUntil.listener) this.receive(event);
    });
  }

  private receive({ heads, time }: EventInWorld): void {
    for (const trigger of this.triggers) {
      const { name } = trigger;
      const { taken, left } = trigger.takes(heads, time);
      for (const item of taken) this.run(trigger, item, heads);
      for (const item of left)
        if (item.created === time) this.withoutLane.add(pushOfItem(name, item));
    }
  }

  private run(of: TriggerInWorld, item: Item, heads: readonly Head[]): void {
    const { digest, created } = item;
    const { name: trigger } = of;
    const name = of.runNameOf(item);
    const push = pushOfItem(trigger, item);
    // A run that is there already is a create that fails.
    const there = this.runs.find((run) => run.name === name);
    if (there) {
      const owner = pushOfItem(trigger, there.item);
      if (owner !== push) this.imageRan.set(push, owner);
      return;
    }
    if (this.ran.has(push) && push !== this.deleted) this.ranTwice.add(push);
    const { status, seconds } = this.outcomes[this.ran.size % this.outcomes.length]!;
    const { tag } = heads.find((head) => head.digest === digest && head.created === created)!;
    const createdAt = this.clock.now;
    const endsAt = createdAt + seconds;
    const uid = `${name} at ${createdAt}`;
    const run = { uid, trigger, name, item, tag, createdAt, endsAt, status };
    this.runs.push(run);
    this.ran.add(push);
    this.results.see(run);
    this.clock.after(seconds, () => {
      if (this.runs.includes(run)) this.results.see(run);
    });
  }
}
