import type { ReactNode } from 'react';
import {
  Content,
  DescriptionList,
  FlexItem,
  Grid,
  GridItem,
  Stack,
  Title,
} from '@patternfly/react-core';
import { Fact } from '../../components/Fact';
import { Sections } from '../../components/Sections';
import { WatchedContent } from '../../components/WatchedContent';
import { usePushRun } from '../../cluster/use-push-run';
import type { PushId } from '../../domain/push-id';
import { causeRecordOf, paramsOf } from '../../domain/run-record';
import type { RecordedValue } from '../../domain/run-record';
import { useT } from '../../i18n/use-t';
import { TaskTable } from './TaskTable';

const Values = ({
  title,
  values,
  none,
}: {
  readonly title: string;
  readonly values: readonly RecordedValue[];
  readonly none: string;
}) => (
  <Stack hasGutter>
    <Title headingLevel="h2">{title}</Title>
    {values.length === 0 ? (
      <Content component="p">{none}</Content>
    ) : (
      <DescriptionList isCompact>
        {values.map(({ name, value }) => (
          <Fact key={name} term={name}>
            <code className="pf-v6-u-text-break-word">{value}</code>
          </Fact>
        ))}
      </DescriptionList>
    )}
  </Stack>
);

/** What the PipelineRun of a push carries, and its tasks: fetched when the page opens. */
export const RunSection = ({
  id,
  isArchived,
}: {
  readonly id: PushId;
  /** Whether only Tekton Results has it. */
  readonly isArchived: boolean;
}): ReactNode => {
  const t = useT();
  const { run, tasks } = usePushRun(id, isArchived);
  return (
    <Sections>
      <FlexItem>
        <Stack hasGutter>
          <Title headingLevel="h2">{t('Tasks of the PipelineRun')}</Title>
          <WatchedContent watched={tasks}>{(all) => <TaskTable tasks={all} />}</WatchedContent>
        </Stack>
      </FlexItem>
      <WatchedContent watched={run}>
        {(one) =>
          one && (
            <Grid hasGutter>
              <GridItem xl={6}>
                <Values
                  title={t('Values that reached the Pipeline')}
                  values={paramsOf(one)}
                  none={t('The PipelineRun has no parameters.')}
                />
              </GridItem>
              <GridItem xl={6}>
                <Values
                  title={t('Record of the cause')}
                  values={causeRecordOf(one)}
                  none={t('The PipelineRun carries none.')}
                />
              </GridItem>
            </Grid>
          )
        }
      </WatchedContent>
    </Sections>
  );
};
