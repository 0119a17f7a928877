import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import type { ApiServer } from '../../local/console/api-server';
import { buildWhatIsStale } from '../../local/console/build';
import { startConsole } from '../../local/console/server';
import { findBrowser } from '../../local/test/browser';

const root = join(__dirname, '../..');

const scriptOf = async (probe: string): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, 'page', probe)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  return outputFiles[0]?.text ?? '';
};

/** The console in front of a cluster. */
export interface ConsoleOptions {
  readonly apiServer: Pick<ApiServer, 'url' | 'ca'>;
  /** Of the admin, as whom the page is seen. */
  readonly token: string;
  /** What the masthead says. */
  readonly cluster: string;
  /** The file in `page` of what runs inside the page under measurement. */
  readonly probe: string;
}

/** A page of the console's own, so that neither the plugin's code nor any list of it is there yet. */
const startPath = '/k8s/all-namespaces/tekton.dev~v1~Pipeline';

/** Opens a page of the console that has nothing of the plugin yet but its links, one of them this. */
export const openStartPage = async (page: Page, linkEnd: string): Promise<void> => {
  await page.goto(startPath, { waitUntil: 'networkidle' });
  await page.getByRole('grid', { name: 'Pipelines' }).waitFor();
  await page.locator(`nav a[href$="${linkEnd}"]`).waitFor({ state: 'attached' });
};

/** Does something with a page of the console, built for production. */
export const withConsolePage = async (
  { apiServer, token, cluster, probe }: ConsoleOptions,
  action: (page: Page, browserVersion: string) => Promise<void>,
): Promise<void> => {
  const { pluginFolder, pageFolder } = await buildWhatIsStale(root, { forProduction: true });
  const running = await startConsole({
    apiServer: {
      ...apiServer,
      users: [{ name: 'admin', credentials: () => Promise.resolve({ token }) }],
    },
    plugin: { name: 'image-triggers-plugin', folder: pluginFolder },
    pageFolder,
    nodeModules: join(root, 'node_modules'),
    port: 0,
    canPush: false,
    cluster,
  });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({
      baseURL: running.url,
      viewport: { width: 1440, height: 900 },
    });
    await page.addInitScript(await scriptOf(probe));
    await action(page, browser.version());
  } finally {
    await browser.close();
    await running.close();
  }
};
