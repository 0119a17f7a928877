import { useMemo } from 'react';
import { useSelection } from '../../components/use-selection';
import type { Selecting, Selection } from '../../components/use-selection';
import { streamKey } from '../../domain/push';
import type { StreamRow } from '../../domain/stream-row';
import { useT } from '../../i18n/use-t';

const none: readonly StreamRow[] = [];

/** All of them can be selected. */
const isRow = (row: StreamRow | undefined): row is StreamRow => row !== undefined;

/**
 * Lets the user select ImageStreams to create triggers for.
 * @param allowed whether the user may; undefined where nobody can say
 */
export const useStreamSelection = (
  rows: readonly StreamRow[],
  allowed: boolean | undefined,
): Selection<StreamRow, StreamRow> => {
  const t = useT();
  const selecting = useMemo(
    (): Selecting<StreamRow, StreamRow> => ({
      isOffered: isRow,
      keyOf: ({ ref }) => streamKey(ref),
      labelOf: ({ ref: { name, namespace } }) =>
        t('Select ImageStream {{name}} in project {{project}}', { name, project: namespace }),
    }),
    [t],
  );
  return useSelection(allowed === false ? none : rows, selecting);
};
