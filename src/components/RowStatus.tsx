import { isFoundRow } from '../domain/found-chain/found-row';
import type { AnyRow } from '../domain/found-chain/found-row';
import { foundRunText } from '../i18n/found-chain-text';
import { useT } from '../i18n/use-t';
import { PushStatusLabel } from './PushStatusLabel';

/** What became of a push; of the run of a found chain, what that proves. */
export const RowStatus = ({ row }: { readonly row: AnyRow }) => {
  const t = useT();
  return (
    <PushStatusLabel
      status={row.status}
      explanation={isFoundRow(row) ? foundRunText(t, row) : undefined}
      detail={row.run?.message}
    />
  );
};
