import { isFoundRow, isPushUnknown } from '../domain/found-chain/found-row';
import type { AnyRow } from '../domain/found-chain/found-row';
import { foundRunText } from '../i18n/found-chain-text';
import { useT } from '../i18n/use-t';
import type { Translate } from '../i18n/use-t';
import { durationText } from './duration';
import { PushStatusLabel } from './PushStatusLabel';

/** How long after its push the run came and ended; undefined where either is not known. */
const hopsText = (t: Translate, row: AnyRow): string | undefined => {
  const { created, run } = row;
  if (!run || isPushUnknown(row)) return undefined;
  const started = durationText(t, created, run.createdAt);
  const finished = durationText(t, created, run.finishedAt);
  if (started === undefined) return undefined;
  return finished === undefined
    ? t('Created {{started}} after the push.', { started })
    : t('Created {{started}} after the push, finished {{finished}} after it.', {
        started,
        finished,
      });
};

/** What became of a push; of the run of a found chain, what that proves. */
export const RowStatus = ({ row }: { readonly row: AnyRow }) => {
  const t = useT();
  return (
    <PushStatusLabel
      status={row.status}
      explanation={isFoundRow(row) ? foundRunText(t, row) : undefined}
      details={[hopsText(t, row), row.run?.message].filter((text) => text !== undefined)}
    />
  );
};
