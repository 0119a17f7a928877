import { EmptyResult } from '../../components/EmptyResult';
import { LinkButton } from '../../components/LinkButton';
import { historyPath } from '../../components/paths';
import type { PushId } from '../../domain/push-id';
import { parsePushName } from '../../domain/push-id';
import { useT } from '../../i18n/use-t';

/** In place of a push of which nothing is left: what its name still says. */
export const NoSuchPush = ({ namespace, name }: PushId) => {
  const t = useT();
  const named = parsePushName(name);
  const gone = t(
    'There is no PipelineRun of this name in project {{project}}, and no ImageStream holds the push (any more).',
    { project: namespace },
  );
  return (
    <EmptyResult
      title={t('No push {{name}}', { name })}
      body={
        named
          ? `${gone} ${t(
              'Its name says that it was for the image trigger {{trigger}}, that its digest begins with {{digest}}, and that it came at {{time}}.',
              {
                trigger: named.trigger,
                digest: named.digestStart,
                time: named.created,
              },
            )}`
          : gone
      }
    >
      <LinkButton
        variant="primary"
        to={historyPath(
          namespace,
          named && { trigger: `${namespace}/${named.trigger}`, quiet: 'yes' },
        )}
      >
        {t('Show the history')}
      </LinkButton>
    </EmptyResult>
  );
};
