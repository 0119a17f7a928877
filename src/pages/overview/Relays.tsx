import { useState } from 'react';
import { Button, Content, Stack, StackItem } from '@patternfly/react-core';
import { isRelayReady } from '../../domain/relay-status';
import type { RelayStatus } from '../../domain/relay-status';
import { relayCostOf, totalCostOf } from '../../domain/relay-pods';
import type { RelayPods } from '../../domain/relay-pods';
import type { Watched } from '../../domain/watched';
import { problemText } from '../../i18n/problem-text';
import { useT } from '../../i18n/use-t';
import { podsText, requestsText } from './cost-text';
import { RelayTable } from './RelayTable';

const fewRelays = 10;

/** What the pods cost in all, and how they were counted. */
const TotalCost = ({
  relays,
  pods,
}: {
  readonly relays: readonly RelayStatus[];
  readonly pods: Watched<RelayPods>;
}) => {
  const t = useT();
  if (pods.state === 'loading') return <Content component="p">{t('Counting the pods')}</Content>;
  if (pods.state === 'failed')
    return (
      <Content component="p">
        {t('The pods could not be counted: {{problem}}.', {
          problem: problemText[pods.problem.code].title(t),
        })}{' '}
        {pods.problem.message}
      </Content>
    );
  const total = totalCostOf(pods.data, relays);
  return (
    <Content component="p">
      {t('Pods: {{pods}}. Requests: {{requests}}.', {
        pods: podsText(t, total),
        requests: requestsText(t, total),
      })}{' '}
      {t('Counted are the pods of the listeners and of the event sources, not those of the runs.')}
    </Content>
  );
};

/** The event sources and listeners of each project, and the pods that they cost. */
export const Relays = ({
  relays,
  pods,
}: {
  readonly relays: readonly RelayStatus[];
  readonly pods: Watched<RelayPods>;
}) => {
  const t = useT();
  const [all, setAll] = useState(false);
  if (relays.length === 0)
    return (
      <Content component="p">
        {t('None: the first image trigger of a project creates them, the last one removes them.')}
      </Content>
    );
  const ordered = [...relays].sort((a, b) => Number(isRelayReady(a)) - Number(isRelayReady(b)));
  const shown = all ? ordered : ordered.slice(0, fewRelays);
  return (
    <Stack hasGutter>
      <StackItem>
        <TotalCost relays={relays} pods={pods} />
      </StackItem>
      <StackItem>
        <RelayTable
          relays={shown}
          costOf={(relay) => (pods.state === 'loaded' ? relayCostOf(pods.data, relay) : pods.state)}
        />
      </StackItem>
      {relays.length > fewRelays && (
        <StackItem>
          <Button variant="link" isInline onClick={() => setAll(!all)}>
            {all ? t('Show less') : t('Show all {{count}}', { count: relays.length })}
          </Button>
        </StackItem>
      )}
    </Stack>
  );
};
