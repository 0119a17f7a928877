import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { Button, Content } from '@patternfly/react-core';
import { isFoundRow, isPushUnknown } from '../domain/found-chain/found-row';
import type { AnyRow } from '../domain/found-chain/found-row';
import { missedText } from '../i18n/status-text';
import { useT } from '../i18n/use-t';
import { pipelineRunKind } from '../k8s/pipeline-run';
import { KindLink } from './KindLink';

/** The run of a push, and who asked for it; else why there is none, and what makes one after all. */
export const RunCell = ({
  row,
  onReplay,
}: {
  readonly row: AnyRow;
  /** Absent where the push cannot be run by hand. */
  readonly onReplay: (() => void) | undefined;
}) => {
  const t = useT();
  const { run, status, tags } = row;
  const replayedBy = isFoundRow(row) ? undefined : row.run?.replayedBy;
  if (run)
    return (
      <>
        <KindLink kind={pipelineRunKind} namespace={run.namespace} name={run.name} />
        {isPushUnknown(row) && (
          <Content component="small">
            <Timestamp timestamp={run.createdAt} />
          </Content>
        )}
        {replayedBy !== undefined && (
          <Content component="small">
            {replayedBy === ''
              ? t('Run by hand')
              : t('Run by hand by {{user}}', { user: replayedBy })}
          </Content>
        )}
      </>
    );
  return (
    <Content component="small">
      {status === 'missed' && missedText(t)}{' '}
      {onReplay && (
        <Button
          variant="link"
          isInline
          aria-label={t('Run now: {{tags}}', { tags: tags.join(', ') })}
          onClick={onReplay}
        >
          {t('Run now')}
        </Button>
      )}
    </Content>
  );
};
