/** How long the SDK waits before it lists again after a watch has failed (app/k8s/actions/k8s). */
const retryMilliseconds = 15_000;

const setTimeout = window.setTimeout.bind(window);

/** Until the end of the test, the SDK tries a failed watch again at once. */
export const retryAtOnce = (): void => {
  const impatient = (handler: TimerHandler, milliseconds?: number, ...values: unknown[]): number =>
    setTimeout(handler, milliseconds === retryMilliseconds ? 0 : milliseconds, ...values);
  window.setTimeout = impatient as typeof window.setTimeout;
};

afterEach(() => {
  window.setTimeout = setTimeout;
});
