import type { RequestSort, Visit } from './page/visit';
import type { Series } from './report';

/** What a page asks for, sort by sort, and what it does with the answers. */
export const requestSeries = (
  visits: readonly Visit[],
  sorts: readonly RequestSort[],
): Series[] => {
  const ofSort = (sort: RequestSort): Series[] => {
    const own = visits.map(({ requests }) => requests[sort]);
    return [
      { title: `  ${sort}: requests`, values: own.map(({ count }) => count), unit: '' },
      { title: `  ${sort}: size`, values: own.map(({ bytes }) => bytes / 1000), unit: 'kB' },
      {
        title: `  ${sort}: first sent`,
        values: own.map(({ firstStart }) => firstStart),
        unit: 'ms',
      },
      {
        title: `  ${sort}: last answered`,
        values: own.map(({ lastEnd }) => lastEnd),
        unit: 'ms',
      },
    ];
  };
  const afterLastAnswer = visits.map(
    ({ milliseconds, requests }) =>
      milliseconds - Math.max(...Object.values(requests).map(({ lastEnd }) => lastEnd)),
  );
  return [
    ...sorts.flatMap(ofSort),
    { title: '  after the last answer', values: afterLastAnswer, unit: 'ms' },
    {
      title: '  tasks of 50 ms and more',
      values: visits.map(({ longTasks }) => longTasks),
      unit: 'ms',
    },
  ];
};
