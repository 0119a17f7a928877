import { frame } from './frames';

/** Requests of one sort: times in milliseconds since the click. */
export interface Requests {
  readonly count: number;
  readonly bytes: number;
  readonly firstStart: number;
  readonly lastEnd: number;
}

export interface Visit {
  /** From the click to the frame after the one in which the page was complete. */
  readonly milliseconds: number;
  readonly requests: Readonly<Record<RequestSort, Requests>>;
  /** Paths of the lists that the page has asked for, with their queries. */
  readonly lists: readonly string[];
  /** The sum of the tasks of 50 ms and more that kept the page from answering. */
  readonly longTasks: number;
}

const sorts = {
  code: (path: string) => path.startsWith('/api/plugins/'),
  'access reviews': (path: string) => path.includes('selfsubject'),
  imagestreams: (path: string) => path.endsWith('/imagestreams'),
  pipelineruns: (path: string) => path.endsWith('/pipelineruns'),
  'other requests': () => true,
} as const;

export type RequestSort = keyof typeof sorts;

const requestsSince = (click: number): Pick<Visit, 'requests' | 'lists'> => {
  // A font that the first digest asks for keeps nothing from being shown.
  const entries = performance
    .getEntriesByType('resource')
    .filter((entry) => entry instanceof PerformanceResourceTiming)
    .filter(({ name }) => new URL(name).pathname.startsWith('/api/'));
  const urls = entries.map(({ name }) => new URL(name));
  const names = urls.map(
    ({ pathname }) => Object.entries(sorts).find(([, holds]) => holds(pathname))?.[0],
  );
  const requestsOf = (sort: RequestSort): Requests => {
    const own = entries.filter((_, index) => names[index] === sort);
    return {
      count: own.length,
      bytes: own.reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0),
      firstStart: Math.min(...own.map(({ startTime }) => startTime)) - click,
      lastEnd: Math.max(...own.map(({ responseEnd }) => responseEnd)) - click,
    };
  };
  return {
    requests: {
      code: requestsOf('code'),
      'access reviews': requestsOf('access reviews'),
      imagestreams: requestsOf('imagestreams'),
      pipelineruns: requestsOf('pipelineruns'),
      'other requests': requestsOf('other requests'),
    },
    // Only the lists of the plugin ask for whatever the server has.
    lists: urls
      .filter(({ searchParams }) => searchParams.get('resourceVersion') === '0')
      .map(({ pathname, search }) => `${pathname}${search}`),
  };
};

/**
 * Clicks a link of the navigation and waits until the page that it leads to is complete.
 * @param linkEnd how the address of the link ends
 */
export const visitUntil = async (
  linkEnd: string,
  isComplete: () => boolean,
  patienceMs: number,
): Promise<Visit> => {
  const link = document.querySelector<HTMLElement>(`nav a[href$="${linkEnd}"]`);
  if (!link) throw new Error(`The navigation has no link to ${linkEnd}.`);
  performance.setResourceTimingBufferSize(5000);
  performance.clearResourceTimings();
  let longTasks = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks += duration;
  });
  observer.observe({ type: 'longtask' });
  await frame();
  const click = performance.now();
  link.click();
  while (!isComplete()) {
    await frame();
    if (performance.now() - click > patienceMs) throw new Error('The page is not complete.');
  }
  await frame();
  const milliseconds = performance.now() - click;
  observer.disconnect();
  return { milliseconds, longTasks, ...requestsSince(click) };
};
