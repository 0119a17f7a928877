import type { Page } from '@playwright/test';

/** How much of the page's JavaScript heap is in use after everything unreachable is gone: bytes. */
export const usedHeap = async (page: Page): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  try {
    // What weak references held goes with the second collection.
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return usedSize;
  } finally {
    await session.detach();
  }
};
