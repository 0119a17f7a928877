import { ToolbarItem } from '@patternfly/react-core';
import type { Grouping } from '../domain/push-groups';
import { groupingText } from '../i18n/group-text';
import { useT } from '../i18n/use-t';
import { ToolbarSelect } from './ToolbarSelect';
import { useQuery } from './use-query';

/** What the pushes are grouped by: kept in the URL as `group`. */
export const GroupSelect = ({
  groupings,
  chosen,
}: {
  readonly groupings: readonly Grouping[];
  readonly chosen: Grouping | undefined;
}) => {
  const t = useT();
  const query = useQuery();
  const none = { value: '', title: t('None') };
  const choices = groupings.map((value) => ({ value, title: groupingText[value](t) }));
  const name = t('Group by: {{what}}', {
    what: chosen === undefined ? none.title : groupingText[chosen](t),
  });
  return (
    <ToolbarItem>
      <ToolbarSelect
        label={t('Group by')}
        choices={[none, ...choices]}
        value={chosen ?? ''}
        // Groups have other columns than pushes, and other pages.
        onChoose={(group) => query.set({ group, sort: '', page: '' })}
        shown={chosen === undefined ? t('Group by') : name}
        name={name}
      />
    </ToolbarItem>
  );
};
