import { aDraft, aTriggerTemplate, lanesOfDraft } from '../builders';
import { appendActivity } from '../../domain/activity';
import type { Activity } from '../../domain/activity';
import { laneCount } from '../../domain/draft';
import { imageTriggersOf } from '../../domain/image-trigger';
import type { ImageTrigger } from '../../domain/image-trigger';
import { activityAnnotation } from '../../domain/marks';
import { firstRunNameOf } from '../../domain/run-name';
import { changedNaming, otherPolicy, policyAt, settledAt } from '../../domain/run-policy';
import type { Naming, RunPolicy } from '../../domain/run-policy';
import { tagMatcher } from '../../domain/tag-rule';
import type { TagRule } from '../../domain/tag-rule';
import { timeOf } from './clock';
import type { Clock } from './clock';
import { keyOf } from './image-stream-in-world';
import type { Head, Item } from './image-stream-in-world';

/** A rule with the second from which on the lanes follow it. */
interface RuleInForce {
  readonly rule: TagRule;
  readonly from: number;
}

/** How the lanes name runs, with the second from which on they do. */
interface NamingInForce {
  readonly naming: Naming;
  readonly from: number;
}

/** An image trigger of a world: what is written of it, and what its lanes do meanwhile. */
export class TriggerInWorld {
  /** When it was switched: what is written. */
  readonly switches: { readonly at: number; readonly state: 'active' | 'paused' }[] = [];
  readonly edits: number[] = [];
  /** What the lanes follow, oldest first. */
  readonly rules: RuleInForce[];
  private rule: TagRule;
  private naming: Naming;
  private readonly namings: NamingInForce[];
  private log: Activity = [];
  private selected = true;
  private activatedAt: number;

  constructor(
    readonly name: string,
    { rule, policy }: { readonly rule: TagRule; readonly policy: RunPolicy },
    private readonly clock: Clock,
  ) {
    this.rule = rule;
    this.naming = { policy };
    this.activatedAt = clock.now;
    this.rules = [{ rule, from: clock.now }];
    this.namings = [{ naming: this.naming, from: clock.now }];
    this.write('active');
  }

  get state(): 'active' | 'paused' {
    return this.switches.at(-1)!.state;
  }

  pause(delay: number): void {
    if (this.state === 'paused') return;
    this.write('paused');
    this.clock.after(delay, () => (this.selected = this.state === 'active'));
  }

  resume(delay: number): void {
    if (this.state === 'active') return;
    this.write('active');
    this.activatedAt = this.clock.now;
    this.clock.after(delay, () => (this.selected = this.state === 'active'));
  }

  edit(rule: TagRule, delay: number): void {
    const { now } = this.clock;
    const at = timeOf(now);
    this.log = [...this.log, { at, state: this.state, earlier: this.rule }];
    this.rule = rule;
    this.edits.push(now);
    this.clock.after(delay, () => this.rules.push({ rule: this.rule, from: this.clock.now }));
  }

  /** Does nothing where an earlier change is too young, as the form does not. */
  changePolicy(delay: number): void {
    const at = timeOf(this.clock.now);
    if (at < (settledAt(this.naming) ?? '')) return;
    const { policy } = this.naming;
    const naming = changedNaming(otherPolicy(policy), at);
    const earlierPolicy = { policy, until: naming.since };
    this.log = [...this.log, { at, state: this.state, earlier: this.rule, earlierPolicy }];
    this.naming = naming;
    this.clock.after(delay, () => this.namings.push({ naming, from: this.clock.now }));
  }

  /** What the policy is for a push of a second. */
  policyOf(second: number): RunPolicy {
    const activity = this.log;
    return policyAt({ activity, naming: this.naming }, timeOf(second));
  }

  /** What the lanes call the run of an item now. */
  runNameOf({ digest, created }: Item): string {
    const { naming } = this.namings.at(-1)!;
    const push = { digest, created: timeOf(created) };
    return firstRunNameOf(policyAt({ activity: [], naming }, push.created), this.name, push);
  }

  /** What the lanes run of an event, as `pushInterceptors` says it in CEL; and what they would, were there more. */
  takes(heads: readonly Head[], eventTime: number): { taken: Item[]; left: Item[] } {
    if (!this.selected) return { taken: [], left: [] };
    const { rule } = this.rules.at(-1)!;
    const matches = tagMatcher(rule);
    const fresh = heads.filter(
      ({ tag, created }) =>
        matches(tag) && eventTime - created < 120 && created >= this.activatedAt,
    );
    const byKey = new Map(fresh.map((head) => [keyOf(head), head]));
    const items = [...byKey.keys()].sort().map((key) => byKey.get(key)!);
    const lanes = laneCount({ rule });
    return { taken: items.slice(-lanes), left: items.slice(0, -lanes) };
  }

  /** As it is read back from what the API server has. */
  object(): ImageTrigger {
    const draft = aDraft({ name: this.name, rule: this.rule });
    const state = { activatedAt: timeOf(this.activatedAt), active: this.state === 'active' };
    const [root, ...lanes] = lanesOfDraft(draft, { ...state, naming: this.naming });
    const activity = appendActivity(this.log.slice(0, -1), this.log.at(-1)!);
    const annotations = { ...root!.metadata?.annotations, [activityAnnotation]: activity };
    const written = { ...root!, metadata: { ...root!.metadata, annotations } };
    return imageTriggersOf([written, ...lanes], [aTriggerTemplate(draft)])[0]!;
  }

  private write(state: 'active' | 'paused'): void {
    this.switches.push({ at: this.clock.now, state });
    this.log = [...this.log, { at: timeOf(this.clock.now), state }];
  }
}
