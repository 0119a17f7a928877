import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { Content, Stack, StackItem, Title } from '@patternfly/react-core';
import { KindLink } from '../../components/KindLink';
import { Steps } from '../../components/Steps';
import type { StepLook } from '../../components/Steps';
import { useIsWide } from '../../components/use-is-wide';
import type { LinkState } from '../../domain/chain-places';
import type { ImageTrigger } from '../../domain/image-trigger';
import { firstRunOf } from '../../domain/push-runs';
import type { ChainLink, TriggerChain } from '../../domain/trigger-chain';
import { linkStateText, linkTitle } from '../../i18n/chain-text';
import { pushStatusText } from '../../i18n/status-text';
import { useT } from '../../i18n/use-t';
import type { Translate } from '../../i18n/use-t';
import { pipelineRunKind } from '../../k8s/pipeline-run';
import { ChainNotices } from './ChainNotices';
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

/** Of the newest run, what became of its push; else the state of the link. */
const stateText = (t: Translate, { id, state }: ChainLink, { newest }: TriggerChain): string =>
  id === 'run' && newest ? pushStatusText[newest.status].title(t) : linkStateText[state](t);

/** By what the chain is proven, if by anything. */
const Proof = ({ chain: { newest, proof } }: { readonly chain: TriggerChain }) => {
  const t = useT();
  const run = proof && firstRunOf(proof);
  if (!newest)
    return t(
      'Not proven yet: no push has come that the trigger should run. That event source and listener are ready proves nothing.',
    );
  if (!run) return t('No PipelineRun of the listener is left that proves the whole chain.');
  return (
    <>
      {proof === newest
        ? t('Proven up to the Pipeline by the newest push, which started')
        : t('Last proven up to the Pipeline by an earlier push, which started')}{' '}
      <KindLink kind={pipelineRunKind} namespace={run.namespace} name={run.name} />{' '}
      <Timestamp timestamp={run.createdAt} simple />
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
  return (
    <Stack hasGutter>
      <Title headingLevel="h2">{t('Chain')}</Title>
      <ChainNotices trigger={trigger} chain={chain} start={start} />
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
            const state = stateText(t, link, chain);
            return {
              id: `chain-${link.id}`,
              title: linkTitle[link.id](t),
              state,
              look: looks[link.state],
              isCurrent: link === chain.broken,
              description: (
                <div style={{ overflowWrap: 'anywhere' }}>
                  <div>{state}</div>
                  <ChainStep trigger={trigger} chain={chain} link={link} sharedBy={sharedBy} />
                </div>
              ),
            };
          })}
        />
      </StackItem>
    </Stack>
  );
};
