import { ListPageHeader } from '@openshift-console/dynamic-plugin-sdk';
import { Card, CardBody, CardTitle, Grid, GridItem, PageSection } from '@patternfly/react-core';
import { useParams } from 'react-router';
import { CreateTriggerButton } from '../../components/CreateTriggerButton';
import { PageTitle } from '../../components/PageTitle';
import { ProblemAlert } from '../../components/ProblemState';
import { ProjectsInstead } from '../../components/ProjectsInstead';
import { WatchedContent } from '../../components/WatchedContent';
import { overviewPath } from '../../components/paths';
import { useMay } from '../../cluster/use-access';
import { useHistory } from '../../cluster/use-history';
import { usePrerequisites } from '../../cluster/use-prerequisites';
import { useProjectsInstead } from '../../cluster/use-projects';
import { useRelayStatus } from '../../cluster/use-relay';
import { useRelayPods } from '../../cluster/use-relay-pods';
import { useTriggerHealth } from '../../cluster/use-trigger-health';
import { useT } from '../../i18n/use-t';
import { triggerKind } from '../../k8s/trigger';
import { AttentionCard } from './AttentionCard';
import { LastDay } from './LastDay';
import { Prerequisites } from './Prerequisites';
import { Relays } from './Relays';

/** Whether the supply chain is fine: what needs attention, the last day, and what it all runs on. */
const OverviewPage = () => {
  const t = useT();
  const { ns: namespace } = useParams();
  const history = useHistory(namespace);
  const relays = useRelayStatus(namespace);
  const pods = useRelayPods(namespace);
  const projects = useProjectsInstead(history, namespace);
  const prerequisites = usePrerequisites();
  const healthOf = useTriggerHealth(namespace);
  const mayCreate = useMay({ kind: triggerKind, verb: 'create', namespace });
  const title = t('Image triggers overview');
  // What is said in place of the figures is longer than they are: beside it, a card stays empty.
  const isBeside = history.state !== 'failed';
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <ListPageHeader
        title={title}
        helpText={t('Every image push runs its Pipeline, and every push that did not is shown.')}
      >
        <CreateTriggerButton
          namespace={namespace}
          allowed={namespace === undefined ? undefined : mayCreate}
        />
      </ListPageHeader>
      <PageSection>
        <Grid hasGutter>
          <GridItem xl={isBeside ? 8 : 12}>
            <AttentionCard
              parts={{ history, relays, prerequisites }}
              healthOf={healthOf}
              namespace={namespace}
            />
          </GridItem>
          <GridItem xl={isBeside ? 4 : 12}>
            <Card isFullHeight>
              <CardTitle component="h2">{t('Last 24 hours')}</CardTitle>
              <CardBody>
                <WatchedContent
                  watched={history}
                  hint={<ProjectsInstead projects={projects} pathOf={overviewPath} />}
                >
                  {(data) => <LastDay history={data} namespace={namespace} />}
                </WatchedContent>
              </CardBody>
            </Card>
          </GridItem>
          <GridItem>
            <Card>
              <CardTitle component="h2">{t('Event sources and listeners')}</CardTitle>
              <CardBody>
                {relays.state === 'failed' ? (
                  <ProblemAlert
                    variant="warning"
                    title={t('Event sources and listeners cannot be read')}
                    problem={relays.problem}
                  />
                ) : (
                  <WatchedContent watched={relays}>
                    {(found) => <Relays relays={found} pods={pods} />}
                  </WatchedContent>
                )}
              </CardBody>
            </Card>
          </GridItem>
          <GridItem>
            <Card>
              <CardTitle component="h2">{t('Prerequisites')}</CardTitle>
              <CardBody>
                <WatchedContent watched={prerequisites}>
                  {(all) => <Prerequisites prerequisites={all} />}
                </WatchedContent>
              </CardBody>
            </Card>
          </GridItem>
        </Grid>
      </PageSection>
    </>
  );
};

export default OverviewPage;
