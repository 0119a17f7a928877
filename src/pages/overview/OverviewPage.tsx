import { ListPageHeader } from '@openshift-console/dynamic-plugin-sdk';
import { Card, CardBody, CardTitle, Grid, GridItem, PageSection } from '@patternfly/react-core';
import { useParams } from 'react-router';
import { CreateTriggerButton } from '../../components/CreateTriggerButton';
import { PageTitle } from '../../components/PageTitle';
import { ScopeHint } from '../../components/ScopeHint';
import { WatchedContent } from '../../components/WatchedContent';
import { useMay } from '../../cluster/use-access';
import { useHistory } from '../../cluster/use-history';
import { usePrerequisites } from '../../cluster/use-prerequisites';
import { useT } from '../../i18n/use-t';
import { triggerKind } from '../../k8s/trigger';
import { LastDay } from './LastDay';
import { Prerequisites } from './Prerequisites';

/** What happened in the last day, and whether everything that image triggers need is there. */
const OverviewPage = () => {
  const t = useT();
  const { ns: namespace } = useParams();
  const history = useHistory(namespace);
  const prerequisites = usePrerequisites();
  const mayCreate = useMay({ kind: triggerKind, verb: 'create', namespace });
  const title = t('Image triggers overview');
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
          <GridItem xl={5}>
            <Card isFullHeight>
              <CardTitle component="h2">{t('Last 24 hours')}</CardTitle>
              <CardBody>
                <WatchedContent watched={history} hint={<ScopeHint namespace={namespace} />}>
                  {(data) => <LastDay history={data} namespace={namespace} />}
                </WatchedContent>
              </CardBody>
            </Card>
          </GridItem>
          <GridItem xl={7}>
            <Card isFullHeight>
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
