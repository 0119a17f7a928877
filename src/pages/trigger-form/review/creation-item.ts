import { isDenied, missingParts } from '../../../domain/access';
import type { AccessQuestion } from '../../../domain/access';
import type { Rehearsed } from '../../../domain/apply/create-many';
import type { CreateFailure } from '../../../domain/apply/create-trigger';
import type { ApplyReport, ApplyState } from '../../../domain/apply/transaction';
import type { PlannedResource } from '../../../domain/plan';
import { resourceKey } from '../../../domain/relay';
import { textHash } from '../../../domain/text-hash';
import type { ManyState } from '../../../i18n/many-text';
import type { CreationItem } from './use-many-creation';

/** Why an item was refused, by the check or when it was created. */
export const failureOf = ({ rehearsed, progress }: CreationItem): CreateFailure | undefined => {
  if (progress) return progress.state === 'refused' ? progress.failure : undefined;
  return rehearsed?.rehearsal.outcome === 'failed' ? rehearsed.rehearsal : undefined;
};

/** How far each object of an item is; undefined while it is being checked. */
export const reportOf = ({ rehearsed, progress }: CreationItem): ApplyReport | undefined =>
  progress && progress.state !== 'under-way' ? progress.report : rehearsed?.report;

/** @param denied what the user may not do, of all that the items take */
export const stateOf = (item: CreationItem, denied: readonly AccessQuestion[]): ManyState => {
  const { rehearsed, progress } = item;
  if (progress) return progress.state === 'refused' ? 'not-created' : progress.state;
  if (!rehearsed) return 'checking';
  if (isDenied(missingParts(rehearsed.report), denied)) return 'denied';
  return rehearsed.rehearsal.outcome === 'failed' ? 'refused' : 'ready';
};

/** The plan of a trigger with the time of its activation, where the API server has agreed to it. */
export const planOf = ({ rehearsal, report }: Rehearsed): readonly PlannedResource[] =>
  rehearsal.outcome === 'ready' ? rehearsal.plan : report.plan;

/** Of an object that several items share, the first of these that one of them says is true. */
const strongest: readonly ApplyState[] = [
  'created',
  'active',
  'failed',
  'kept',
  'left-over',
  'removed',
  'checked',
  'pending',
];

/** Several reports as one, for each object of a plan. */
export const statesOf = (
  plan: readonly PlannedResource[],
  reports: readonly ApplyReport[],
): ApplyState[] => {
  const states = new Map<string, ApplyState>();
  for (const report of reports)
    for (const [index, resource] of report.plan.entries()) {
      const key = resourceKey(resource);
      const [old, next] = [states.get(key), report.states[index] ?? 'pending'];
      if (old === undefined || strongest.indexOf(next) < strongest.indexOf(old))
        states.set(key, next);
    }
  return plan.map((resource) => states.get(resourceKey(resource)) ?? 'pending');
};

/** A refusal that several items can have in common, as that of an object that they share. */
export interface CommonFailure {
  /** Tells refusals apart. */
  readonly key: string;
  readonly failure: CreateFailure;
  /** Of the items. */
  readonly count: number;
}

export const failureKey = ({ resource, problem }: CreateFailure): string =>
  textHash(`${resourceKey(resource)} ${problem.code} ${problem.message}`);

/** The refusals of items, each once. */
export const failuresOf = (items: readonly CreationItem[]): readonly CommonFailure[] => {
  const groups = new Map<string, CommonFailure>();
  for (const item of items) {
    const failure = failureOf(item);
    if (!failure) continue;
    const key = failureKey(failure);
    groups.set(key, { key, failure, count: (groups.get(key)?.count ?? 0) + 1 });
  }
  return [...groups.values()];
};
