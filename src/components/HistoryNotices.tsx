import { Alert } from '@patternfly/react-core';
import type { Problem } from '../domain/problem';
import { clusterImages } from '../domain/push';
import { useT } from '../i18n/use-t';
import { ProblemAlert } from './ProblemState';

/** Says what of the history cannot be known with the user's permissions. */
export const HistoryNotices = ({
  unreadable,
  complete,
}: {
  readonly unreadable: readonly { readonly namespace: string; readonly problem: Problem }[];
  readonly complete: boolean;
}) => {
  const t = useT();
  return (
    <>
      {unreadable.map(({ namespace, problem }) => (
        <ProblemAlert
          key={namespace}
          variant="warning"
          title={
            namespace === clusterImages.namespace
              ? t('The Images of the cluster cannot be read')
              : t('The ImageStreams of project {{project}} cannot be read', { project: namespace })
          }
          problem={problem}
        />
      ))}
      {!complete && (
        <Alert
          component="h2"
          isInline
          isPlain
          variant="info"
          title={t('Image triggers of other projects are not shown: you may not list them.')}
        />
      )}
    </>
  );
};
