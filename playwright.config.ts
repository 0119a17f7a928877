import { defineConfig } from '@playwright/test';
import type { StoryOptions } from './integration-tests/stories/story';
import { findBrowser } from './local/test/browser';

/** What the stories run on: STORIES_CLUSTER=control-plane, or the embedded cluster. */
const onControlPlane = process.env.STORIES_CLUSTER === 'control-plane';

// Two of their own, so that the stories can run on both clusters at once.
const port = Number(process.env.STORIES_PORT ?? (onControlPlane ? 9322 : 9321));

// Processes must start there for a trigger to become ready; what the plugin promises is asserted anyway.
const patience = onControlPlane ? 2 : 1;

/**
 * A console that runs already, such as OpenShift's own, in front of the cluster that `npm start` has
 * started on STORIES_PORT.
 */
const otherConsole = process.env.STORIES_CONSOLE;

const start = `node_modules/.bin/tsx local/start.ts --port ${port}`;

export default defineConfig<StoryOptions>({
  testDir: 'integration-tests/stories',
  // The states are told by faults of an embedded cluster that each of their workers starts.
  testIgnore: onControlPlane ? '**/states/**' : [],
  outputDir: onControlPlane ? 'test-results/control-plane' : 'test-results/embedded',
  reporter: 'list',
  timeout: patience * 90_000,
  // Only what fails waits so long: a machine that does much else is slow, and not wrong.
  expect: { timeout: patience * 20_000 },
  forbidOnly: true,
  fullyParallel: true,
  workers: 3,
  use: {
    baseURL: otherConsole ?? `http://127.0.0.1:${port}`,
    clusterPort: port,
    isOtherConsole: otherConsole !== undefined,
    viewport: { width: 1440, height: 900 },
    // A trace of every story takes a third of the time of all; `--trace retain-on-failure` asks for it.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findBrowser(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer:
    otherConsole === undefined
      ? {
          command: onControlPlane ? `${start} --control-plane` : start,
          url: `http://127.0.0.1:${port}`,
          // What the control plane is made of is built before it starts; if that is the first time, slowly.
          timeout: onControlPlane ? 3_600_000 : 120_000,
          gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
          // What it waits for, and why it ends.
          stdout: 'pipe',
        }
      : undefined,
});
