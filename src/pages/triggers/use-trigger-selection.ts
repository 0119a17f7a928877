import { useMemo } from 'react';
import { useSelection } from '../../components/use-selection';
import type { Selecting, Selection } from '../../components/use-selection';
import { useDenied } from '../../cluster/use-access';
import { useT } from '../../i18n/use-t';
import { triggerKind } from '../../k8s/trigger';
import { rowKeyOf } from './trigger-row';
import type { ManagedRow, TriggerRow } from './trigger-row';

/** Lets the user select image triggers that they may change; chains that were found are read-only. */
export const useTriggerSelection = (
  rows: readonly TriggerRow[],
): Selection<TriggerRow, ManagedRow> => {
  const t = useT();
  const namespaces = rows.flatMap((row) => (row.origin === 'managed' ? row.trigger.namespace : []));
  const denied = useDenied(
    [...new Set(namespaces)].map((namespace) => ({ kind: triggerKind, verb: 'patch', namespace })),
  );
  const selecting = useMemo(
    (): Selecting<TriggerRow, ManagedRow> => ({
      isOffered: (row): row is ManagedRow =>
        row.origin === 'managed' &&
        denied?.every(({ namespace }) => namespace !== row.trigger.namespace) !== false,
      keyOf: rowKeyOf,
      labelOf: ({ trigger: { name, namespace } }) =>
        t('Select image trigger {{name}} in project {{project}}', { name, project: namespace }),
    }),
    [denied, t],
  );
  return useSelection(rows, selecting);
};
