/** Resolves before the next frame is drawn. */
export const frame = (): Promise<number> => new Promise(requestAnimationFrame);

/** How a page kept up with something, frame by frame: milliseconds. */
export interface FrameRecord {
  /** From each frame to the next one. */
  readonly frames: readonly number[];
  /** How long each task took that took 50 ms and more. */
  readonly longTasks: readonly number[];
  /** Each value that was seen for the first time, with the time of the epoch. */
  readonly seen: readonly (readonly [value: number, at: number])[];
}

/**
 * Records every frame, and when a number on the page changes.
 * @returns what ends it
 */
export const recordFrames = (look: () => number | undefined): (() => FrameRecord) => {
  const frames: number[] = [];
  const longTasks: number[] = [];
  const seen: [number, number][] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  });
  observer.observe({ type: 'longtask' });
  let last = performance.now();
  let handle = 0;
  const next = (): void => {
    const now = performance.now();
    frames.push(now - last);
    last = now;
    const value = look();
    if (value !== undefined && value !== seen.at(-1)?.[0]) seen.push([value, Date.now()]);
    handle = requestAnimationFrame(next);
  };
  handle = requestAnimationFrame(next);
  return () => {
    cancelAnimationFrame(handle);
    observer.disconnect();
    return { frames, longTasks, seen };
  };
};
