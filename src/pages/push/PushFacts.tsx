import type { ReactNode } from 'react';
import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { ClipboardCopy, Content, DescriptionList } from '@patternfly/react-core';
import { Link } from 'react-router';
import { ArchivedMark } from '../../components/ArchivedMark';
import { ChainName } from '../../components/ChainName';
import { Fact } from '../../components/Fact';
import { KindLink } from '../../components/KindLink';
import { StreamLink } from '../../components/StreamLink';
import { TriggerLink } from '../../components/TriggerLink';
import { runTabPath } from '../../components/paths';
import { isFoundRow, isPushUnknown } from '../../domain/found-chain/found-row';
import type { AnyRow } from '../../domain/found-chain/found-row';
import type { ImageTrigger } from '../../domain/image-trigger';
import { isClusterImages } from '../../domain/push';
import { useT } from '../../i18n/use-t';
import { imageStreamTagKind } from '../../k8s/image-stream-tag';
import { pipelineKind } from '../../k8s/pipeline';
import { pipelineRunKind } from '../../k8s/pipeline-run';

/** The tags of a push; those that hold another image now lead to that one, which is said. */
const Tags = ({ row: { stream, tags, leftBy } }: { readonly row: AnyRow }) => {
  const t = useT();
  return tags.map((tag) => (
    <div key={tag}>
      {stream && !isClusterImages(stream) ? (
        <KindLink
          kind={imageStreamTagKind}
          namespace={stream.namespace}
          name={`${stream.name}:${tag}`}
        />
      ) : (
        tag
      )}
      {leftBy.includes(tag) && stream && !isClusterImages(stream) && (
        <Content component="small">{t('This tag holds another image now.')}</Content>
      )}
    </div>
  ));
};

const RunFact = ({ row }: { readonly row: AnyRow }): ReactNode => {
  const t = useT();
  const { run } = row;
  if (!run) {
    const [first] = !isFoundRow(row) && row.status === 'image-ran' ? row.imageRuns : [];
    if (!first) return t('None');
    return (
      <>
        <KindLink kind={pipelineRunKind} namespace={first.namespace} name={first.name} />
        <Content component="small">{t('Of another push of this image.')}</Content>
      </>
    );
  }
  const { namespace, name } = run;
  return (
    <>
      <KindLink kind={pipelineRunKind} namespace={namespace} name={name} />
      {!isFoundRow(row) && row.run?.isArchived && <ArchivedMark />}
      <div>
        <Link to={runTabPath(run, 'logs')}>{t('Logs of the PipelineRun')}</Link>
      </div>
      <div>
        <Link to={runTabPath(run, 'events')}>{t('Events of the PipelineRun')}</Link>
      </div>
    </>
  );
};

/** What was pushed, where to, and what it ran. */
export const PushFacts = ({
  row,
  trigger,
}: {
  readonly row: AnyRow;
  readonly trigger: ImageTrigger | undefined;
}) => {
  const t = useT();
  const { stream, digest, tags } = row;
  return (
    <DescriptionList isCompact columnModifier={{ default: '1Col', md: '2Col', lg: '1Col' }}>
      <Fact term={t('ImageStream')}>
        {stream ? <StreamLink stream={stream} /> : t('Not known')}
      </Fact>
      {tags.length > 0 && (
        <Fact term={stream && isClusterImages(stream) ? t('Repository') : t('Tags')}>
          <Tags row={row} />
        </Fact>
      )}
      <Fact term={t('Image digest')}>
        {digest === undefined ? (
          t('Not known')
        ) : (
          <ClipboardCopy
            isReadOnly
            isCode
            variant="inline-compact"
            truncation
            hoverTip={t('Copy the digest')}
            clickTip={t('Copied')}
            copyAriaLabel={t('Copy the digest')}
          >
            {digest}
          </ClipboardCopy>
        )}
      </Fact>
      <Fact term={t('Pushed')}>
        {isPushUnknown(row) ? t('Not known') : <Timestamp timestamp={row.created} />}
      </Fact>
      <Fact term={t('Trigger')}>
        {isFoundRow(row) ? <ChainName chain={row.chain} /> : <TriggerLink trigger={row.trigger} />}
      </Fact>
      {trigger?.pipeline !== undefined && (
        <Fact term={t('Pipeline')}>
          <KindLink kind={pipelineKind} namespace={trigger.namespace} name={trigger.pipeline} />
        </Fact>
      )}
      <Fact term={t('PipelineRun')}>
        <RunFact row={row} />
      </Fact>
    </DescriptionList>
  );
};
