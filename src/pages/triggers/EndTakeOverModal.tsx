import { useMemo } from 'react';
import { Content } from '@patternfly/react-core';
import { LoadingState } from '../../components/LoadingState';
import { useOldParts } from '../../cluster/use-old-parts';
import { consoleVerbs } from '../../cluster/verbs';
import { endTakeOver } from '../../domain/take-over/end-take-over';
import { chainTakenBy } from '../../domain/take-over/taken-chain';
import type { TakenChain } from '../../domain/take-over/taken-chain';
import { useT } from '../../i18n/use-t';
import { TriggerModal } from './TriggerModal';
import type { TriggerDialogProps } from './TriggerModal';
import { useAttempt } from './use-attempt';

/** What comes of it, by whether anything of the chain is left. */
const Consequence = ({ chain }: { readonly chain: TakenChain }) => {
  const t = useT();
  const parts = useOldParts(chain);
  if (!parts) return <LoadingState />;
  return (
    <Content component="p">
      {parts.going.length === 0
        ? t('The page of the trigger says no more that it takes the place of the chain.')
        : t(
            'The chain and the trigger both go on: a push runs twice, as long as both are there. The page of the trigger offers no more to remove the chain; the list of image triggers lets you take it over again.',
          )}
    </Content>
  );
};

/** Ends a take-over, with whatever is left of the chain. */
export const EndTakeOverModal = ({
  trigger,
  isGone,
  onClose,
  onEnded,
}: TriggerDialogProps & { readonly onEnded: () => void }) => {
  const t = useT();
  const chain = useMemo(() => chainTakenBy(trigger), [trigger]);
  const { busy, problem, run } = useAttempt(
    () => endTakeOver(trigger, consoleVerbs),
    () => {
      onEnded();
      onClose(false);
    },
  );
  return (
    <TriggerModal
      id="end-take-over"
      title={t('End the take-over of chain {{name}}?', { name: chain?.name ?? '' })}
      action={{ title: t('End the take-over'), run }}
      busy={busy}
      failure={problem && { title: t('The take-over was not ended'), problem }}
      isGone={isGone}
      isDone={isGone}
      onClose={onClose}
    >
      {chain && <Consequence chain={chain} />}
    </TriggerModal>
  );
};
