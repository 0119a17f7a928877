import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { Alert, List, ListItem } from '@patternfly/react-core';
import { Digest } from '../../../components/Digest';
import { FieldHelp } from '../../../components/FieldHelp';
import { importFailuresOf, scheduledTagsOf } from '../../../domain/stream-imports';
import type { ImportFailure } from '../../../domain/stream-imports';
import { lastPushOf } from '../../../domain/stream-row';
import { useT } from '../../../i18n/use-t';
import type { ImageStream } from '../../../k8s/image-stream';

const LatestPush = ({ stream }: { readonly stream: ImageStream }) => {
  const t = useT();
  const push = lastPushOf(stream);
  return push ? (
    <div>
      {t('Latest push')}: {push.tags.join(', ')} <Digest digest={push.digest} />{' '}
      <Timestamp timestamp={push.created} simple />
    </div>
  ) : (
    <FieldHelp help={t('Nothing has been pushed to it yet.')} />
  );
};

/** So many are named. */
const most = 5;

const Failures = ({ failures }: { readonly failures: readonly ImportFailure[] }) => {
  const t = useT();
  return failures.length === 0 ? null : (
    <Alert
      component="h3"
      isInline
      variant="warning"
      title={t('The last import of {{count}} tags failed', { count: failures.length })}
    >
      <List isPlain>
        {failures.slice(0, most).map(({ tag, message }) => (
          <ListItem key={tag}>{message === '' ? tag : `${tag}: ${message}`}</ListItem>
        ))}
      </List>
      {failures.length > most && t('{{count}} more', { count: failures.length - most })}
    </Alert>
  );
};

/** What has come to an ImageStream lately, and how: a push to what it imports comes later. */
export const StreamFacts = ({ stream }: { readonly stream: ImageStream }) => {
  const t = useT();
  const scheduled = scheduledTagsOf(stream);
  return (
    <>
      <div>
        <LatestPush stream={stream} />
        {scheduled.length > 0 && (
          <FieldHelp
            help={t(
              'OpenShift imports {{tags}} on schedule, every 15 minutes at most unless the cluster says otherwise: a push to where they come from starts a run that much later.',
              { tags: scheduled.join(', ') },
            )}
          />
        )}
      </div>
      <Failures failures={importFailuresOf(stream)} />
    </>
  );
};
