import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { Button, Content } from '@patternfly/react-core';
import { isFoundRow, isPushUnknown } from '../domain/found-chain/found-row';
import type { AnyRow } from '../domain/found-chain/found-row';
import type { HistoryRow } from '../domain/history';
import { lastRunOf } from '../domain/push-runs';
import { runNumberOf } from '../domain/run-name';
import { useT } from '../i18n/use-t';
import type { Translate } from '../i18n/use-t';
import { pipelineRunKind } from '../k8s/pipeline-run';
import { ArchivedMark } from './ArchivedMark';
import { KindLink } from './KindLink';

/** Who asked for the run of a push, and for which; nothing where it is the listener's. */
const handText = (t: Translate, { run }: HistoryRow): string => {
  if (run?.replayedBy === undefined) return '';
  const user = run.replayedBy;
  const number = runNumberOf(run.name);
  if (number === 0) return user === '' ? t('Run by hand') : t('Run by hand by {{user}}', { user });
  return user === '' ? t('Run again') : t('Run again by {{user}}', { user });
};

const RunButton = ({ row, onReplay }: { readonly row: AnyRow; readonly onReplay: () => void }) => {
  const t = useT();
  const names = { tags: row.tags.join(', ') };
  const isAgain = isFoundRow(row) || lastRunOf(row) !== undefined;
  return (
    <Button
      variant="link"
      isInline
      aria-label={isAgain ? t('Run again: {{tags}}', names) : t('Run now: {{tags}}', names)}
      onClick={onReplay}
    >
      {isAgain ? t('Run again') : t('Run now')}
    </Button>
  );
};

/** The run of the image, of another push, where each image runs once. */
const ImageRun = ({ row: { status, imageRuns } }: { readonly row: HistoryRow }) => {
  const t = useT();
  const [first] = imageRuns;
  if (status !== 'image-ran' || !first) return null;
  return (
    <>
      {t('Run by another push:')}{' '}
      <KindLink kind={pipelineRunKind} namespace={first.namespace} name={first.name} />
    </>
  );
};

/**
 * The run of a push, and who asked for it, and what makes one, or another one. Why there is none is for
 * the status to say, which stands beside it.
 */
export const RunCell = ({
  row,
  onReplay,
}: {
  readonly row: AnyRow;
  /** Absent where the push cannot be run by hand. */
  readonly onReplay: (() => void) | undefined;
}) => {
  const t = useT();
  const { run } = row;
  const hand = isFoundRow(row) ? '' : handText(t, row);
  const replay = onReplay && <RunButton row={row} onReplay={onReplay} />;
  if (run)
    return (
      <>
        <KindLink kind={pipelineRunKind} namespace={run.namespace} name={run.name} />
        {!isFoundRow(row) && row.run?.isArchived && <ArchivedMark />}
        {isPushUnknown(row) && (
          <Content component="small">
            <Timestamp timestamp={run.createdAt} />
          </Content>
        )}
        {(hand !== '' || replay) && (
          <Content component="small">
            {hand}
            {replay && <> {replay}</>}
          </Content>
        )}
      </>
    );
  return (
    <Content component="small">
      {!isFoundRow(row) && <ImageRun row={row} />} {replay}
    </Content>
  );
};
