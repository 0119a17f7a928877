import { isFoundRow, isPushUnknown } from '../domain/found-chain/found-row';
import type { AnyRow } from '../domain/found-chain/found-row';
import { asSentence } from '../i18n/as-sentence';
import { foundRunText } from '../i18n/found-chain-text';
import { archivedText, statusMeaning } from '../i18n/status-text';
import type { Translate } from '../i18n/use-t';
import { durationText } from './duration';

/** How long after its push the run came and ended; undefined where either is not known. */
const latencyText = (t: Translate, row: AnyRow): string | undefined => {
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

/** What became of a push and how that is known: of the run of a found chain, what it proves. */
export const evidenceOf = (t: Translate, row: AnyRow): string[] => {
  const isArchived = !isFoundRow(row) && row.run?.isArchived === true;
  return [
    isFoundRow(row) ? foundRunText(t, row) : statusMeaning(t, row),
    latencyText(t, row),
    row.run?.message === undefined ? undefined : asSentence(row.run.message),
    isArchived ? archivedText(t) : undefined,
  ].filter((text) => text !== undefined);
};
