import { useMemo } from 'react';
import { Alert, AlertActionLink, List, ListItem, StackItem } from '@patternfly/react-core';
import { ComparisonList } from '../../components/ComparisonList';
import type { NotCompared, SharedComparison } from '../../cluster/use-shared-objects';
import { pluginVersion } from '../../cluster/version';
import { differs } from '../../domain/comparison';
import type { Comparison } from '../../domain/comparison';
import type { ImageTrigger } from '../../domain/image-trigger';
import { compareTrigger } from '../../domain/trigger-comparison';
import { refText } from '../../i18n/resource-text';
import { useT } from '../../i18n/use-t';
import type { TriggerActions } from './use-trigger-actions';

const NewerNotice = ({ objects }: { readonly objects: readonly Comparison[] }) => {
  const t = useT();
  return (
    <Alert
      component="h2"
      isInline
      variant="info"
      title={t('Built by version {{builder}}, which is newer than this plugin ({{version}})', {
        builder: objects[0]?.builder ?? '',
        version: pluginVersion,
      })}
    >
      {t('Nothing is compared of what the newer version built: {{count}} objects.', {
        count: objects.length,
      })}
    </Alert>
  );
};

const DifferenceNotice = ({
  objects,
  builder = pluginVersion,
  onRepair,
}: {
  readonly objects: readonly Comparison[];
  readonly builder?: string;
  readonly onRepair: (action: 'repair' | 'upgrade') => void;
}) => {
  const t = useT();
  const outdated = objects.every(({ state }) => state === 'outdated');
  const { length: count } = objects;
  return (
    <Alert
      component="h2"
      isInline
      variant={outdated ? 'info' : 'warning'}
      title={
        builder === pluginVersion
          ? t('This version ({{version}}) would build {{count}} objects otherwise', {
              count,
              version: pluginVersion,
            })
          : t(
              'Built by version {{builder}}; this version ({{version}}) would build {{count}} objects otherwise',
              { count, version: pluginVersion, builder },
            )
      }
      actionLinks={
        <AlertActionLink onClick={() => onRepair(outdated ? 'upgrade' : 'repair')}>
          {outdated ? t('Upgrade the trigger') : t('Repair the trigger')}
        </AlertActionLink>
      }
    >
      <p>{t('Nothing is changed by itself: the trigger goes on as it is.')}</p>
      <ComparisonList objects={objects} />
    </Alert>
  );
};

const NotComparedNotice = ({ objects }: { readonly objects: readonly NotCompared[] }) => {
  const t = useT();
  return (
    <Alert
      component="h2"
      isInline
      isPlain
      isExpandable
      variant="info"
      title={t('{{count}} shared objects cannot be read, so they are not compared', {
        count: objects.length,
      })}
    >
      <List>
        {objects.map(({ ref, problem }) => (
          <ListItem key={`${ref.kind.plural} ${ref.name}`}>
            {refText(t, ref)}: {problem.message}
          </ListItem>
        ))}
      </List>
    </Alert>
  );
};

/**
 * Where the objects of a trigger are not what this version of the plugin would build, as items of a
 * stack.
 */
export const BuilderNotices = ({
  trigger,
  shared,
  start,
}: {
  readonly trigger: ImageTrigger;
  /** undefined until it is known. */
  readonly shared: SharedComparison | undefined;
} & Pick<TriggerActions, 'start'>) => {
  const own = useMemo(() => compareTrigger(trigger, pluginVersion), [trigger]);
  const compared = [...own, ...(shared?.compared ?? [])];
  const different = compared.filter(differs);
  const newer = compared.filter(({ state }) => state === 'newer');
  return (
    <>
      {newer.length > 0 && (
        <StackItem>
          <NewerNotice objects={newer} />
        </StackItem>
      )}
      {different.length > 0 && (
        <StackItem>
          <DifferenceNotice
            objects={different}
            builder={trigger.builder}
            onRepair={(action) => start(action, trigger)}
          />
        </StackItem>
      )}
      {shared && shared.notCompared.length > 0 && (
        <StackItem>
          <NotComparedNotice objects={shared.notCompared} />
        </StackItem>
      )}
    </>
  );
};
