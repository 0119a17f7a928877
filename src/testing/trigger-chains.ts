import { historyOf } from '../domain/history';
import type { HistoryRow } from '../domain/history';
import type { ImageTrigger } from '../domain/image-trigger';
import type { Push } from '../domain/push';
import type { Run } from '../domain/run';
import { chainOf } from '../domain/trigger-chain';
import type { ChainInput, TriggerChain } from '../domain/trigger-chain';
import { aDigest, aLedger, aPush, aRun, aTrigger } from './builders';

/** An hour before `aPush`. */
export const olderPush: Push = aPush({ digest: aDigest('b'), created: '2026-03-01T11:00:00Z' });

interface Story {
  pushes?: readonly Push[];
  runs?: readonly Run[];
  of?: ImageTrigger;
  /** Ten minutes after `aPush` where it is absent. */
  now?: Date;
}

/** The history of `aTrigger`, with `aPush` and no run unless told otherwise. */
export const rowsOf = ({
  pushes = [aPush()],
  runs = [],
  of = aTrigger(),
  now = new Date('2026-03-01T12:10:00Z'),
}: Story): HistoryRow[] => historyOf({ ledger: aLedger(...pushes), triggers: [of], runs, now });

/** The chain of `aTrigger`, of which nothing is known unless told otherwise. */
export const aTriggerChain = (input: Partial<ChainInput> = {}): TriggerChain =>
  chainOf({
    trigger: aTrigger(),
    health: [],
    rows: [],
    stream: 'present',
    failingImports: [],
    interceptor: 'present',
    unmet: [],
    refusal: undefined,
    ...input,
  });

/** The states of the links, in their order. */
export const linkStates = ({ links }: TriggerChain): string =>
  links.map(({ state }) => state).join(' ');

/** The run of `aPush`, whose event was sent at a time. */
export const runSentAt = (eventTime: string): Run => {
  const run = aRun({ createdAt: '2026-03-01T12:00:02Z' });
  return { ...run, cause: { ...run.cause!, eventTime } };
};
