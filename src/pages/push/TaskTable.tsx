import { Content } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { KindLink } from '../../components/KindLink';
import { PushStatusLabel } from '../../components/PushStatusLabel';
import { durationText } from '../../components/duration';
import type { TaskProgress } from '../../domain/task';
import { useT } from '../../i18n/use-t';
import { taskRunKind } from '../../k8s/task-run';

/** The tasks of a run, in the order in which they started. */
export const TaskTable = ({ tasks }: { readonly tasks: readonly TaskProgress[] }) => {
  const t = useT();
  if (tasks.length === 0)
    return <Content component="p">{t('No TaskRun of it exists (any more).')}</Content>;
  return (
    <Table aria-label={t('Tasks of the PipelineRun')} variant="compact" gridBreakPoint="grid-lg">
      <Thead>
        <Tr>
          <Th>{t('Task')}</Th>
          <Th>{t('Status')}</Th>
          <Th>{t('TaskRun')}</Th>
          <Th>{t('Started')}</Th>
          <Th>{t('Duration')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {tasks.map(({ namespace, name, task, status, message, startedAt, finishedAt }) => (
          <Tr key={name}>
            <Td dataLabel={t('Task')}>{task}</Td>
            <Td dataLabel={t('Status')}>
              <PushStatusLabel
                status={status}
                evidence={[message ?? t('Tekton gives no reason.')]}
              />
            </Td>
            <Td dataLabel={t('TaskRun')}>
              <KindLink kind={taskRunKind} namespace={namespace} name={name} />
            </Td>
            <Td dataLabel={t('Started')}>{startedAt && <Timestamp timestamp={startedAt} />}</Td>
            <Td dataLabel={t('Duration')}>{durationText(t, startedAt, finishedAt)}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};
