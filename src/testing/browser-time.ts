/** All that jest can fake but the Date: timers and the network go on as ever. */
const realAsEver = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'requestIdleCallback',
  'cancelIdleCallback',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

/** Lets the browser's clock, not the cluster's, be ahead until the end of the test: it stands still. */
export const aheadBy = (seconds: number): void => {
  const now = Date.now() + seconds * 1000;
  jest.useFakeTimers({ now, doNotFake: [...realAsEver] });
};

afterEach(() => jest.useRealTimers());
