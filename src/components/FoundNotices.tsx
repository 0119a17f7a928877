import { Alert } from '@patternfly/react-core';
import { useT } from '../i18n/use-t';
import type { ResourceKind } from '../k8s/resource';

/** Says which chains that were made by hand may be missing. */
export const FoundNotices = ({
  unread,
}: {
  readonly unread: readonly { readonly kind: ResourceKind }[];
}) => {
  const t = useT();
  if (unread.length === 0) return null;
  return (
    <Alert
      component="h2"
      isInline
      isPlain
      variant="info"
      title={t('Triggers that were made by hand may be missing: {{kinds}} cannot be read.', {
        kinds: unread.map(({ kind }) => kind.labelPlural).join(', '),
      })}
    />
  );
};
