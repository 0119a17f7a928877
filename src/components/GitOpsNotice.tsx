import { Alert, List, ListItem } from '@patternfly/react-core';
import type { GitOpsGroup } from '../domain/gitops';
import { gitOpsDeedText, gitOpsOwnerText } from '../i18n/gitops-text';
import type { GitOpsDeed } from '../i18n/gitops-text';
import { refText } from '../i18n/resource-text';
import { useT } from '../i18n/use-t';
import { OpeningSection } from './OpeningSection';

const GroupObjects = ({
  group: { owner, objects },
  isOnly,
}: {
  readonly group: GitOpsGroup;
  readonly isOnly: boolean;
}) => {
  const t = useT();
  return (
    <OpeningSection
      title={
        isOnly
          ? t('{{count}} objects', { count: objects.length })
          : t('{{count}} objects of {{owner}}', {
              count: objects.length,
              owner: gitOpsOwnerText(t, owner),
            })
      }
    >
      {() => (
        <List>
          {objects.map((ref) => (
            <ListItem key={`${ref.kind.plural} ${ref.namespace ?? ''}/${ref.name}`}>
              {refText(t, ref)}
            </ListItem>
          ))}
        </List>
      )}
    </OpeningSection>
  );
};

/** That a GitOps tool applies objects, and what this means for what somebody is about to do. */
export const GitOpsNotice = ({
  groups,
  deed,
}: {
  /** At least one. */
  readonly groups: readonly GitOpsGroup[];
  readonly deed: GitOpsDeed;
}) => {
  const t = useT();
  const owners = groups.map(({ owner }) => gitOpsOwnerText(t, owner)).join(', ');
  const isOfShared = deed === 'edit-beside' || deed === 'look-at-shared' || deed === 'create';
  // To be managed is no trouble; what undoes or doubles a deed is.
  const isHarmless = deed === 'look' || deed === 'edit-beside' || deed === 'look-at-shared';
  const title = isOfShared
    ? t('The event source and listener are managed by {{owners}}', { owners })
    : t('Managed by {{owners}}', { owners });
  return (
    <Alert component="h2" isInline variant={isHarmless ? 'info' : 'warning'} title={title}>
      <p>{gitOpsDeedText[deed](t)}</p>
      {groups.map((group) => (
        <GroupObjects
          key={gitOpsOwnerText(t, group.owner)}
          group={group}
          isOnly={groups.length === 1}
        />
      ))}
    </Alert>
  );
};
