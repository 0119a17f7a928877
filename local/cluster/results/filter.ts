import { CelScalar, celEnv, isCelError, parse, plan } from '@bufbuild/cel';
import { celMapOf } from '../chain/cel/input';
import type { KeptRecord } from './records';

const { DYN, STRING } = CelScalar;

/** What a filter of records can name (tektoncd/results pkg/api/server/cel/env.go NewRecordsEnv). */
const env = celEnv({ variables: { parent: STRING, name: STRING, data_type: STRING, data: DYN } });

export const recordNameOf = ({ parent, uid }: KeptRecord): string =>
  `${parent}/results/${uid}/records/${uid}`;

/**
 * The records for which a filter is true; all of them where it is empty. Results turns it into SQL,
 * for which a field that is not there is no error: nothing is equal to it.
 *
 * @throws Error for a filter that does not parse
 */
export const filterOf = (expression: string): ((record: KeptRecord) => boolean) => {
  if (expression.trim() === '') {
    return () => true;
  }
  const program = plan(env, parse(expression));
  return (record) => {
    const result = program({
      parent: record.parent,
      name: recordNameOf(record),
      data_type: record.type,
      data: celMapOf({ ...record.object }),
    });
    return !isCelError(result) && result === true;
  };
};
