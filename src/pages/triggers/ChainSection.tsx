import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { Content, Stack, StackItem, Title } from '@patternfly/react-core';
import { PushLink } from '../../components/PushLink';
import { Steps } from '../../components/Steps';
import type { StepLook } from '../../components/Steps';
import { useIsWide } from '../../components/use-is-wide';
import type { LinkState } from '../../domain/chain-places';
import type { ImageTrigger } from '../../domain/image-trigger';
import type { TriggerChain } from '../../domain/trigger-chain';
import { linkTitle, stateOfLinkText } from '../../i18n/chain-text';
import { useT } from '../../i18n/use-t';
import { ChainNotice, linksToTell } from './ChainNotice';
import { ChainStep } from './ChainStep';
import type { TriggerActions } from './use-trigger-actions';

const looks: Record<LinkState, StepLook> = {
  ok: 'done',
  'under-way': 'under-way',
  failed: 'failed',
  broken: 'failed',
  warning: 'warning',
  paused: 'paused',
  unknown: 'unknown',
};

/** By what the chain is proven, if by anything. */
const Proof = ({ chain: { newest, proof } }: { readonly chain: TriggerChain }) => {
  const t = useT();
  if (!newest)
    return t(
      'Not proven yet: no push has come that the trigger should run. That event source and listener are ready proves nothing.',
    );
  if (!proof) return t('No PipelineRun of the listener is left that proves the whole chain.');
  return (
    <>
      {proof === newest
        ? t('Proven up to the PipelineRun by the newest push:')
        : t('Last proven up to the PipelineRun by an earlier push:')}{' '}
      <PushLink row={proof}>{proof.tags.join(', ')}</PushLink>,{' '}
      <Timestamp timestamp={proof.created} simple />
    </>
  );
};

/**
 * The chain of a trigger from its ImageStream to the newest run, what is wrong with it, the first
 * broken link first, and what proves it.
 */
export const ChainSection = ({
  trigger,
  chain,
  sharedBy,
  start,
}: {
  readonly trigger: ImageTrigger;
  readonly chain: TriggerChain;
  readonly sharedBy: number;
  readonly start: TriggerActions['start'];
}) => {
  const t = useT();
  const isWide = useIsWide();
  const [first, ...others] = linksToTell(chain).map((link) => (
    <StackItem key={link.id}>
      <ChainNotice link={link} trigger={trigger} chain={chain} start={start} />
    </StackItem>
  ));
  return (
    <Stack hasGutter>
      <Title headingLevel="h2">{t('Chain')}</Title>
      {first}
      <StackItem>
        <Content component="p">
          <Proof chain={chain} />
        </Content>
      </StackItem>
      <StackItem>
        <Steps
          name={t('The chain from the ImageStream to the newest run')}
          isVertical={!isWide}
          steps={chain.links.map((link) => {
            const state = stateOfLinkText(t, link, chain);
            return {
              id: `chain-${link.id}`,
              title: linkTitle[link.id](t),
              state,
              look: looks[link.state],
              isCurrent: link === chain.broken,
              description: (
                <div style={{ overflowWrap: 'anywhere' }}>
                  <strong>{state}</strong>
                  <ChainStep trigger={trigger} chain={chain} link={link} sharedBy={sharedBy} />
                </div>
              ),
            };
          })}
        />
      </StackItem>
      {others}
    </Stack>
  );
};
