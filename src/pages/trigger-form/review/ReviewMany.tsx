import { useCallback, useMemo } from 'react';
import { useNavigate } from 'react-router';
import { triggersPath } from '../../../components/paths';
import { useDenied } from '../../../cluster/use-access';
import { useOverloadWith } from '../../../cluster/use-overloads';
import { accessQuestionsOf, missingParts } from '../../../domain/access';
import type { AccessQuestion } from '../../../domain/access';
import type { CompleteDraft } from '../../../domain/draft';
import { plansTogether } from '../../../domain/plan';
import { useT } from '../../../i18n/use-t';
import type { Translate } from '../../../i18n/use-t';
import type { ManyState } from '../../../i18n/many-text';
import type { ReviewStage } from './ReviewFooter';
import { ReviewManyStep } from './ReviewManyStep';
import { failureOf, stateOf } from './creation-item';
import { useManyCreation } from './use-many-creation';
import type { CreationItem, ManyCreation } from './use-many-creation';
import { useReviewFooter } from './use-review-footer';
import { plannedIn, useExportOfDrafts } from './use-trigger-export';

/** What can be tried: after the first attempt, all that is not there but what is not permitted. */
const openStates: Record<ManyCreation['phase'], readonly ManyState[]> = {
  checking: [],
  checked: ['ready'],
  running: [],
  over: ['ready', 'refused', 'not-created'],
};

const stageOf = (
  { phase, items }: ManyCreation,
  { open, denied }: { readonly open: number; readonly denied: number | undefined },
): ReviewStage => {
  if (phase === 'checking') return 'checking';
  if (phase === 'running') return 'writing';
  if (denied === undefined) return 'blocked';
  if (items.every(({ progress }) => progress?.state === 'created')) return 'over';
  if (open > 0) return 'ready';
  return items.some((item) => failureOf(item)?.problem.code !== 'forbidden') && denied === 0
    ? 'unchecked'
    : 'blocked';
};

const labelOf = (t: Translate, phase: ManyCreation['phase'], open: number): string => {
  if (phase === 'running') return t('Creating');
  if (phase !== 'over') return t('Create {{count}} image triggers', { count: open });
  return open > 0 ? t('Try again ({{count}})', { count: open }) : t('Show the image triggers');
};

/** What all of the items would write, where the API server agrees, or would if the user might. */
const plannedOf = (outcomes: ManyCreation['outcomes']) => {
  const planned = [...outcomes.values()].map(({ rehearsal }) => plannedIn(rehearsal));
  if (planned.includes('forbidden')) return 'forbidden';
  const plans = planned.filter((plan) => typeof plan === 'object');
  return plans.length > 0 ? plansTogether(plans) : undefined;
};

/** The same as long as nothing can be tried: buttons are made anew for another list. */
const nothing: readonly CompleteDraft[] = [];

const openIn = (
  items: readonly CreationItem[],
  {
    phase,
    denied = [],
  }: Pick<ManyCreation, 'phase'> & { readonly denied: readonly AccessQuestion[] | undefined },
): readonly CompleteDraft[] =>
  items
    .filter((item) => openStates[phase].includes(stateOf(item, denied)))
    .map(({ draft }) => draft);

/** The last step of the form that makes many triggers, with its buttons in the form's footer. */
export const ReviewMany = ({
  drafts,
  onCreated,
}: {
  readonly drafts: readonly CompleteDraft[];
  /** Nothing is left to be created. */
  readonly onCreated: () => void;
}) => {
  const t = useT();
  const navigate = useNavigate();
  const creation = useManyCreation(drafts, onCreated);
  const { phase, outcomes, items, check, create } = creation;
  const questions = useMemo(
    () => accessQuestionsOf([...outcomes.values()].flatMap(({ report }) => missingParts(report))),
    [outcomes],
  );
  const denied = useDenied(questions);
  const namespace = drafts[0]?.namespace ?? '';
  const overload = useOverloadWith(namespace, drafts);
  const planned = useMemo(() => plannedOf(outcomes), [outcomes]);
  const exporting = useExportOfDrafts(drafts, planned);
  const open = useMemo(
    () => (openStates[phase].length > 0 ? openIn(items, { phase, denied }) : nothing),
    [items, phase, denied],
  );
  const stage = stageOf(creation, { open: open.length, denied: denied?.length });
  const onWrite = useCallback(() => {
    if (stage === 'over') void navigate(triggersPath(namespace));
    else void create(open);
  }, [stage, navigate, namespace, create, open]);
  const isExportFirst = exporting.isFirstChoice && stage !== 'over';
  const label = labelOf(t, phase, open.length);
  useReviewFooter({
    stage,
    label: isExportFirst ? t('Create in the cluster anyway') : label,
    onCheck: check,
    onWrite,
    onExport: isExportFirst ? (exporting.manifests?.saveFile ?? null) : undefined,
  });
  return <ReviewManyStep {...{ drafts, creation, denied, overload, exporting }} />;
};
