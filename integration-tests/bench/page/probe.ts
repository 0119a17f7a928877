/** What runs inside the page under measurement: `probe`, put there before the page's own scripts. */

export interface RawFetch {
  readonly milliseconds: number;
  readonly objects: number;
  readonly bytes: number;
}

/** How the first page of a complete list of ImageStreams looks. */
export interface ExpectedTable {
  /** How the address of its link in the navigation ends. */
  readonly link: string;
  readonly label: string;
  readonly total: number;
  /** Of so many rows one is bound, and shows what its last push started. */
  readonly boundOneOf: number;
}

/** Requests of one sort: times in milliseconds since the click. */
export interface Requests {
  readonly count: number;
  readonly bytes: number;
  readonly firstStart: number;
  readonly lastEnd: number;
}

export interface Visit {
  /** From the click to the frame after the one in which the table was complete. */
  readonly milliseconds: number;
  readonly requests: Readonly<Record<RequestSort, Requests>>;
  /** The sum of the tasks of 50 ms and more that kept the page from answering. */
  readonly longTasks: number;
}

const sorts = {
  code: (path: string) => path.startsWith('/api/plugins/'),
  'access reviews': (path: string) => path.includes('selfsubject'),
  imagestreams: (path: string) => path.includes('imagestreams'),
  'other requests': () => true,
} as const;

export type RequestSort = keyof typeof sorts;

/** The same list that the table needs, by the shortest way from the server to objects. */
const rawFetch = async (path: string): Promise<RawFetch> => {
  const started = performance.now();
  const text = await (await fetch(path)).text();
  const list = JSON.parse(text) as { items: unknown[] };
  const milliseconds = performance.now() - started;
  return { milliseconds, objects: list.items.length, bytes: new Blob([text]).size };
};

const cellsOf = (table: Element, title: string): string[] =>
  [...table.querySelectorAll(`tbody td[data-label="${title}"]`)].map((cell) => cell.textContent);

/** Rows that are not drawn yet must be out of sight. */
const fillsTheView = (table: Element): boolean => {
  const rest = table.querySelector('tbody tr[aria-hidden]');
  return !rest || rest.getBoundingClientRect().top > window.innerHeight;
};

const isComplete = ({ label, total, boundOneOf }: ExpectedTable): boolean => {
  const table = document.querySelector(`table[aria-label="${label}"]`);
  const pages = document.querySelector('.pf-v6-c-pagination')?.textContent ?? '';
  if (!table || !new RegExp(`of\\s*${total}(?!\\d)`).test(pages)) return false;
  const triggers = cellsOf(table, 'Triggers');
  const bound = Math.ceil(triggers.length / boundOneOf);
  const named = triggers.filter((text) => text !== '' && text !== 'Not bound');
  const results = cellsOf(table, 'Last result').filter((text) => text !== '');
  const isJoined = !triggers.includes('') && named.length === bound && results.length === bound;
  return isJoined && fillsTheView(table);
};

const frame = (): Promise<number> => new Promise(requestAnimationFrame);

const requestsSince = (click: number): Visit['requests'] => {
  const entries = performance
    .getEntriesByType('resource')
    .filter((entry) => entry instanceof PerformanceResourceTiming);
  const names = entries.map(({ name }) => {
    const { pathname } = new URL(name);
    return Object.entries(sorts).find(([, holds]) => holds(pathname))?.[0];
  });
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
    code: requestsOf('code'),
    'access reviews': requestsOf('access reviews'),
    imagestreams: requestsOf('imagestreams'),
    'other requests': requestsOf('other requests'),
  };
};

/** Clicks a link of the navigation and waits until the table that it leads to is complete. */
const visit = async (expected: ExpectedTable, patienceMs: number): Promise<Visit> => {
  const link = document.querySelector<HTMLElement>(`nav a[href$="${expected.link}"]`);
  if (!link) throw new Error(`The navigation has no link to ${expected.link}.`);
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
  while (!isComplete(expected)) {
    await frame();
    if (performance.now() - click > patienceMs) throw new Error('The table is not complete.');
  }
  await frame();
  const milliseconds = performance.now() - click;
  const requests = requestsSince(click);
  observer.disconnect();
  return { milliseconds, requests, longTasks };
};

declare global {
  interface Window {
    probe: { rawFetch: typeof rawFetch; visit: typeof visit };
  }
}

window.probe = { rawFetch, visit };
