import { useMemo } from 'react';
import {
  Alert,
  Card,
  CardBody,
  CardTitle,
  Content,
  List,
  ListItem,
  Stack,
  StackItem,
} from '@patternfly/react-core';
import { Link } from 'react-router';
import { LoadingState } from '../../components/LoadingState';
import { triggersPath } from '../../components/paths';
import { useNow } from '../../cluster/use-now';
import { assuranceOf, gapsOf } from '../../domain/assurance';
import type { Assurance, Gap, OverviewParts } from '../../domain/assurance';
import { attentionOf } from '../../domain/attention';
import type { Health } from '../../domain/health';
import type { ImageTrigger } from '../../domain/image-trigger';
import { assuranceText } from '../../i18n/assurance-text';
import { gapText } from '../../i18n/attention-text';
import { useT } from '../../i18n/use-t';
import { AttentionList } from './AttentionList';

export interface AttentionCardProps {
  readonly parts: OverviewParts;
  readonly healthOf: (trigger: ImageTrigger) => Health | undefined;
  readonly namespace: string | undefined;
}

const useAttention = ({ parts, healthOf }: AttentionCardProps) => {
  const { history, relays, prerequisites } = parts;
  const now = useNow(60);
  return useMemo(() => {
    const known = { history, relays, prerequisites };
    const triggers = history.state === 'loaded' ? history.data.triggers : [];
    return {
      items: attentionOf({
        history: history.state === 'loaded' ? history.data : undefined,
        relays: relays.state === 'loaded' ? relays.data : undefined,
        prerequisites: prerequisites.state === 'loaded' ? prerequisites.data : undefined,
        healthOf,
        now,
      }),
      gaps: gapsOf(known),
      assurance: assuranceOf(known, now),
      checking:
        Object.values(known).some(({ state }) => state === 'loading') ||
        triggers.some((trigger) => healthOf(trigger) === undefined),
    };
  }, [history, relays, prerequisites, healthOf, now]);
};

const Gaps = ({ gaps }: { readonly gaps: readonly Gap[] }) => {
  const t = useT();
  return (
    <Alert component="h3" isInline isPlain variant="info" title={t('What this page cannot tell')}>
      <List isPlain>
        {gaps.map((gap) => (
          <ListItem key={gap.code}>{gapText(t, gap)}</ListItem>
        ))}
      </List>
    </Alert>
  );
};

/** Says that nothing is wrong, and on what that rests; no more than is known. */
const AllWell = ({
  assurance,
  isCertain,
}: {
  readonly assurance: Assurance;
  /** Whether there is nothing that could not be seen. */
  readonly isCertain: boolean;
}) => {
  const t = useT();
  if (assurance.triggers === 0)
    return (
      <Alert component="h3" isInline variant="info" title={t('No image triggers yet')}>
        {t('Bind an ImageStream to a Pipeline. This page then says of every push whether it ran.')}
      </Alert>
    );
  return (
    <Alert
      component="h3"
      isInline
      variant={isCertain ? 'success' : 'info'}
      title={
        isCertain
          ? t('Nothing needs attention')
          : t('Nothing that this page can see needs attention')
      }
    >
      {assuranceText(t, assurance)}
    </Alert>
  );
};

/** Whether all is well, and else what a person must act on: the answer of this page. */
export const AttentionCard = (props: AttentionCardProps) => {
  const t = useT();
  const { items, gaps, assurance, checking } = useAttention(props);
  const { namespace } = props;
  const isWell = !checking && items.length === 0 && assurance !== undefined;
  return (
    <Card isFullHeight>
      <CardTitle component="h2">
        {items.length === 0
          ? t('What needs attention')
          : t('{{count}} things need attention', { count: items.length })}
      </CardTitle>
      <CardBody>
        <Stack hasGutter>
          {items.length > 0 && (
            <StackItem>
              <AttentionList items={items} namespace={namespace} />
            </StackItem>
          )}
          {checking && (
            <StackItem>
              <LoadingState />
            </StackItem>
          )}
          {isWell && (
            <StackItem>
              <AllWell assurance={assurance} isCertain={gaps.length === 0} />
            </StackItem>
          )}
          {gaps.length > 0 && (
            <StackItem>
              <Gaps gaps={gaps} />
            </StackItem>
          )}
          {assurance !== undefined && assurance.paused > 0 && (
            <StackItem>
              <Content component="small">
                {t('{{count}} image triggers are paused: their pushes start no runs.', {
                  count: assurance.paused,
                })}{' '}
                <Link to={triggersPath(namespace)}>{t('Show triggers')}</Link>
              </Content>
            </StackItem>
          )}
        </Stack>
      </CardBody>
    </Card>
  );
};
