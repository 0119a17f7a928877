import { useDeferredValue } from 'react';
import { ListPageBody, ListPageHeader } from '@openshift-console/dynamic-plugin-sdk';
import { useParams } from 'react-router';
import { MissingApis } from '../../components/MissingApis';
import { PageTitle } from '../../components/PageTitle';
import { ProjectsInstead } from '../../components/ProjectsInstead';
import { ReplayDialog } from '../../components/ReplayDialog';
import { WatchedContent } from '../../components/WatchedContent';
import { useHeadingFocus } from '../../components/focus-heading';
import { historyPath } from '../../components/paths';
import { useAllHistory } from '../../cluster/use-all-history';
import { useMissingApis } from '../../cluster/use-prerequisites';
import { useProjectsInstead } from '../../cluster/use-projects';
import { useReplay } from '../../cluster/use-replay';
import { useT } from '../../i18n/use-t';
import { HistoryBody } from './HistoryBody';
import { useRangeStart } from './use-range-start';
import { useViews } from './use-views';
import { ViewsMenu } from './ViewsMenu';
import { ViewsNotice } from './ViewsNotice';

/** Every push of the bound ImageStreams, with what became of it. */
const HistoryPage = () => {
  const t = useT();
  const { ns: namespace } = useParams();
  const current = useAllHistory(namespace, useRangeStart());
  // What is live is drawn a piece at a time: a page of rows takes longer than a frame may.
  const drawn = useDeferredValue(current);
  const history = drawn.state === current.state ? drawn : current;
  const missing = useMissingApis();
  const projects = useProjectsInstead(history, namespace);
  const replay = useReplay(history.state === 'loaded' ? history.data.triggers : undefined);
  useHeadingFocus(replay.created);
  const views = useViews(namespace);
  const title = t('Image trigger history');
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <ListPageHeader
        title={title}
        helpText={t('Every push of a bound ImageStream, with the run that it started.')}
      >
        <ViewsMenu views={views} />
      </ListPageHeader>
      <ListPageBody>
        <ViewsNotice views={views} />
        {history.state !== 'failed' && <MissingApis missing={missing} />}
        <WatchedContent
          watched={history}
          hint={<ProjectsInstead projects={projects} pathOf={historyPath} />}
        >
          {(data) => (
            <HistoryBody history={data} namespace={namespace} replayOf={replay.starterOf} />
          )}
        </WatchedContent>
      </ListPageBody>
      {replay.current && <ReplayDialog {...replay.current} />}
    </>
  );
};

export default HistoryPage;
