import { useId } from 'react';
import { ActionList, ActionListItem, Button, Content } from '@patternfly/react-core';
import { ProblemAlert } from '../../../components/ProblemState';
import { RefusalAlert } from '../../../components/Refusal';
import { RefusedObject } from '../../../components/RefusedObject';
import type { EditFailure } from '../../../domain/apply/edit-trigger';
import type { DraftChange } from '../../../domain/draft-changes';
import type { Problem } from '../../../domain/problem';
import { useT } from '../../../i18n/use-t';
import { TwoEditsTable } from './ChangeTable';

/** The trigger that is edited was deleted. */
export const GoneObstacle = () => {
  const t = useT();
  return (
    <RefusalAlert variant="warning" title={t('This image trigger was deleted meanwhile')}>
      {t('Somebody else deleted it while you were editing. Its PipelineRuns stay.')}
    </RefusalAlert>
  );
};

/** Somebody edits the trigger right now, or did and never ended it. */
export const UnfinishedObstacle = ({
  problem,
  onSettle,
}: {
  /** Why the last attempt to end it failed. */
  readonly problem: Problem | undefined;
  readonly onSettle: () => void;
}) => {
  const t = useT();
  return (
    <RefusalAlert variant="warning" title={t('Another edit of this trigger is not finished')}>
      <Content component="p">
        {t(
          'Somebody may be saving it right now: check again in a moment. If not, end it: where it was all but done it stays, else the trigger becomes what it was before.',
        )}
      </Content>
      {problem && <ProblemAlert title={t('The edit was not ended')} problem={problem} />}
      <Button variant="secondary" onClick={onSettle}>
        {t('End the other edit')}
      </Button>
    </RefusalAlert>
  );
};

/** Somebody else has changed the trigger since it was read: whose changes are to hold. */
export const ConflictObstacle = ({
  theirs,
  mine,
  choose,
}: {
  readonly theirs: readonly DraftChange[];
  readonly mine: readonly DraftChange[];
  /** Undefined where their trigger cannot be read into the form. */
  readonly choose: { readonly theirs: () => void; readonly mine: () => void } | undefined;
}) => {
  const t = useT();
  const help = useId();
  return (
    <RefusalAlert
      variant="warning"
      title={t('Somebody else changed this trigger while you were editing')}
    >
      {theirs.length > 0 ? (
        <TwoEditsTable theirs={theirs} mine={mine} />
      ) : (
        <Content component="p">
          {t('They paused or resumed it, or changed what the form has no fields for.')}
        </Content>
      )}
      <Content component="p" id={help}>
        {t(
          'Nothing was written. Where both changed the same, your change holds if you put it on top.',
        )}
      </Content>
      {choose && (
        <ActionList>
          <ActionListItem>
            <Button variant="primary" aria-describedby={help} onClick={choose.mine}>
              {t('Put my changes on top')}
            </Button>
          </ActionListItem>
          <ActionListItem>
            <Button variant="secondary" onClick={choose.theirs}>
              {t('Take theirs')}
            </Button>
          </ActionListItem>
        </ActionList>
      )}
    </RefusalAlert>
  );
};

/** Why the trigger was not changed, and what it is now. */
export const EditFailureAlert = ({ failure }: { readonly failure: EditFailure }) => {
  const t = useT();
  const { object, problem, phase, made, left } = failure;
  return (
    <RefusedObject object={object} problem={problem}>
      {phase === 'check' && <p>{t('Nothing was written.')}</p>}
      {phase === 'write' && !left && !made && <p>{t('The trigger is what it was before.')}</p>}
      {made && (
        <p>{t('The TriggerTemplate is there again. The tag rule is what it was before.')}</p>
      )}
      {left && (
        <p>
          {t(
            'What was written could not be taken back. The earlier tag rule is still active: no push is lost. End the edit on the page of the trigger.',
          )}{' '}
          {left.message}
        </p>
      )}
    </RefusedObject>
  );
};
