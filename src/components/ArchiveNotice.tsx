import { Alert, AlertActionLink } from '@patternfly/react-core';
import { unknownUntil } from '../domain/archive';
import type { ArchiveState } from '../domain/archive';
import type { HistoryRow } from '../domain/history';
import { archiveText } from '../i18n/archive-text';
import { useMoment } from '../i18n/use-day';
import { useT } from '../i18n/use-t';

/**
 * Says from when on it is known what became of every push, and why not of those before it; nothing
 * where it is known of all.
 */
export const ArchiveNotice = ({
  archive,
  rows,
  onRetry,
}: {
  readonly archive: ArchiveState;
  readonly rows: readonly HistoryRow[];
  /** Asks Tekton Results once more. */
  readonly onRetry: () => void;
}) => {
  const t = useT();
  const momentOf = useMoment();
  const until = unknownUntil(rows);
  if (until === undefined) return null;
  return (
    <Alert
      component="h2"
      isInline
      variant={archive.state === 'failed' ? 'warning' : 'info'}
      title={t('What became of every push is known after {{time}}', { time: momentOf(until) })}
      actionLinks={
        (archive.state === 'failed' || archive.state === 'forbidden') && (
          <AlertActionLink onClick={onRetry}>{t('Try again')}</AlertActionLink>
        )
      }
    >
      {t(
        'Of pushes up to then, PipelineRuns may have been pruned, or nobody can tell what the tag rule said of them.',
      )}{' '}
      {archiveText(t, archive, momentOf)}
    </Alert>
  );
};
