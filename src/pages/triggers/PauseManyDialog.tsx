import { useState } from 'react';
import type { ReactNode } from 'react';
import {
  Alert,
  Button,
  Content,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  Stack,
  StackItem,
} from '@patternfly/react-core';
import { Announcement } from '../../components/Announcement';
import { GitOpsNotice } from '../../components/GitOpsNotice';
import { LinkButton } from '../../components/LinkButton';
import { Refusal } from '../../components/Refusal';
import { historyPath } from '../../components/paths';
import type { SwitchUnderWay } from '../../cluster/use-pause-many';
import { gitOpsGroups, ownObjectsOf } from '../../domain/gitops';
import { switchText } from '../../i18n/pause-text';
import { useT } from '../../i18n/use-t';
import { PauseReason } from './PauseReason';
import { SwitchTable } from './SwitchTable';

/** What the dialog says above the triggers. */
const Introduction = ({
  current: { change, phase },
  done,
  count,
}: {
  readonly current: SwitchUnderWay;
  readonly done: number;
  readonly count: number;
}): ReactNode => {
  const t = useT();
  const text = switchText[change];
  switch (phase) {
    case 'asked':
      return text.meaning(t);
    case 'running':
      return t(
        'This goes on as long as the dialog is open. Who closes it or leaves the page begins no more: those that have begun come to their end, the others stay as they are.',
      );
    case 'over':
      return text.manyDone(t, done, count);
  }
};

/** Asks before many triggers are paused or resumed, then shows how it goes. */
export const PauseManyDialog = ({
  current,
  namespace,
}: {
  readonly current: SwitchUnderWay;
  /** Of the list where they were chosen. */
  readonly namespace: string | undefined;
}) => {
  const t = useT();
  const { change, items, phase, run, close } = current;
  const [reason, setReason] = useState('');
  const text = switchText[change];
  const count = items.length;
  const managed = gitOpsGroups(items.flatMap(({ trigger }) => ownObjectsOf(trigger)));
  const countOf = (...states: readonly string[]): number =>
    items.filter(({ progress }) => states.includes(progress.state)).length;
  const [done, refused] = [countOf('done'), countOf('refused')];
  const isOver = phase === 'over' && refused === 0;
  const begin = (): void => {
    // The field goes, which may have the focus.
    document.getElementById('pause-many-submit')?.focus();
    run(reason || undefined);
  };
  const title = phase === 'over' ? t('Try again') : text.manyAction(t, count);
  const told = t('{{told}} of {{count}} image triggers are done', {
    told: countOf('done', 'gone', 'refused'),
    count,
  });
  const outcome = refused > 0 ? '' : text.manyDone(t, done, count);
  return (
    <Modal
      isOpen
      variant="medium"
      aria-labelledby="pause-many-title"
      elementToFocus={change === 'pause' ? '#pause-many-reason' : '#pause-many-submit'}
      onClose={close}
    >
      <ModalHeader
        title={phase === 'asked' ? text.manyQuestion(t, count) : text.manyAction(t, count)}
        labelId="pause-many-title"
      />
      <ModalBody>
        <Stack hasGutter>
          {phase === 'over' && refused > 0 && (
            <StackItem>
              <Refusal>
                <Alert component="h2" isInline variant="warning" title={text.someRefused(t)} />
              </Refusal>
            </StackItem>
          )}
          <StackItem>
            <Content component="p">
              <Introduction current={current} done={done} count={count} />
            </Content>
            {change === 'resume' && phase === 'over' && done > 0 && (
              <LinkButton variant="link" isInline to={historyPath(namespace, { status: 'paused' })}>
                {t('Show the pushes made during pauses')}
              </LinkButton>
            )}
          </StackItem>
          {phase === 'asked' && managed.length > 0 && (
            <StackItem>
              <GitOpsNotice groups={managed} deed={change} />
            </StackItem>
          )}
          {change === 'pause' && phase === 'asked' && (
            <StackItem>
              <PauseReason
                id="pause-many-reason"
                value={reason}
                onChange={setReason}
                onSubmit={begin}
              />
            </StackItem>
          )}
          <StackItem>
            <SwitchTable current={current} />
          </StackItem>
        </Stack>
        <Announcement text={{ asked: '', running: told, over: outcome }[phase]} />
      </ModalBody>
      <ModalFooter>
        <Button
          id="pause-many-submit"
          variant="primary"
          isLoading={phase === 'running'}
          isAriaDisabled={phase === 'running'}
          onClick={isOver ? close : begin}
        >
          {isOver ? t('Close') : title}
        </Button>
        {!isOver && (
          <Button variant="link" onClick={close}>
            {phase === 'asked' ? t('Cancel') : t('Close')}
          </Button>
        )}
      </ModalFooter>
    </Modal>
  );
};
