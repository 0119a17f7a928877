import { useEffect, useMemo } from 'react';
import { Alert, Content, Stack, StackItem } from '@patternfly/react-core';
import { Announcement } from '../../components/Announcement';
import { DeniedAlert } from '../../components/DeniedAlert';
import { LoadingState } from '../../components/LoadingState';
import { ProblemAlert } from '../../components/ProblemState';
import { RefusalAlert } from '../../components/Refusal';
import { RefusedObject } from '../../components/RefusedObject';
import { useDenied } from '../../cluster/use-access';
import type { RepairFailure, RepairRehearsal } from '../../domain/apply/repair-trigger';
import type { ImageTrigger } from '../../domain/image-trigger';
import type { Problem } from '../../domain/problem';
import { repairQuestionsOf, repairedObjects } from '../../domain/repair';
import type { RepairPlan } from '../../domain/repair';
import { useT } from '../../i18n/use-t';
import type { Translate } from '../../i18n/use-t';
import { RepairPlanView } from './RepairPlanView';
import { TriggerModal } from './TriggerModal';
import type { TriggerDialogProps } from './TriggerModal';
import { useRepair } from './use-repair';
import type { Repairing } from './use-repair';

type Obstacle = Exclude<RepairRehearsal['outcome'], 'ready' | 'failed' | 'gone'>;

const obstacleText: Record<Obstacle, (t: Translate) => readonly [title: string, advice: string]> = {
  unfinished: (t) => [
    t('An edit of this trigger is not finished'),
    t('Unless somebody is saving it right now, end the edit first.'),
  ],
  unreadable: (t) => [
    t('Nobody can tell what its Triggers should be'),
    t(
      'Their filters were changed by hand, and none that is left says what they were. Put a filter back in its YAML, from a backup, or delete the trigger and create it again: its runs and their history stay.',
    ),
  ],
  newer: (t) => [
    t('A newer version of the plugin built it.'),
    t('Upgrade the plugin: this version repairs nothing of it.'),
  ],
};

const planOf = (repairing: Repairing): RepairPlan | undefined => {
  if (repairing.step === 'rehearsing') return undefined;
  if (repairing.step !== 'rehearsed') return repairing.plan;
  const { rehearsal } = repairing;
  return rehearsal.outcome === 'ready' || rehearsal.outcome === 'failed'
    ? rehearsal.plan
    : undefined;
};

const outcomeOf = (repairing: Repairing) => {
  if (repairing.step === 'rehearsed') return repairing.rehearsal;
  return repairing.step === 'done' ? repairing.result : undefined;
};

const FailureAlert = ({ failure }: { readonly failure: RepairFailure }) => {
  const t = useT();
  const { object, problem, plan, written, left } = failure;
  return (
    <RefusedObject object={object} problem={problem}>
      <p>
        {written === 0
          ? t('Nothing was written.')
          : t('{{written}} of {{count}} objects are repaired, the others are as they were.', {
              written,
              count: plan ? repairedObjects(plan).length : 0,
            })}{' '}
        {t('You can check and repair again.')}
      </p>
      {left && (
        <p>
          {t('Temporary Triggers are left: no push is lost. End the edit of the trigger.')}{' '}
          {left.message}
        </p>
      )}
    </RefusedObject>
  );
};

const Repaired = ({ left }: { readonly left: Problem | undefined }) => {
  const t = useT();
  return (
    <StackItem>
      <Alert
        component="h2"
        isInline
        isLiveRegion
        variant="success"
        title={t('The image trigger is repaired')}
      >
        {t('Pushes that were lost before stay missed: run them in the history.')}
      </Alert>
      {left && <ProblemAlert title={t('Temporary Triggers are left')} problem={left} />}
    </StackItem>
  );
};

const Ready = ({ plan }: { readonly plan: RepairPlan }) => {
  const t = useT();
  if (repairedObjects(plan).length > 0)
    return (
      <StackItem>
        <Content component="p">
          {t(
            'The API server agrees to every write. The tag rule, the Pipeline and its parameters stay, and so does the time from which pushes run.',
          )}
        </Content>
      </StackItem>
    );
  return plan.held.length > 0 ? null : (
    <StackItem>
      <Alert
        component="h2"
        isInline
        variant="success"
        title={t('Nothing has to be repaired: every object is as this version builds it')}
      />
    </StackItem>
  );
};

/** What came of it so far, above the objects. */
const Outcome = ({
  repairing,
  isDenied,
}: {
  readonly repairing: Repairing;
  readonly isDenied: boolean;
}) => {
  const t = useT();
  const outcome = outcomeOf(repairing);
  if (!outcome || outcome.outcome === 'gone') return null;
  if (outcome.outcome === 'failed')
    // What may not be done is named by the permissions.
    return isDenied && outcome.problem.code === 'forbidden' ? null : (
      <StackItem>
        <FailureAlert failure={outcome} />
      </StackItem>
    );
  if (outcome.outcome === 'repaired') return <Repaired left={outcome.left} />;
  if (outcome.outcome === 'ready') return <Ready plan={outcome.plan} />;
  const [title, advice] = obstacleText[outcome.outcome](t);
  return (
    <StackItem>
      <RefusalAlert variant="warning" title={title}>
        {advice}
      </RefusalAlert>
    </StackItem>
  );
};

interface RepairModalProps extends TriggerDialogProps {
  /** All triggers that are known; undefined while nobody can tell. */
  readonly known: readonly ImageTrigger[] | undefined;
  /** An older version built what differs. */
  readonly isUpgrade: boolean;
  /** Told when the dialog closes on a trigger that it has repaired. */
  readonly onRepaired: () => void;
}

const id = 'repair-trigger';

/** Shows what a repair would write, object by object, and writes it. */
export const RepairModal = (props: RepairModalProps) => {
  const { trigger, known, isUpgrade, isGone, onClose, onRepaired } = props;
  const t = useT();
  const { name, namespace } = trigger;
  const { repairing, states, rehearse, repair } = useRepair(trigger);
  const plan = planOf(repairing);
  const questions = useMemo(() => (plan ? repairQuestionsOf(plan) : []), [plan]);
  const denied = useDenied(questions);
  const outcome = outcomeOf(repairing);
  const gone = isGone || outcome?.outcome === 'gone';
  const isRepaired = outcome?.outcome === 'repaired';
  // The button that was pressed is gone.
  useEffect(() => {
    if (isRepaired) document.getElementById(`${id}-cancel`)?.focus();
  }, [isRepaired]);
  const doTitle = isUpgrade ? t('Upgrade') : t('Repair');
  const busy = repairing.step === 'writing';
  const isReady = outcome?.outcome === 'ready' && repairedObjects(outcome.plan).length > 0;
  const actionOf = () => {
    if (outcome?.outcome === 'failed') return { title: t('Check again'), run: rehearse };
    const canWrite = busy || (isReady && denied?.length === 0);
    return canWrite && plan ? { title: doTitle, run: () => repair(plan) } : undefined;
  };
  return (
    <TriggerModal
      id={id}
      title={
        isUpgrade
          ? t('Upgrade image trigger {{name}}', { name })
          : t('Repair image trigger {{name}}', { name })
      }
      size="medium"
      action={actionOf()}
      elementToFocus={`#${id}-cancel`}
      busy={busy}
      failure={undefined}
      isGone={gone}
      isDone={gone}
      onClose={(isAway) => {
        if (isRepaired) onRepaired();
        onClose(isAway);
      }}
    >
      <Announcement text={isReady ? t('The API server agrees to every object.') : ''} />
      <Stack hasGutter>
        {repairing.step === 'rehearsing' && (
          <StackItem>
            <Content component="p">{t('Comparing the objects and trying the writes.')}</Content>
            <LoadingState />
          </StackItem>
        )}
        <Outcome repairing={repairing} isDenied={(denied?.length ?? 0) > 0} />
        {denied && denied.length > 0 && (
          <StackItem>
            <DeniedAlert
              title={t('You do not have permission to repair this trigger')}
              denied={denied}
            />
          </StackItem>
        )}
        {plan && (
          <StackItem>
            <RepairPlanView
              plan={plan}
              states={states}
              triggers={known?.filter((one) => one.namespace === namespace).length}
            />
          </StackItem>
        )}
      </Stack>
    </TriggerModal>
  );
};
