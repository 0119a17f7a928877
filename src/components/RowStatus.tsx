import type { AnyRow } from '../domain/found-chain/found-row';
import { useT } from '../i18n/use-t';
import { PushStatusLabel } from './PushStatusLabel';
import { evidenceOf } from './row-evidence';

/** What became of a push; of the run of a found chain, what that proves. */
export const RowStatus = ({ row }: { readonly row: AnyRow }) => {
  const t = useT();
  return <PushStatusLabel status={row.status} evidence={evidenceOf(t, row)} />;
};
