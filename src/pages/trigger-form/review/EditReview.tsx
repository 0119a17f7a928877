import { useCallback, useMemo } from 'react';
import { Alert, Content, Stack, StackItem, Title } from '@patternfly/react-core';
import { useNavigate } from 'react-router';
import { Announcement } from '../../../components/Announcement';
import { DeniedAlert } from '../../../components/DeniedAlert';
import { EditedObjects } from '../../../components/EditedObjects';
import { LoadingState } from '../../../components/LoadingState';
import { triggerPath } from '../../../components/paths';
import { useDenied } from '../../../cluster/use-access';
import { editQuestionsOf } from '../../../domain/access';
import type { EditRehearsal, EditResult } from '../../../domain/apply/edit-trigger';
import type { CompleteDraft } from '../../../domain/draft';
import { draftChanges } from '../../../domain/draft-changes';
import type { DraftChange } from '../../../domain/draft-changes';
import { mergeDrafts } from '../../../domain/merge-drafts';
import { changesSomething } from '../../../domain/edit-plan';
import type { EditPlan } from '../../../domain/edit-plan';
import { policyChangeText } from '../../../i18n/policy-text';
import { useT } from '../../../i18n/use-t';
import { ChangeTable } from './ChangeTable';
import {
  ConflictObstacle,
  EditFailureAlert,
  GoneObstacle,
  UnfinishedObstacle,
} from './EditObstacles';
import { ExportPart } from './ExportPart';
import { KeptNotice } from '../kept/KeptNotice';
import type { ReviewStage } from './ReviewFooter';
import { useEdit } from './use-edit';
import type { Editing } from './use-edit';
import { useReader } from '../use-readable-trigger';
import type { ReadTrigger } from '../use-readable-trigger';
import { useReviewFooter } from './use-review-footer';
import { useExportOfEdit } from './use-trigger-export';

interface EditOf {
  readonly base: ReadTrigger;
  readonly draft: CompleteDraft;
}

const outcomeOf = (editing: Editing): EditRehearsal | EditResult | undefined => {
  if (editing.step === 'rehearsed') return editing.rehearsal;
  return editing.step === 'done' ? editing.result : undefined;
};

const planOf = (editing: Editing): EditPlan | undefined => {
  const outcome = outcomeOf(editing);
  return outcome?.outcome === 'ready' ? outcome.plan : undefined;
};

const stageOf = (editing: Editing, permitted: boolean): ReviewStage => {
  if (editing.step === 'rehearsing') return 'checking';
  if (editing.step === 'writing') return 'writing';
  const plan = planOf(editing);
  if (plan) return permitted && changesSomething(plan) ? 'ready' : 'blocked';
  const outcome = outcomeOf(editing)?.outcome;
  return outcome === 'failed' || outcome === 'unfinished' ? 'unchecked' : 'blocked';
};

const Plan = ({
  plan,
  changes,
}: {
  readonly plan: EditPlan;
  readonly changes: readonly DraftChange[];
}) => {
  const t = useT();
  const policy = changes.find((change) => change.part === 'policy');
  if (!changesSomething(plan))
    return (
      <Alert
        component="h2"
        isInline
        variant="info"
        title={t('Nothing is changed, so there is nothing to save')}
      />
    );
  return (
    <Stack hasGutter>
      {changes.length > 0 && (
        <StackItem>
          <ChangeTable changes={changes} />
        </StackItem>
      )}
      {plan.earlier && (
        <StackItem>
          <Alert
            component="h2"
            isInline
            isPlain
            variant="info"
            title={t('No push is lost or run twice while it is saved')}
          >
            {t(
              'Temporary Triggers do the work of the earlier rule until the new one is in place. Pushes of the last two minutes that only the new rule matches may run with the next push.',
            )}{' '}
            {policy && policyChangeText[policy.after](t)}
          </Alert>
        </StackItem>
      )}
      <StackItem>
        <Title headingLevel="h2" size="lg">
          {t('{{count}} objects', { count: plan.objects.length })}
        </Title>
      </StackItem>
      <StackItem>
        <EditedObjects
          objects={plan.objects}
          wanted={t('After this edit')}
          removed={() => t('The new tag rule needs fewer Triggers.')}
        />
      </StackItem>
    </Stack>
  );
};

/** Last step of an edit: what it changes, checked by the API server, then being written. */
export const EditReview = ({
  base,
  draft,
  onRebase,
  onSaved,
}: EditOf & {
  /** Goes on from what somebody else has made of the trigger. */
  readonly onRebase: (next: EditOf) => void;
  readonly onSaved: () => void;
}) => {
  const t = useT();
  const navigate = useNavigate();
  const edit = useMemo(() => ({ base: base.trigger, draft }), [base, draft]);
  const { editing, settling, rehearse, save, settle } = useEdit(edit);
  const reader = useReader(base.trigger.namespace);
  const plan = planOf(editing);
  const questions = useMemo(() => (plan ? editQuestionsOf(plan) : []), [plan]);
  const denied = useDenied(questions);
  const exporting = useExportOfEdit(edit, editing);
  const onWrite = useCallback(() => {
    void save().then((result) => {
      if (result.outcome !== 'saved') return;
      onSaved();
      void navigate(triggerPath(base.trigger));
    });
  }, [save, onSaved, navigate, base]);
  useReviewFooter({
    stage: stageOf(editing, denied?.length === 0),
    label: exporting.isFirstChoice ? t('Save in the cluster anyway') : t('Save'),
    onCheck: rehearse,
    onWrite,
    onExport: exporting.isFirstChoice ? (exporting.manifests?.saveFile ?? null) : undefined,
  });
  const outcome = outcomeOf(editing);
  const theirs =
    outcome?.outcome === 'conflict' && reader.state === 'loaded'
      ? reader.data(outcome.theirs)
      : undefined;
  const next = theirs?.outcome === 'read' ? theirs : undefined;
  return (
    <Stack hasGutter>
      <Announcement text={plan ? t('The API server agrees to every object.') : ''} />
      {editing.step === 'rehearsing' && <LoadingState />}
      {editing.step === 'writing' && <Content component="p">{t('Saving')}</Content>}
      {outcome?.outcome === 'gone' && <GoneObstacle />}
      {outcome?.outcome === 'failed' && <EditFailureAlert failure={outcome} />}
      {outcome?.outcome === 'unfinished' && (
        <UnfinishedObstacle problem={settling} onSettle={() => void settle()} />
      )}
      {outcome?.outcome === 'conflict' && (
        <ConflictObstacle
          theirs={next ? draftChanges(base.draft, next.draft) : []}
          mine={draftChanges(base.draft, draft)}
          choose={
            next && {
              theirs: () => onRebase({ base: next, draft: next.draft }),
              mine: () =>
                onRebase({
                  base: next,
                  draft: mergeDrafts({ base: base.draft, mine: draft, theirs: next.draft }),
                }),
            }
          }
        />
      )}
      {denied && denied.length > 0 && (
        <DeniedAlert
          title={t('You do not have permission to change this trigger')}
          denied={denied}
        />
      )}
      <ExportPart exporting={exporting} place="first" />
      {plan && (
        <StackItem>
          <Plan plan={plan} changes={draftChanges(base.draft, draft)} />
        </StackItem>
      )}
      <StackItem>
        <KeptNotice kept={draft.kept} />
      </StackItem>
      <ExportPart exporting={exporting} place="last" />
    </Stack>
  );
};
