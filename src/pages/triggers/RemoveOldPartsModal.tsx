import { useEffect, useMemo } from 'react';
import { Alert, Stack, StackItem } from '@patternfly/react-core';
import { DeniedAlert } from '../../components/DeniedAlert';
import { GitOpsNotice } from '../../components/GitOpsNotice';
import { LoadingState } from '../../components/LoadingState';
import { ProblemAlert } from '../../components/ProblemState';
import { RefusalAlert } from '../../components/Refusal';
import { RefusedObject } from '../../components/RefusedObject';
import { useDenied } from '../../cluster/use-access';
import { useFoundHistory } from '../../cluster/use-found-history';
import { useOldParts } from '../../cluster/use-old-parts';
import type { ReadOldParts } from '../../cluster/use-old-parts';
import { gitOpsGroups } from '../../domain/gitops';
import type { ImageTrigger } from '../../domain/image-trigger';
import { recentStreamsOf, streamsLeftAlone } from '../../domain/take-over/recent-streams';
import type { RecentStream } from '../../domain/take-over/recent-streams';
import { removalQuestionsOf } from '../../domain/take-over/remove-old-parts';
import { chainTakenBy, takesOver } from '../../domain/take-over/taken-chain';
import type { TakenChain } from '../../domain/take-over/taken-chain';
import { refText } from '../../i18n/resource-text';
import { useT } from '../../i18n/use-t';
import { OldPartsView } from './OldPartsView';
import { TriggerModal } from './TriggerModal';
import type { TriggerDialogProps } from './TriggerModal';
import { useRemoval } from './use-removal';
import type { Removing } from './use-removal';

const id = 'remove-old-parts';

/** What has come of it so far. */
const Outcome = ({ removing }: { readonly removing: Removing }) => {
  const t = useT();
  if (removing.step === 'removed')
    return (
      <>
        <Alert
          component="h2"
          isInline
          isLiveRegion
          variant="success"
          title={t('The old parts are removed: a push runs once, by the trigger')}
        />
        {removing.problem && (
          <ProblemAlert
            variant="warning"
            title={t('The take-over was not ended')}
            problem={removing.problem}
          />
        )}
      </>
    );
  if (removing.step !== 'stopped') return null;
  const { ref, problem } = removing.result;
  const rest = t(
    'What came before it is removed, all else is as it was. You can go on from there.',
  );
  return problem ? (
    <RefusedObject object={ref} problem={problem}>
      <p>{rest}</p>
    </RefusedObject>
  ) : (
    <RefusalAlert
      variant="warning"
      title={t('{{object}} was changed meanwhile', { object: refText(t, ref) })}
    >
      <p>{t('Somebody has changed it since it was shown here, so it was not removed.')}</p>
      <p>{rest}</p>
    </RefusalAlert>
  );
};

/** Why nothing can be removed here. */
const Obstacles = ({ parts }: { readonly parts: ReadOldParts }) => {
  const t = useT();
  const managed = gitOpsGroups(parts.going);
  const denied = useDenied(useMemo(() => removalQuestionsOf(parts.going), [parts.going]));
  return (
    <>
      {managed.length > 0 && (
        <StackItem>
          <GitOpsNotice groups={managed} deed="take-over" />
        </StackItem>
      )}
      {parts.unread.map(({ kind, problem }) => (
        <StackItem key={kind.plural}>
          <ProblemAlert
            title={t('{{kinds}} cannot be read, so nobody can tell what else needs the old parts', {
              kinds: kind.labelPlural,
            })}
            problem={problem}
          />
        </StackItem>
      ))}
      {denied && denied.length > 0 && (
        <StackItem>
          <DeniedAlert
            title={t('You do not have permission to remove all old parts')}
            denied={denied}
          />
        </StackItem>
      )}
    </>
  );
};

/** ImageStreams whose pushes run nothing without the chain, as far as its runs tell. */
const useLeftAlone = (
  trigger: ImageTrigger,
  chain: TakenChain | undefined,
  known: readonly ImageTrigger[],
): readonly RecentStream[] => {
  const history = useFoundHistory(chain?.listener.namespace);
  const found = history?.chains.find((one) => takesOver(trigger, one));
  return found && history
    ? streamsLeftAlone(recentStreamsOf(found, history.rows), trigger, known)
    : [];
};

const useMayRemove = (parts: ReadOldParts | undefined): boolean => {
  const going = parts?.going;
  const denied = useDenied(useMemo(() => removalQuestionsOf(going ?? []), [going]));
  return (
    parts !== undefined &&
    denied?.length === 0 &&
    parts.unread.length === 0 &&
    parts.going.length > 0 &&
    gitOpsGroups(parts.going).length === 0
  );
};

/** Asks before the old parts of a chain are removed, and shows exactly what goes and what stays. */
export const RemoveOldPartsModal = ({
  trigger,
  known,
  isGone,
  onClose,
  onEnded,
}: TriggerDialogProps & {
  readonly known: readonly ImageTrigger[];
  readonly onEnded: () => void;
}) => {
  const t = useT();
  const chain = useMemo(() => chainTakenBy(trigger), [trigger]);
  const { removing, begun, remove } = useRemoval(trigger, chain);
  return (
    chain && (
      <Dialog
        {...{ trigger, chain, known, isGone, removing, begun, remove }}
        title={t('Remove the old parts of chain {{name}}?', { name: chain.name })}
        onClose={(gone) => {
          if (removing.step === 'removed') onEnded();
          onClose(gone);
        }}
      />
    )
  );
};

interface DialogProps extends TriggerDialogProps {
  readonly chain: TakenChain;
  readonly known: readonly ImageTrigger[];
  readonly title: string;
  readonly removing: Removing;
  readonly begun: ReadOldParts | undefined;
  readonly remove: (parts: ReadOldParts) => void;
}

const Dialog = (props: DialogProps) => {
  const { trigger, chain, known, title, isGone, removing, begun, remove, onClose } = props;
  const t = useT();
  const now = useOldParts(chain);
  const parts = begun ?? now;
  const alone = useLeftAlone(trigger, chain, known);
  const mayRemove = useMayRemove(parts);
  const busy = removing.step === 'removing';
  const isRemoved = removing.step === 'removed';
  // The button that was pressed is gone.
  useEffect(() => {
    if (isRemoved) document.getElementById(`${id}-cancel`)?.focus();
  }, [isRemoved]);
  const canRemove = !isRemoved && (busy || mayRemove);
  return (
    <TriggerModal
      id={id}
      title={title}
      action={
        canRemove && parts
          ? { title: t('Remove the old parts'), run: () => remove(parts) }
          : undefined
      }
      isDanger
      elementToFocus={`#${id}-cancel`}
      busy={busy}
      failure={undefined}
      isGone={isGone}
      isDone={isGone}
      onClose={onClose}
    >
      <Stack hasGutter>
        {removing.step !== 'asking' && (
          <StackItem>
            <Outcome removing={removing} />
          </StackItem>
        )}
        {!parts && <LoadingState />}
        {parts && !isRemoved && (
          <>
            <Obstacles parts={parts} />
            <StackItem>
              <OldPartsView parts={parts} pipeline={trigger.pipeline} alone={alone} />
            </StackItem>
          </>
        )}
      </Stack>
    </TriggerModal>
  );
};
