import { useState } from 'react';
import { List, ListItem, Stack, StackItem, Title } from '@patternfly/react-core';
import { GitOpsNotice } from '../../components/GitOpsNotice';
import { ResourceNames } from '../../components/ResourceNames';
import { useSharedObjects } from '../../cluster/use-shared-objects';
import { consoleVerbs } from '../../cluster/verbs';
import { pluginVersion } from '../../cluster/version';
import { laneName } from '../../domain/draft';
import { gitOpsGroups, ownObjectsOf } from '../../domain/gitops';
import type { ImageTrigger } from '../../domain/image-trigger';
import { relayGoingWith, removeTrigger } from '../../domain/remove-trigger';
import type { RemoveResult } from '../../domain/remove-trigger';
import { useT } from '../../i18n/use-t';
import { nameOf } from '../../k8s/resource';
import { TriggerModal } from './TriggerModal';
import type { TriggerDialogProps } from './TriggerModal';

const WhatGoes = ({
  trigger,
  others,
}: {
  readonly trigger: ImageTrigger;
  readonly others: readonly ImageTrigger[];
}) => {
  const t = useT();
  const relay = relayGoingWith(trigger, others);
  const shared = useSharedObjects(relay);
  const managed = gitOpsGroups([...ownObjectsOf(trigger), ...(shared?.found ?? [])]);
  return (
    <Stack hasGutter>
      {managed.length > 0 && (
        <StackItem>
          <GitOpsNotice groups={managed} deed="delete" />
        </StackItem>
      )}
      <StackItem>
        <Title headingLevel="h2" size="md">
          {t('This goes')}
        </Title>
        <List>
          {Array.from({ length: trigger.lanes }, (_, lane) => (
            <ListItem key={lane}>
              {t('Trigger {{name}}', { name: laneName(trigger.name, lane) })}
            </ListItem>
          ))}
          {trigger.objects.bridge.map(nameOf).map((name) => (
            <ListItem key={name}>{t('Trigger {{name}}', { name })}</ListItem>
          ))}
          <ListItem>{t('TriggerTemplate {{name}}', { name: trigger.name })}</ListItem>
        </List>
      </StackItem>
      {relay.length > 0 && (
        <StackItem>
          <p>{t('No other image trigger uses this event source and listener, so they go, too:')}</p>
          <ResourceNames resources={relay} />
        </StackItem>
      )}
      <StackItem>
        <Title headingLevel="h2" size="md">
          {t('This stays')}
        </Title>
        <p>
          {t('The ImageStream, the Pipeline and all PipelineRuns with their record of the push.')}
        </p>
      </StackItem>
    </Stack>
  );
};

/** Asks before an image trigger is deleted, and shows exactly what goes and what stays. */
export const DeleteTriggerModal = ({
  trigger,
  others,
  isGone,
  onClose,
}: TriggerDialogProps & { readonly others: readonly ImageTrigger[] }) => {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Extract<RemoveResult, { outcome: 'failed' }>>();
  const remove = async (): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    const result = await removeTrigger(trigger, consoleVerbs, { version: pluginVersion });
    setBusy(false);
    if (result.outcome === 'removed') onClose(true);
    else setFailure(result);
  };
  const isPartLeft = failure?.phase === 'relay';
  // What this dialog itself deletes goes while it is busy.
  const isGoneBefore = !busy && !isPartLeft && (isGone || failure?.problem.code === 'not-found');
  const notDone = isPartLeft
    ? t('The trigger is deleted, but parts of its event source and listener are left')
    : t('The trigger was not deleted');
  return (
    <TriggerModal
      id="delete-trigger"
      title={t('Delete image trigger {{name}}?', { name: trigger.name })}
      action={{ title: t('Delete'), run: () => void remove() }}
      isDanger
      busy={busy}
      failure={failure && { title: notDone, problem: failure.problem }}
      isGone={isGoneBefore}
      isDone={isPartLeft || isGoneBefore}
      onClose={onClose}
    >
      <WhatGoes trigger={trigger} others={others} />
    </TriggerModal>
  );
};
