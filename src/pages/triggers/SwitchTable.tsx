import { Content, Label } from '@patternfly/react-core';
import {
  CheckCircleIcon,
  ExclamationCircleIcon,
  InProgressIcon,
  MinusCircleIcon,
  PendingIcon,
} from '@patternfly/react-icons';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { LabelLook } from '../../components/ExplainedLabel';
import type { SwitchItem, SwitchUnderWay } from '../../cluster/use-pause-many';
import { lastSwitch } from '../../domain/activity';
import { triggerKey } from '../../domain/image-trigger';
import type { ImageTrigger } from '../../domain/image-trigger';
import type { SwitchProgress } from '../../domain/pause-many';
import { switchText } from '../../i18n/pause-text';
import { problemText, retryText } from '../../i18n/problem-text';
import { useT } from '../../i18n/use-t';
import { PauseRecord } from './PauseRecord';

const looks: Record<SwitchProgress['state'], LabelLook> = {
  waiting: { icon: <PendingIcon />, variant: 'outline' },
  'under-way': { icon: <InProgressIcon />, color: 'blue' },
  done: { icon: <CheckCircleIcon />, status: 'success' },
  gone: { icon: <MinusCircleIcon />, variant: 'outline' },
  refused: { icon: <ExclamationCircleIcon />, status: 'danger' },
};

/** How a trigger is before anything is done to it. */
const Before = ({ trigger }: { readonly trigger: ImageTrigger }) => {
  const t = useT();
  if (trigger.active !== 'none') return trigger.active === 'all' ? t('Active') : t('Partly active');
  return lastSwitch(trigger.activity)?.state === 'paused' ? (
    <PauseRecord trigger={trigger} />
  ) : (
    t('Paused')
  );
};

const Progress = ({
  item: { progress },
  change,
}: {
  readonly item: SwitchItem;
  readonly change: SwitchUnderWay['change'];
}) => {
  const t = useT();
  return (
    <>
      <Label {...looks[progress.state]} isCompact>
        {switchText[change].progress[progress.state](t)}
      </Label>
      {progress.state === 'refused' && (
        <Content component="small">
          {t('{{title}}: {{message}}', {
            title: problemText[progress.problem.code].title(t),
            message: progress.problem.message,
          })}{' '}
          {retryText(t, progress.problem)}
        </Content>
      )}
    </>
  );
};

/** The triggers that are paused or resumed together, and how far each one is. */
export const SwitchTable = ({
  current: { change, items, phase },
}: {
  readonly current: SwitchUnderWay;
}) => {
  const t = useT();
  const state = t('State');
  return (
    <Table aria-label={t('Chosen image triggers')} variant="compact">
      <Thead>
        <Tr>
          <Th width={40}>{t('Image trigger')}</Th>
          <Th>{state}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {items.map((item) => (
          <Tr key={triggerKey(item.trigger)}>
            <Td dataLabel={t('Image trigger')} modifier="breakWord">
              {triggerKey(item.trigger)}
            </Td>
            <Td dataLabel={state} modifier="breakWord">
              <div>
                {phase === 'asked' ? (
                  <Before trigger={item.trigger} />
                ) : (
                  <Progress item={item} change={change} />
                )}
              </div>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};
