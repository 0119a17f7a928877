import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { startShop } from '../cluster/shop';
import { buildWhatIsStale } from '../console/build';
import { startConsole } from '../console/server';
import type { RunningConsole } from '../console/server';
import { findBrowser } from './browser';

/** What the plugin may load until its first page is there, whichever that is: compressed bytes. */
const mostBytes = 150_000;

const root = join(__dirname, '../..');
const plugin = 'image-triggers-plugin';
const pluginPath = `/api/plugins/${plugin}/`;

/** The pages of the plugin that are there without any object. */
const pages = [
  'image-triggers-overview',
  'image-triggers-streams',
  'image-triggers',
  'image-triggers-history',
  'image-triggers-validation',
  'image-triggers/~new',
] as const;

/** As the plugin's web server compresses (charts/image-triggers-plugin/files/nginx.conf). */
const compressedSize = (file: string): number =>
  gzipSync(readFileSync(file), { level: 6 }).byteLength;

/**
 * The plugin's files that a fresh browser loads until a page has come to rest. The local console
 * shares what the console shares, so they are those that the console would load.
 */
const filesOf = async (browser: Browser, url: string): Promise<string[]> => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const files = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith(pluginPath)) files.add(pathname.slice(pluginPath.length));
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await context.close();
  return [...files];
};

const check = async (
  browser: Browser,
  { url }: RunningConsole,
  folder: string,
): Promise<boolean> => {
  let isSmall = true;
  for (const page of pages) {
    const loaded = await filesOf(browser, `${url}/k8s/all-namespaces/${page}`);
    // What the installation says in a file of its own is no code.
    const files = loaded.filter((file) => existsSync(join(folder, file)));
    const sizes = files.map((file) => [file, compressedSize(join(folder, file))] as const);
    const total = sizes.reduce((sum, [, size]) => sum + size, 0);
    // The manifest and the entry alone are no page: then nothing was measured.
    const isMeasured = files.length > 2;
    console.log(`${page}: ${total} bytes in ${files.length} files, at most ${mostBytes}`);
    if (isMeasured && total <= mostBytes) continue;
    isSmall = false;
    for (const [file, size] of sizes)
      console.log(`  ${String(size).padStart(7)}  ${basename(file)}`);
  }
  return isSmall;
};

/** Checks the size of the plugin's code before its first page, as a browser loads it. */
const main = async (): Promise<void> => {
  const { pluginFolder, pageFolder } = await buildWhatIsStale(root, { forProduction: true });
  const shop = await startShop();
  const running = await startConsole({
    apiServer: {
      url: shop.url,
      users: [{ name: 'admin', credentials: () => Promise.resolve({ token: 'admin-token' }) }],
    },
    plugin: { name: plugin, folder: pluginFolder },
    pageFolder,
    nodeModules: join(root, 'node_modules'),
    port: 0,
    canPush: false,
    cluster: 'Embedded cluster',
  });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  try {
    const isSmall = await check(browser, running, pluginFolder);
    process.exitCode = isSmall ? 0 : 1;
  } finally {
    await browser.close();
    await running.close();
    await shop.close();
  }
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
