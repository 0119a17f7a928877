import { Alert, List, ListItem } from '@patternfly/react-core';
import { useT } from '../../../i18n/use-t';

/** What a trigger for all Images of the cluster costs, and what it misses. */
export const AnyImageWarning = () => {
  const t = useT();
  return (
    <Alert
      component="h3"
      isInline
      variant="warning"
      title={t('Every image that is new to the cluster starts a run')}
    >
      <List>
        <ListItem>
          {t(
            'Also those of OpenShift itself and of every other project: name the repositories that you mean.',
          )}
        </ListItem>
        <ListItem>
          {t(
            'An image is new once. A rollback, a retag and a push of an image that any ImageStream has had before start nothing: for these, create a trigger for the ImageStream.',
          )}
        </ListItem>
        <ListItem>
          {t(
            'The run knows the image and its repository, but neither the tag nor the ImageStream that it was pushed to.',
          )}
        </ListItem>
        <ListItem>
          {t(
            'Its event source reads the Images of all projects: only cluster admins can create it.',
          )}
        </ListItem>
      </List>
    </Alert>
  );
};
