import { Alert } from '@patternfly/react-core';
import type { PrerequisiteId } from '../domain/prerequisites';
import { prerequisiteText } from '../i18n/status-text';
import { useT } from '../i18n/use-t';
import { LinkButton } from './LinkButton';
import { overviewPath } from './paths';

/** Says above a page that the cluster lacks what image triggers need, and leads to what to do. */
export const MissingApis = ({ missing }: { readonly missing: readonly PrerequisiteId[] }) => {
  const t = useT();
  if (missing.length === 0) return null;
  const names = missing.map((id) => prerequisiteText[id].title(t)).join(', ');
  return (
    <Alert
      component="h2"
      isInline
      variant="warning"
      title={t('Missing in this cluster: {{names}}', { names })}
      actionLinks={
        <LinkButton variant="link" isInline to={overviewPath(undefined)}>
          {t('Show what must be installed')}
        </LinkButton>
      }
    >
      {t('Until it is installed, no push starts a run.')}
    </Alert>
  );
};
