import { problemOf } from '../../domain/problem';
import type { Problem, ProblemCode } from '../../domain/problem';
import { loading } from '../../domain/watched';
import type { Watched } from '../../domain/watched';
import { keyOf } from '../../k8s/resource';
import type { K8sObject } from '../../k8s/resource';
import type { Gathering } from './gathering';
import type { ListSource } from './list-source';
import { versionOf } from './watch-frame';
import type { WatchFrame } from './watch-frame';

/** Problems after which the data that came before must not be shown any more. */
const hiding: ReadonlySet<ProblemCode> = new Set(['api-missing', 'forbidden', 'unauthorized']);

/** A list that takes longer has got stuck on its way. */
const patienceMs = 120_000;
/** Servers send a bookmark every minute: what is silent for longer may be cut without notice. */
const silenceMs = 150_000;
/** A watch that says nothing has proven that it works when it has lasted for so long. */
const provenMs = 5_000;
const firstRetryMs = 1_000;
const lastRetryMs = 30_000;

type Timer = ReturnType<typeof setTimeout> | undefined;

export interface LiveListListener {
  /** There is another state. */
  readonly changed: () => void;
  /** The watch has ended or something failed; another attempt follows unless it is stopped now. */
  readonly interrupted: () => void;
}

/**
 * The objects of one query, kept up to date: listed in one request, then watched.
 *
 * The SDK's `useK8sWatchResource` asks for pages of 250 objects, one after another, which makes
 * 20 requests of 5,000 objects, and waits 15 s after a failure, whatever the server asks for
 * (openshift/console, dynamic-plugin-sdk, app/k8s/actions/k8s.ts).
 *
 * After a problem it tries again by itself, with pauses that double up to half a minute, or for as
 * long as the server asks. A watch that ends goes on from the version that it has reached. One
 * that cannot be opened is followed by a list, because only that says why.
 */
export class LiveList {
  #state: Watched<K8sObject[]> = loading;
  #objects: Map<string, K8sObject> | undefined;
  #version = '';
  #problem: Problem | undefined;
  /** Attempts in sequence after which no watch has proven that it works. */
  #failures = 0;
  /** Attempts in sequence to open a watch. */
  #refusals = 0;
  #request: AbortController | undefined;
  #endWatch: (() => void) | undefined;
  #next: (() => void) | undefined;
  #pause: Timer;
  #silence: Timer;

  /** @param gathering of what happens to all lists that one page may show */
  constructor(
    private readonly source: ListSource,
    private readonly listener: LiveListListener,
    private readonly gathering: Gathering,
  ) {}

  /** The same object until something changes. The objects come in no order. */
  get state(): Watched<K8sObject[]> {
    return this.#state;
  }

  start(): void {
    void this.#list('0');
  }

  /** Ends everything; nothing is told after that. */
  stop(): void {
    this.#request?.abort();
    this.#request = undefined;
    this.#leaveWatch();
    this.#next = undefined;
    clearTimeout(this.#pause);
    this.gathering.remove(this.#tellChanges);
  }

  /** Ends a pause between two attempts, because there is reason to hope. */
  retryNow(): void {
    const next = this.#next;
    this.#next = undefined;
    clearTimeout(this.#pause);
    next?.();
  }

  async #list(version: '0' | ''): Promise<void> {
    const request = new AbortController();
    this.#request = request;
    const patience = setTimeout(() => request.abort(), patienceMs);
    try {
      const listed = await this.source.list(version, request.signal);
      if (this.#request !== request) return;
      this.#objects = new Map(listed.objects.map((object) => [keyOf(object), object]));
      this.#version = listed.version;
      this.#tell(
        this.#refusals > 1
          ? { code: 'network', message: 'The connection for live updates cannot be opened.' }
          : undefined,
      );
      this.#watch();
    } catch (error) {
      if (this.#request === request)
        this.#listFailed(
          request.signal.aborted
            ? { code: 'timeout', message: `No answer within ${patienceMs / 1000} s.` }
            : problemOf(error),
        );
    } finally {
      clearTimeout(patience);
    }
  }

  #listFailed(problem: Problem): void {
    if (hiding.has(problem.code)) this.#objects = undefined;
    this.#failures += 1;
    this.#tell(problem);
    // What is hidden comes back by somebody else's hand, not within seconds.
    const atLeast = hiding.has(problem.code) ? lastRetryMs / 1000 : problem.retryAfterSeconds;
    this.#later(() => void this.#list(''), atLeast);
  }

  #watch(): void {
    let openedAt: number | undefined;
    this.#refusals += 1;
    this.#endWatch = this.source.watch(this.#version, {
      opened: () => {
        openedAt = Date.now();
        this.#refusals = 0;
        this.#expectFrames();
        if (this.#problem) this.#tell(undefined);
      },
      told: (frame) => this.#apply(frame),
      closed: () => {
        this.#leaveWatch();
        const isProven = openedAt !== undefined && Date.now() - openedAt > provenMs;
        this.#failures = isProven ? 0 : this.#failures + 1;
        this.#later(openedAt === undefined ? () => void this.#list('') : () => this.#watch());
      },
    });
  }

  #apply(frame: WatchFrame): void {
    if (frame.type === 'error') {
      // Most often 410 Gone: what happened since the version is forgotten.
      this.#leaveWatch();
      this.#failures += 1;
      this.#later(() => void this.#list(''), frame.problem.retryAfterSeconds);
      return;
    }
    this.#expectFrames();
    if (frame.type === 'bookmark') {
      this.#version = frame.version;
      return;
    }
    this.#failures = 0;
    this.#version = versionOf(frame.object);
    if (frame.type === 'set') this.#objects?.set(keyOf(frame.object), frame.object);
    else this.#objects?.delete(keyOf(frame.object));
    this.gathering.add(this.#tellChanges);
  }

  readonly #tellChanges = (): void => this.#tell(this.#problem);

  #tell(problem: Problem | undefined): void {
    this.gathering.remove(this.#tellChanges);
    this.#problem = problem;
    if (this.#objects)
      this.#state = { state: 'loaded', data: [...this.#objects.values()], stale: problem };
    else if (problem) this.#state = { state: 'failed', problem };
    this.listener.changed();
  }

  #later(next: () => void, atLeastSeconds = 0): void {
    const pauseMs =
      this.#failures === 0
        ? 0
        : Math.min(lastRetryMs, firstRetryMs * 2 ** (this.#failures - 1)) * (1 - Math.random() / 4);
    this.#next = next;
    this.#pause = setTimeout(() => this.retryNow(), Math.max(pauseMs, atLeastSeconds * 1000));
    this.listener.interrupted();
  }

  #expectFrames(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      this.#leaveWatch();
      this.#watch();
    }, silenceMs);
  }

  #leaveWatch(): void {
    clearTimeout(this.#silence);
    this.#endWatch?.();
    this.#endWatch = undefined;
  }
}
