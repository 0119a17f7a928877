import { defineConfig } from '@playwright/test';

const port = Number(process.env.STORIES_PORT ?? 9321);

export default defineConfig({
  testDir: 'integration-tests/stories',
  outputDir: 'test-results',
  reporter: 'list',
  timeout: 90_000,
  // Only what fails waits so long: a machine that does much else is slow, and not wrong.
  expect: { timeout: 20_000 },
  forbidOnly: true,
  workers: 2,
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM,
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
  webServer: {
    command: `node_modules/.bin/tsx local/start.ts --port ${port}`,
    url: `http://127.0.0.1:${port}`,
    timeout: 120_000,
  },
});
