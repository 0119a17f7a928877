import { Switch, ToolbarItem } from '@patternfly/react-core';
import { useT } from '../i18n/use-t';
import { useQuery } from './use-query';

/** Whether pushes that never were a trigger's business are shown, too: kept in the URL as `quiet`. */
export const QuietSwitch = () => {
  const t = useT();
  const query = useQuery();
  return (
    <ToolbarItem alignSelf="center">
      <Switch
        id="image-triggers-quiet"
        label={t('Pushes that needed no run')}
        isChecked={query.get('quiet') === 'yes'}
        onChange={(_, checked) => query.set({ quiet: checked ? 'yes' : '', page: '' })}
      />
    </ToolbarItem>
  );
};
