import { isClusterImages } from '../../domain/push';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import {
  Button,
  ClipboardCopy,
  Content,
  Flex,
  Stack,
  StackItem,
  Title,
  Tooltip,
} from '@patternfly/react-core';
import { GitOpsNotice } from '../../components/GitOpsNotice';
import { LoadingState } from '../../components/LoadingState';
import { PushLink } from '../../components/PushLink';
import { Steps } from '../../components/Steps';
import type { StepLook } from '../../components/Steps';
import type { ReplayOf } from '../../components/history-columns';
import { useIsWide } from '../../components/use-is-wide';
import { useMay } from '../../cluster/use-access';
import { useOldParts } from '../../cluster/use-old-parts';
import { gitOpsGroups } from '../../domain/gitops';
import type { HistoryRow } from '../../domain/history';
import type { ImageTrigger } from '../../domain/image-trigger';
import { isDecidedByTag, tagMatcher } from '../../domain/tag-rule';
import { pushToSend } from '../../domain/take-over/take-over-proof';
import { takeOverOf, takeOverStepIds } from '../../domain/take-over/take-over-steps';
import type {
  TakeOver,
  TakeOverStepId,
  TakeOverStepState,
} from '../../domain/take-over/take-over-steps';
import { chainTakenBy } from '../../domain/take-over/taken-chain';
import type { TakenChain } from '../../domain/take-over/taken-chain';
import { mayNotText } from '../../i18n/access-text';
import { removalText, takeOverStateText, takeOverStepText } from '../../i18n/take-over-text';
import { useT } from '../../i18n/use-t';
import { triggerKind } from '../../k8s/trigger';
import type { TriggerActions } from './use-trigger-actions';

interface SectionProps {
  readonly trigger: ImageTrigger;
  /** Of the trigger, newest first. */
  readonly rows: readonly HistoryRow[];
  readonly replayOf: ReplayOf;
  readonly start: TriggerActions['start'];
}

const looks: Record<TakeOverStepState, StepLook> = {
  done: 'done',
  waiting: 'under-way',
  ready: 'under-way',
  nothing: 'done',
  blocked: 'warning',
  'not-reached': 'not-reached',
};

const testTag = 'take-over-test';

/** A command that pushes an image which is there already; undefined where the rule would not run it. */
const testCommand = ({ binding }: ImageTrigger, rows: readonly HistoryRow[]) => {
  const digest = rows.find((row) => row.digest !== undefined)?.digest;
  if (!binding || digest === undefined || !isDecidedByTag(binding.rule)) return undefined;
  if (!tagMatcher(binding.rule)(testTag)) return undefined;
  if (isClusterImages(binding.stream)) return undefined;
  const { namespace, name } = binding.stream;
  return `oc tag ${namespace}/${name}@${digest} ${namespace}/${name}:${testTag}`;
};

/** How the trigger can prove itself. */
const WaysToProve = ({ trigger, rows, replayOf }: SectionProps) => {
  const t = useT();
  const row = pushToSend(rows);
  const send = row && replayOf(row);
  const command = testCommand(trigger, rows);
  if (row && send)
    return (
      <>
        <p>
          {t('A push has no run yet:')} <PushLink row={row}>{row.tags.join(', ')}</PushLink>
        </p>
        <Button variant="link" isInline onClick={send}>
          {t('Send its event through the trigger')}
        </Button>
      </>
    );
  return (
    <>
      <p>
        {t('Push an image: the proof is a run that the new listener makes of it.')}{' '}
        {command !== undefined &&
          t('Or give an image that is there another tag, which is a push, too:')}
      </p>
      {command !== undefined && (
        <ClipboardCopy
          isReadOnly
          isCode
          variant="inline-compact"
          truncation
          hoverTip={t('Copy the command')}
          clickTip={t('Copied')}
          copyAriaLabel={t('Copy the command')}
        >
          {command}
        </ClipboardCopy>
      )}
    </>
  );
};

const ProofText = ({ proof, ...props }: SectionProps & Pick<TakeOver, 'proof'>) => {
  const t = useT();
  if (!proof) return <WaysToProve {...props} />;
  return (
    <>
      {t('The new listener has run a push:')}{' '}
      <PushLink row={proof}>{proof.tags.join(', ')}</PushLink>,{' '}
      <Timestamp timestamp={proof.created} simple />
    </>
  );
};

const Actions = ({
  trigger,
  start,
  steps: { removal },
  isRemovable,
}: Pick<SectionProps, 'trigger' | 'start'> &
  Pick<TakeOver, 'steps'> & { readonly isRemovable: boolean }) => {
  const t = useT();
  const { namespace } = trigger;
  const mayPatch = useMay({ kind: triggerKind, verb: 'patch', namespace });
  const isOver = removal === 'nothing';
  const end = (
    <Button
      variant={isOver ? 'primary' : 'link'}
      isAriaDisabled={mayPatch === false}
      onClick={() => start('end-take-over', trigger)}
    >
      {isOver ? t('End the take-over') : t('Keep both')}
    </Button>
  );
  const remove = (
    <Button
      variant="primary"
      isAriaDisabled={removal !== 'ready'}
      onClick={() => start('remove-old', trigger)}
    >
      {t('Remove the old parts')}
    </Button>
  );
  return (
    <Flex>
      {isRemovable &&
        (removal === 'ready' ? (
          remove
        ) : (
          <Tooltip content={removalText[removal](t)}>{remove}</Tooltip>
        ))}
      {mayPatch === false ? <Tooltip content={mayNotText.patch(t, namespace)}>{end}</Tooltip> : end}
    </Flex>
  );
};

const Body = ({ chain, ...props }: SectionProps & { readonly chain: TakenChain }) => {
  const { trigger, rows, start } = props;
  const t = useT();
  const isWide = useIsWide();
  const parts = useOldParts(chain);
  if (!parts) return <LoadingState />;
  const { steps, proof } = takeOverOf(trigger, rows, parts);
  const managed = gitOpsGroups(parts.going);
  const current = takeOverStepIds.find((id) => steps[id] !== 'done');
  const descriptions: Record<TakeOverStepId, ReactNode> = {
    trigger:
      steps.trigger === 'done'
        ? t('It is active: pushes run by it.')
        : t('It is not active. Resume it first.'),
    proof: <ProofText {...props} proof={proof} />,
    removal: removalText[steps.removal](t),
  };
  return (
    <Stack hasGutter>
      <StackItem>
        <Steps
          name={t('The steps of the take-over')}
          isVertical={!isWide}
          steps={takeOverStepIds.map((id) => {
            const state = takeOverStateText[steps[id]](t);
            return {
              id: `take-over-${id}`,
              title: takeOverStepText[id](t),
              state,
              look: looks[steps[id]],
              isCurrent: id === current,
              description: (
                <div style={{ overflowWrap: 'anywhere' }}>
                  <strong>{state}</strong>
                  <div>{descriptions[id]}</div>
                </div>
              ),
            };
          })}
        />
      </StackItem>
      {managed.length > 0 && (
        <StackItem>
          <GitOpsNotice groups={managed} deed="take-over" />
        </StackItem>
      )}
      <StackItem>
        <Actions
          trigger={trigger}
          start={start}
          steps={steps}
          isRemovable={steps.removal !== 'nothing' && managed.length === 0}
        />
      </StackItem>
    </Stack>
  );
};

/** Leads through the take-over of a chain, as an item of a stack; nothing where there is none. */
export const TakeOverSection = (props: SectionProps) => {
  const { trigger } = props;
  const t = useT();
  const chain = useMemo(() => chainTakenBy(trigger), [trigger]);
  return (
    chain && (
      <StackItem>
        <Stack hasGutter>
          <Title headingLevel="h2">{t('Take-over of chain {{name}}', { name: chain.name })}</Title>
          <Content component="p">
            {t('This trigger takes the place of what somebody made by hand.')}
          </Content>
          <Body chain={chain} {...props} />
        </Stack>
      </StackItem>
    )
  );
};
