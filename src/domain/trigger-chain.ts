import type { FailingImport } from './attention';
import { linkIds, placeOf } from './chain-places';
import type { ChainFinding, LinkId, LinkState } from './chain-places';
import type { Health } from './health';
import { quietStatuses } from './history';
import type { HistoryRow, Pushes, PushStatus } from './history';
import type { ImageTrigger } from './image-trigger';
import type { Prerequisite } from './prerequisites';
import type { Problem } from './problem';
import { streamKey } from './push';
import { freshSeconds } from './push-filter';
import { decidingHop, hopsOf } from './push-hops';
import type { Hop, HopId, HopState } from './push-hops';
import { firstRunOf } from './push-runs';
import { tagMatcher } from './tag-rule';

export interface ChainLink {
  readonly id: LinkId;
  readonly state: LinkState;
  readonly findings: readonly ChainFinding[];
  /** When the newest push that should have run was here; undefined where nothing keeps it. */
  readonly at: string | undefined;
}

export interface TriggerChain {
  readonly links: readonly ChainLink[];
  /** The first broken link. */
  readonly broken: ChainLink | undefined;
  /** The newest push that should have run: what came of it tells how the chain is. */
  readonly newest: HistoryRow | undefined;
  /** The newest push that went through the whole chain, to a run of the listener's own. */
  readonly proof: HistoryRow | undefined;
}

export interface ChainInput {
  readonly trigger: ImageTrigger;
  /** undefined until it is known. */
  readonly health: Health | undefined;
  /** Of the trigger, newest first. */
  readonly rows: readonly HistoryRow[];
  /** Whether the ImageStream is there; `unread` where nobody can tell. */
  readonly stream: 'present' | 'missing' | 'unread';
  readonly failingImports: readonly FailingImport[];
  /** Whether the ClusterInterceptor is there that evaluates the filter; `unknown` where nobody can tell. */
  readonly interceptor: 'present' | 'missing' | 'unknown';
  /** `unmetOf` the prerequisites, as far as they are known. */
  readonly unmet: readonly Prerequisite[];
  /** Why the API server does not take the run of the newest push; undefined where it was not asked. */
  readonly refusal: Problem | undefined;
}

/** What is known of the ImageStreams that triggers are bound to. */
interface KnownStreams {
  /** By `streamKey`. */
  readonly pushes: Pushes;
  readonly isKnown: (namespace: string) => boolean;
}

/** Whether the ImageStream of a trigger is there, as far as it may be read. */
export const streamStateOf = (
  { pushes, isKnown }: KnownStreams,
  { binding }: Pick<ImageTrigger, 'binding'>,
): ChainInput['stream'] => {
  if (!binding || !isKnown(binding.stream.namespace)) return 'unread';
  return pushes.has(streamKey(binding.stream)) ? 'present' : 'missing';
};

const streamFindings = ({ trigger, stream, failingImports }: ChainInput): ChainFinding[] => {
  const { binding } = trigger;
  if (!binding) return [];
  const key = streamKey(binding.stream);
  if (stream === 'missing') return [{ code: 'stream-missing', stream: key }];
  const tags = failingImports
    .filter((failing) => streamKey(failing.stream) === key)
    .flatMap((failing) => failing.tags)
    .filter(tagMatcher(binding.rule));
  return tags.length > 0 ? [{ code: 'import-failing', tags }] : [];
};

/** From here on, in seconds, a clock is so wrong that fresh pushes may soon look old. */
const worryingSkew = freshSeconds / 4;

/**
 * What a run tells of the clock of the event source: it sent the event after the push, and before
 * the run was created, and the API server's clock stamped both.
 */
const skewFindings = (proof: HistoryRow | undefined): ChainFinding[] => {
  const run = proof && firstRunOf(proof);
  if (run?.cause?.eventTime === undefined) return [];
  const sent = Date.parse(run.cause.eventTime);
  const ahead = (sent - Date.parse(run.createdAt)) / 1000;
  const behind = (Date.parse(run.cause.pushedAt) - sent) / 1000;
  const seconds = Math.floor(Math.max(ahead, behind));
  return seconds >= worryingSkew
    ? [{ code: 'clock-skew', direction: ahead > behind ? 'ahead' : 'behind', seconds }]
    : [];
};

const filterFindings = ({ rows, interceptor }: ChainInput): ChainFinding[] => [
  ...(interceptor === 'missing' ? [{ code: 'interceptor-missing' as const }] : []),
  ...(rows.length > 0 && rows.every(({ status }) => status === 'unmatched')
    ? [{ code: 'matches-nothing' as const, pushes: rows.length }]
    : []),
];

/** What becomes of a push that should have run and has no run. */
const runless = ['missed', 'alias', 'superseded'] as const;

const runFindings = (newest: HistoryRow | undefined): ChainFinding[] => {
  const status = runless.find((one) => one === newest?.status);
  return newest && status ? [{ code: `push-${status}`, tags: newest.tags }] : [];
};

/** By which hop a push passed a link; the end is wherever it is by now. */
const hopOfLink: Record<Exclude<LinkId, 'run'>, HopId> = {
  stream: 'push',
  source: 'source',
  listener: 'listener',
  filter: 'rule',
  template: 'created',
  pipeline: 'started',
};

const evidence: Record<HopState, LinkState> = {
  done: 'ok',
  'under-way': 'under-way',
  failed: 'failed',
  stopped: 'unknown',
  'not-reached': 'unknown',
  unknown: 'unknown',
};

/** What the newest push proves of a link. Without a run it ends at the ImageStream. */
const evidenceOf = (
  id: LinkId,
  hop: Hop | undefined,
  newest: HistoryRow | undefined,
): LinkState => {
  if (!hop || !newest) return 'unknown';
  const isSilent = !newest.run && id !== 'stream' && hop.state !== 'under-way';
  return isSilent ? 'unknown' : evidence[hop.state];
};

/** The worst first. */
const severities = ['broken', 'paused', 'warning', 'unknown'] as const;

/** Nobody expects a run of such a push, or none that proves anything. */
const untellingStatuses: ReadonlySet<PushStatus> = new Set([
  ...quietStatuses,
  'paused',
  'image-ran',
  'unverified',
]);

/** Whether a push should have run, and what became of it says something of the chain. */
const isTelling = ({ status }: HistoryRow): boolean => !untellingStatuses.has(status);

/** Of pushes that came in one second, one that has no run tells more of the chain than one that has. */
const newestOf = (telling: readonly HistoryRow[]): HistoryRow | undefined => {
  const [first] = telling;
  const together = telling.filter(({ created }) => created === first?.created);
  return together.find(({ run }) => !run) ?? first;
};

/**
 * The newest push of a trigger that should have run.
 * @param rows of the trigger, newest first
 */
export const newestTelling = (rows: readonly HistoryRow[]): HistoryRow | undefined =>
  newestOf(rows.filter(isTelling));

const isProof = (row: HistoryRow): boolean => {
  const run = firstRunOf(row);
  return run !== undefined && run.replayedBy === undefined;
};

/** The chain of a trigger, link by link, with what is wrong and what the newest push proves. */
export const chainOf = (input: ChainInput): TriggerChain => {
  const { trigger, health, rows, stream, unmet, refusal } = input;
  const telling = rows.filter(isTelling);
  const newest = newestOf(telling);
  const proof = telling.find(isProof);
  const findings: ChainFinding[] = [
    ...unmet.map((prerequisite) => ({ code: 'not-installed' as const, prerequisite })),
    ...streamFindings(input),
    ...(health === undefined || health === 'unknown' ? [] : health),
    ...skewFindings(proof),
    ...filterFindings(input),
    ...(refusal ? [{ code: 'run-refused' as const, message: refusal.message }] : []),
    ...runFindings(newest),
  ];
  const isLedgerKnown = stream !== 'unread';
  const hops = newest ? hopsOf({ row: newest, trigger, isLedgerKnown }) : [];
  const links = linkIds.map((id): ChainLink => {
    const own = findings.filter((finding) => placeOf(finding).link === id);
    const worst = severities.find((state) => own.some((one) => placeOf(one).state === state));
    const hop = id === 'run' ? decidingHop(hops) : hops.find((one) => one.id === hopOfLink[id]);
    return { id, state: worst ?? evidenceOf(id, hop, newest), findings: own, at: hop?.at };
  });
  return { links, broken: links.find(({ state }) => state === 'broken'), newest, proof };
};
