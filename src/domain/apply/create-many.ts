import type { K8sObject, ResourceKind } from '../../k8s/resource';
import { triggerTemplateKind } from '../../k8s/trigger-template';
import { triggerKind } from '../../k8s/trigger';
import type { ClusterVerbs } from '../cluster-verbs';
import type { CompleteDraft } from '../draft';
import { resourceKey } from '../relay';
import { someAtOnce } from '../some-at-once';
import type { Turn, Turns } from '../some-at-once';
import { createTrigger, rehearseTrigger } from './create-trigger';
import type { CreateFailure, CreateOptions, Rehearsal } from './create-trigger';
import { writeKey } from './perform';
import type { ApplyReport } from './transaction';

/** One takes about five dry runs, one after another; a browser has six connections to a server. */
const rehearsedAtOnce = 4;

/** One takes some forty requests, one after another. */
const createdAtOnce = 4;

/** What came of the dry run of one trigger of many. */
export interface Rehearsed {
  readonly rehearsal: Rehearsal;
  /** How far it came with each object. */
  readonly report: ApplyReport;
}

const nothingYet: ApplyReport = { plan: [], states: [] };

/** Kinds of which each object is one trigger's own. */
const ownKinds: readonly ResourceKind[] = [triggerKind, triggerTemplateKind];

/**
 * Verbs that read an object once, and try it once, where many triggers share it. For a rehearsal,
 * which writes nothing.
 */
const asking = (verbs: ClusterVerbs): ClusterVerbs => {
  const once = <T>(): ((key: string, ask: () => Promise<T>) => Promise<T>) => {
    const answers = new Map<string, Promise<T>>();
    return (key, ask) => {
      const answer = answers.get(key) ?? ask();
      answers.set(key, answer);
      return answer;
    };
  };
  const found = once<K8sObject | undefined>();
  const tried = once<K8sObject>();
  return {
    list: (...args) => verbs.list(...args),
    patch: (...args) => verbs.patch(...args),
    remove: (...args) => verbs.remove(...args),
    pause: () => verbs.pause(),
    get: (ref) =>
      ownKinds.includes(ref.kind) ? verbs.get(ref) : found(writeKey(ref), () => verbs.get(ref)),
    create: (kind, manifest, options) => {
      const ask = (): Promise<K8sObject> => verbs.create(kind, manifest, options);
      return ownKinds.includes(kind) ? ask() : tried(resourceKey({ kind, manifest }), ask);
    },
  };
};

/** Rehearses each of many triggers, some at once. */
export const rehearseMany = async (
  drafts: readonly CompleteDraft[],
  verbs: ClusterVerbs,
  options: Omit<CreateOptions, 'onReport'>,
): Promise<ReadonlyMap<CompleteDraft, Rehearsed>> => {
  const remembering = asking(verbs);
  const outcomes = new Map<CompleteDraft, Rehearsed>();
  const rehearse = async (draft: CompleteDraft): Promise<void> => {
    let last = nothingYet;
    const rehearsal = await rehearseTrigger(draft, remembering, {
      ...options,
      onReport: (report) => {
        last = report;
      },
    });
    outcomes.set(draft, { rehearsal, report: last });
  };
  const turns = { atOnce: rehearsedAtOnce, isLeft: () => false };
  await someAtOnce(drafts, turns, (draft) => ({ over: rehearse(draft) }));
  return outcomes;
};

/** How far the creation of one trigger of many is; in the end, how far each of its objects came. */
export type CreateProgress =
  | { readonly state: 'under-way' }
  | { readonly state: 'created'; readonly report: ApplyReport }
  | { readonly state: 'refused'; readonly report: ApplyReport; readonly failure: CreateFailure };

export interface CreateManyTools extends Pick<Turns, 'isLeft'> {
  readonly verbs: ClusterVerbs;
  readonly report: (draft: CompleteDraft, progress: CreateProgress) => void;
}

const createOne = async (
  draft: CompleteDraft,
  verbs: ClusterVerbs,
  options: Omit<CreateOptions, 'onReport'>,
): Promise<CreateProgress> => {
  let report = nothingYet;
  const result = await createTrigger(draft, verbs, {
    ...options,
    onReport: (next) => {
      report = next;
    },
  });
  return result.outcome === 'failed'
    ? { state: 'refused', report, failure: result }
    : { state: 'created', report };
};

/** The first draft of each project of ImageStreams, which writes what the others share, and these. */
const withFirstApart = (drafts: readonly CompleteDraft[]): readonly CompleteDraft[][] => {
  const projects = new Set<string>();
  const isFirst = ({ stream: { namespace } }: CompleteDraft): boolean => {
    const isNew = !projects.has(namespace);
    projects.add(namespace);
    return isNew;
  };
  const firsts = drafts.filter(isFirst);
  return [firsts, drafts.filter((draft) => !firsts.includes(draft))];
};

/**
 * Creates many triggers, each as a transaction of its own: one after another those that write what
 * they share, then the others, some at once. One that is refused leaves nothing behind, and the
 * others go on. Once the user has left, no further one is begun.
 */
export const createMany = async (
  drafts: readonly CompleteDraft[],
  options: Omit<CreateOptions, 'onReport'>,
  { verbs, isLeft, report }: CreateManyTools,
): Promise<void> => {
  const begin = (draft: CompleteDraft): Turn => {
    report(draft, { state: 'under-way' });
    const over = createOne(draft, verbs, options);
    return { over: over.then((progress) => report(draft, progress)) };
  };
  const [firsts = [], others = []] = withFirstApart(drafts);
  await someAtOnce(firsts, { atOnce: 1, isLeft }, begin);
  await someAtOnce(others, { atOnce: createdAtOnce, isLeft }, begin);
};
