import { useState } from 'react';
import { useQuery } from '../../components/use-query';
import { parseTimeRange } from '../../domain/time-range';

/** Where the range of the URL begins, in milliseconds since 1970; of all time, at minus infinity. */
export const useRangeStart = (): number => {
  const range = useQuery().get('range');
  const [opened] = useState(() => new Date());
  return parseTimeRange(range, opened)?.from ?? -Infinity;
};
