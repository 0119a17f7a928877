import { List, ListItem } from '@patternfly/react-core';
import { resourceKey } from '../domain/relay';
import type { Resource } from '../domain/relay';
import { resourceText } from '../i18n/resource-text';
import { useT } from '../i18n/use-t';

/** Objects by kind, name and namespace. */
export const ResourceNames = ({ resources }: { readonly resources: readonly Resource[] }) => {
  const t = useT();
  return (
    <List>
      {resources.map((resource) => (
        <ListItem key={resourceKey(resource)}>{resourceText(t, resource)}</ListItem>
      ))}
    </List>
  );
};
