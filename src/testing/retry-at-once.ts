let hurry: ReturnType<typeof setInterval> | undefined;

/**
 * Until the end of the test, the browser comes back online again and again, which ends every pause
 * between two attempts to reach the cluster.
 */
export const retryAtOnce = (): void => {
  hurry = setInterval(() => window.dispatchEvent(new Event('online')), 10);
};

afterEach(() => clearInterval(hurry));
