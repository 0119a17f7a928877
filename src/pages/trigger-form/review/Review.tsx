import { useCallback, useMemo } from 'react';
import { useNavigate } from 'react-router';
import { triggerPath } from '../../../components/paths';
import { useDenied } from '../../../cluster/use-access';
import { useOverloadWith } from '../../../cluster/use-overloads';
import { accessQuestionsOf } from '../../../domain/access';
import type { CompleteDraft } from '../../../domain/draft';
import { useT } from '../../../i18n/use-t';
import type { ReviewStage } from './ReviewFooter';
import { ReviewStep } from './ReviewStep';
import { useCreation } from './use-creation';
import type { Creation } from './use-creation';
import { useReviewFooter } from './use-review-footer';
import { plannedIn, useExportOfDrafts } from './use-trigger-export';

const stageOf = (creation: Creation, permitted: boolean): ReviewStage => {
  if (creation.step === 'rehearsing') return 'checking';
  if (creation.step === 'writing') return 'writing';
  if (!permitted) return 'blocked';
  if (creation.step === 'done') return creation.result.outcome === 'failed' ? 'ready' : 'blocked';
  return creation.rehearsal.outcome === 'ready' ? 'ready' : 'unchecked';
};

/** The last step of the form, with its buttons in the form's footer. */
export const Review = ({
  draft,
  onCreated,
}: {
  readonly draft: CompleteDraft;
  readonly onCreated: () => void;
}) => {
  const t = useT();
  const navigate = useNavigate();
  const { creation, report, missing, rehearse, create } = useCreation(draft);
  const questions = useMemo(() => accessQuestionsOf(missing ?? []), [missing]);
  const denied = useDenied(questions);
  const drafts = useMemo(() => [draft], [draft]);
  const overload = useOverloadWith(draft.namespace, drafts);
  const rehearsal = creation.step === 'rehearsed' ? creation.rehearsal : undefined;
  const exporting = useExportOfDrafts(drafts, plannedIn(rehearsal));
  const onCreate = useCallback(() => {
    void create().then((result) => {
      if (result.outcome !== 'created') return;
      onCreated();
      void navigate(triggerPath(draft));
    });
  }, [create, onCreated, navigate, draft]);
  const permitted = missing !== undefined && denied?.length === 0;
  useReviewFooter({
    stage: stageOf(creation, permitted),
    label: exporting.isFirstChoice ? t('Create in the cluster anyway') : t('Create'),
    onCheck: rehearse,
    onWrite: onCreate,
    onExport: exporting.isFirstChoice ? (exporting.manifests?.saveFile ?? null) : undefined,
  });
  return <ReviewStep {...{ draft, creation, report, denied, overload, exporting }} />;
};
