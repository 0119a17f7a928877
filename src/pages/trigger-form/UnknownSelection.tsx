import { Alert, PageSection } from '@patternfly/react-core';
import { LinkButton } from '../../components/LinkButton';
import { streamsPath } from '../../components/paths';
import { useT } from '../../i18n/use-t';

/** That the form was opened by a link to a selection that this tab of the browser does not have. */
export const UnknownSelection = ({ namespace }: { readonly namespace: string | undefined }) => {
  const t = useT();
  return (
    <PageSection hasBodyWrapper={false}>
      <Alert
        component="h2"
        isInline
        variant="warning"
        title={t('Which ImageStreams were selected is not known here')}
        actionLinks={
          <LinkButton variant="link" isInline to={streamsPath(namespace)}>
            {t('Select them in the list')}
          </LinkButton>
        }
      >
        {t(
          'A link has no room for more than a hundred ImageStreams. Only the tab of the browser in which they were selected knows them, until others are selected there. Select them again, or offer all below and choose among them by names and labels.',
        )}
      </Alert>
    </PageSection>
  );
};
