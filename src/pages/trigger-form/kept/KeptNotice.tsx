import { Alert } from '@patternfly/react-core';
import type { KeptParts } from '../../../domain/draft';
import { keptText } from '../../../i18n/edit-text';
import { useT } from '../../../i18n/use-t';

/** What the template says of its runs beyond the form. */
export const KeptNotice = ({ kept }: { readonly kept: KeptParts | undefined }) => {
  const t = useT();
  return (
    kept && (
      <Alert
        component="h2"
        isInline
        isPlain
        variant="info"
        title={t('Kept as it is: {{parts}}', { parts: keptText(t, kept) })}
      >
        {t('The form has no fields for it. The runs get it as it stands.')}
      </Alert>
    )
  );
};
