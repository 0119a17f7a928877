import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { Stack, Title } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { ArchivedMark } from '../../components/ArchivedMark';
import { KindLink } from '../../components/KindLink';
import { PushStatusLabel } from '../../components/PushStatusLabel';
import { durationText } from '../../components/duration';
import type { Run } from '../../domain/run';
import { statusMeaning } from '../../i18n/status-text';
import { useT } from '../../i18n/use-t';
import { pipelineRunKind } from '../../k8s/pipeline-run';

/** The runs of a push before its last one, which decides. */
export const EarlierRuns = ({ runs }: { readonly runs: readonly Run[] }) => {
  const t = useT();
  const title = t('Earlier runs of this push');
  return (
    <Stack hasGutter>
      <Title headingLevel="h2">{title}</Title>
      <Table aria-label={title} variant="compact" gridBreakPoint="grid-lg">
        <Thead>
          <Tr>
            <Th>{t('PipelineRun')}</Th>
            <Th>{t('Status')}</Th>
            <Th>{t('Created')}</Th>
            <Th>{t('Duration')}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {runs.map((run) => (
            <Tr key={run.uid}>
              <Td dataLabel={t('PipelineRun')}>
                <KindLink kind={pipelineRunKind} namespace={run.namespace} name={run.name} />
                {run.isArchived && <ArchivedMark />}
              </Td>
              <Td dataLabel={t('Status')}>
                <PushStatusLabel
                  status={run.status}
                  evidence={[run.message ?? statusMeaning(t, { status: run.status, run })]}
                />
              </Td>
              <Td dataLabel={t('Created')}>
                <Timestamp timestamp={run.createdAt} />
              </Td>
              <Td dataLabel={t('Duration')}>{durationText(t, run.createdAt, run.finishedAt)}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Stack>
  );
};
