import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { Label, LabelGroup } from '@patternfly/react-core';
import { Link } from 'react-router';
import type { NavigateFunction } from 'react-router';
import { ActionsMenu } from '../../components/ActionsMenu';
import type { Column } from '../../components/DataTable';
import { Digest } from '../../components/Digest';
import { KindLink } from '../../components/KindLink';
import { RowStatus } from '../../components/RowStatus';
import { TagList } from '../../components/TagList';
import { TriggerLink } from '../../components/TriggerLink';
import { newTriggerPath, validationPath } from '../../components/paths';
import { verdictLooks } from '../../components/verdict-looks';
import { streamKey, tagsOf } from '../../domain/push';
import type { StreamRef } from '../../domain/push';
import { failedImportsOf, lastPushOf } from '../../domain/stream-row';
import type { StreamRow } from '../../domain/stream-row';
import { verdictCounts } from '../../domain/validation';
import type { CurrentImage } from '../../domain/validation';
import { mayNotCreateText } from '../../i18n/access-text';
import { pushStatusText } from '../../i18n/status-text';
import { useT } from '../../i18n/use-t';
import { verdictText } from '../../i18n/validation-text';
import type { Translate } from '../../i18n/use-t';
import type { ImageStream } from '../../k8s/image-stream';
import { imageStreamKind } from '../../k8s/image-stream';
import { namespaceKind } from '../../k8s/namespace';

const LastPush = ({ stream }: { readonly stream: ImageStream }) => {
  const t = useT();
  const push = lastPushOf(stream);
  if (!push) return <>{t('Never')}</>;
  return (
    <>
      <Timestamp timestamp={push.created} />
      {/* Tags may be long: only the time keeps to its line. */}
      <div style={{ whiteSpace: 'normal' }}>
        {push.tags.join(', ')} <Digest digest={push.digest} />
      </div>
    </>
  );
};

const Tags = ({ stream }: { readonly stream: ImageStream }) => {
  const t = useT();
  const failed = failedImportsOf(stream);
  return (
    <>
      <TagList tags={tagsOf(stream)} />
      {failed.length > 0 && (
        <div>
          <Label status="warning" isCompact variant="outline">
            {t('Import failed: {{tags}}', { tags: failed.join(', ') })}
          </Label>
        </div>
      )}
    </>
  );
};

export interface StreamColumnsOptions {
  readonly t: Translate;
  readonly namespace: string | undefined;
  readonly navigate: NavigateFunction;
  /** Whether the user may create Triggers in the project; undefined where nobody can say. */
  readonly allowed: boolean | undefined;
  /** Whether the pushes and runs are known. */
  readonly historyKnown: boolean;
  /** The images that the tags of a stream hold, as far as an image trigger answers to them. */
  readonly imagesOf: (ref: StreamRef) => readonly CurrentImage[];
}

/** What the Pipelines say of the images that the tags of a stream hold now, the worst first. */
const Verdicts = ({
  images,
  stream,
  namespace,
}: {
  readonly images: readonly CurrentImage[];
  readonly stream: StreamRef;
  readonly namespace: string | undefined;
}) => {
  const t = useT();
  const counts = verdictCounts(images);
  if (counts.length === 0) return null;
  return (
    <div>
      <LabelGroup aria-label={t('Verdict')} numLabels={counts.length} isCompact>
        {counts.map(([verdict, count]) => (
          <Label
            key={verdict}
            isCompact
            {...verdictLooks[verdict]}
            render={({ className, content }) => (
              <Link
                to={validationPath(namespace, { search: streamKey(stream), verdict })}
                className={className}
              >
                {content}
              </Link>
            )}
          >
            {t('{{verdict}}: {{count}}', { verdict: verdictText[verdict](t), count })}
          </Label>
        ))}
      </LabelGroup>
    </div>
  );
};

/** The columns of the list of ImageStreams. */
export const streamColumns = ({
  t,
  namespace,
  navigate,
  allowed,
  historyKnown,
  imagesOf,
}: StreamColumnsOptions): Column<StreamRow>[] => [
  {
    id: 'name',
    title: t('Name'),
    width: 20,
    cell: ({ ref }) => <KindLink kind={imageStreamKind} {...ref} />,
    sortKey: ({ ref }) => ref.name,
  },
  ...(namespace === undefined
    ? [
        {
          id: 'namespace',
          title: t('Namespace'),
          cell: ({ ref }: StreamRow) => <KindLink kind={namespaceKind} name={ref.namespace} />,
          sortKey: ({ ref }: StreamRow) => ref.namespace,
        },
      ]
    : []),
  {
    id: 'tags',
    title: t('Tags'),
    cell: ({ ref, stream }) => (
      <>
        <Tags stream={stream} />
        <Verdicts images={imagesOf(ref)} stream={ref} namespace={namespace} />
      </>
    ),
    sortKey: ({ stream }) => stream.status?.tags?.length ?? 0,
  },
  {
    id: 'pushed',
    title: t('Last push'),
    nowrap: true,
    cell: ({ stream }) => <LastPush stream={stream} />,
    sortKey: ({ stream }) => lastPushOf(stream)?.created,
  },
  {
    id: 'triggers',
    title: t('Triggers'),
    breaksWords: true,
    cell: ({ triggers }) =>
      triggers.length === 0
        ? historyKnown && t('Not bound')
        : triggers.map((trigger) => (
            <div key={trigger.uid}>
              <TriggerLink trigger={trigger} />
            </div>
          )),
    sortKey: ({ triggers }) => triggers.length,
  },
  {
    id: 'result',
    title: t('Last result'),
    nowrap: true,
    cell: ({ lastResult }) => lastResult && <RowStatus row={lastResult} />,
    sortKey: ({ lastResult }) => lastResult && pushStatusText[lastResult.status].title(t),
  },
  {
    id: 'actions',
    title: t('Actions'),
    isAction: true,
    cell: ({ ref }) => (
      <ActionsMenu
        isKebab
        subject={ref.name}
        actions={[
          {
            title: t('Create image trigger'),
            refusal: allowed === false ? mayNotCreateText(t, namespace) : undefined,
            onClick: () => void navigate(newTriggerPath(namespace, { stream: ref })),
          },
        ]}
      />
    ),
  },
];
