import { useState } from 'react';
import type { ReactNode } from 'react';
import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import {
  Alert,
  Button,
  Content,
  Form,
  FormGroup,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  NumberInput,
  Stack,
  StackItem,
} from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { Announcement } from '../../components/Announcement';
import { Digest } from '../../components/Digest';
import { RowStatus } from '../../components/RowStatus';
import { TagList } from '../../components/TagList';
import type { ManyItem, ManyUnderWay } from '../../cluster/use-replay-many';
import type { HistoryRow } from '../../domain/history';
import { manyOutcomeText, replayCautionText } from '../../i18n/replay-text';
import { useT } from '../../i18n/use-t';

/** Runs of a Pipeline often want the same nodes and registries: a few at once are enough. */
const defaultAtOnce = 3;
const mostAtOnce = 20;

const isRefusal = (outcome: ManyItem['outcome']): boolean =>
  typeof outcome === 'object' && ['refused', 'impossible'].includes(outcome.outcome);

/** Before its turn comes, what to know of a push; then what came of it, and how its run is. */
const Progress = ({
  item: { row, outcome },
  now,
  phase,
}: {
  readonly item: ManyItem;
  /** The row as it is now; undefined where it is gone. */
  readonly now: HistoryRow | undefined;
  readonly phase: ManyUnderWay['phase'];
}): ReactNode => {
  const t = useT();
  if (outcome === undefined)
    return phase === 'asked' ? replayCautionText[row.status]?.(t) : t('Waits for its turn');
  return (
    <>
      {now?.run && (
        <>
          <RowStatus row={now} />{' '}
        </>
      )}
      {manyOutcomeText(t, outcome)}
    </>
  );
};

const Pushes = ({
  current: { items, phase },
  rows,
}: {
  readonly current: ManyUnderWay;
  readonly rows: readonly HistoryRow[];
}) => {
  const t = useT();
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const progress = phase === 'asked' ? t('What to know') : t('Progress');
  return (
    <Table aria-label={t('Pushes to run, the oldest first')} variant="compact">
      <Thead>
        <Tr>
          <Th>{t('Pushed')}</Th>
          <Th>{t('Image')}</Th>
          <Th>{t('Trigger')}</Th>
          <Th width={40}>{progress}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {items.map((item) => {
          const { key, created, tags, digest, trigger } = item.row;
          return (
            <Tr key={key}>
              <Td dataLabel={t('Pushed')}>
                <Timestamp timestamp={created} />
              </Td>
              <Td dataLabel={t('Image')}>
                <TagList tags={tags} /> {digest !== undefined && <Digest digest={digest} />}
              </Td>
              <Td dataLabel={t('Trigger')}>{trigger.name}</Td>
              <Td dataLabel={progress}>
                <Progress item={item} now={byKey.get(key)} phase={phase} />
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
};

/** What the dialog says above the pushes. */
const Introduction = ({ phase }: { readonly phase: ManyUnderWay['phase'] }) => {
  const t = useT();
  switch (phase) {
    case 'asked':
      return t(
        'Each push gets the PipelineRun that the listener would have made, with its name, the oldest push first. What has its PipelineRun by then, by whomever, does not get another one.',
      );
    case 'running':
      return t(
        'This goes on as long as the dialog is open. Who closes it or leaves the page starts no more: PipelineRuns that were created go on, the other pushes stay as they are and can be run later.',
      );
    case 'over':
      return t('All PipelineRuns have ended that were created.');
  }
};

/** Asks before many pushes are run, then shows how it goes. */
export const ReplayManyDialog = ({
  current,
  rows,
}: {
  readonly current: ManyUnderWay;
  /** The history as it is now. */
  readonly rows: readonly HistoryRow[];
}) => {
  const t = useT();
  const { items, phase, run, close } = current;
  const [atOnce, setAtOnce] = useState(defaultAtOnce);
  const change = (value: number): void =>
    setAtOnce(Math.min(mostAtOnce, Math.max(1, Math.trunc(value) || 1)));
  const told = items.filter(({ outcome }) => typeof outcome === 'object').length;
  const count = items.length;
  return (
    <Modal isOpen variant="large" aria-labelledby="replay-many-title" onClose={close}>
      <ModalHeader title={t('Run {{count}} pushes?', { count })} labelId="replay-many-title" />
      <ModalBody>
        <Stack hasGutter>
          <StackItem>
            <Content component="p">
              <Introduction phase={phase} />
            </Content>
          </StackItem>
          {phase === 'asked' && (
            <StackItem>
              <Form isHorizontal onSubmit={(event) => event.preventDefault()}>
                <FormGroup label={t('PipelineRuns at once')} fieldId="replay-many-at-once">
                  <NumberInput
                    id="replay-many-at-once"
                    inputAriaLabel={t('PipelineRuns at once')}
                    minusBtnAriaLabel={t('One less')}
                    plusBtnAriaLabel={t('One more')}
                    min={1}
                    max={mostAtOnce}
                    value={atOnce}
                    onMinus={() => change(atOnce - 1)}
                    onPlus={() => change(atOnce + 1)}
                    onChange={(event) => change(Number(event.currentTarget.value))}
                  />
                </FormGroup>
              </Form>
            </StackItem>
          )}
          {phase === 'over' && items.some(({ outcome }) => isRefusal(outcome)) && (
            <StackItem>
              <Alert
                component="h2"
                isInline
                variant="warning"
                title={t('Some pushes were not run: the reason stands in their rows.')}
              />
            </StackItem>
          )}
          <StackItem>
            <Pushes current={current} rows={rows} />
          </StackItem>
        </Stack>
        <Announcement
          text={
            phase === 'asked' ? '' : t('{{told}} of {{count}} pushes are done', { told, count })
          }
        />
      </ModalBody>
      <ModalFooter>
        {phase === 'asked' && (
          <Button variant="primary" onClick={() => run(atOnce)}>
            {t('Run {{count}} pushes', { count })}
          </Button>
        )}
        <Button variant={phase === 'asked' ? 'link' : 'primary'} onClick={close}>
          {phase === 'asked' ? t('Cancel') : t('Close')}
        </Button>
      </ModalFooter>
    </Modal>
  );
};
