import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPage } from './build-page';
import { isStale } from './freshness';

/** What `npm start` serves. */
export interface Builds {
  pluginFolder: string;
  pageFolder: string;
}

const pluginSources = [
  'src',
  'locales',
  'console-extensions.json',
  'package.json',
  'webpack.config.ts',
];

// What the page shares of PatternFly is what the plugin's sources ask for.
const pageSources = ['local/console', 'src', 'package-lock.json'];

/** Only the names of a production build say `.min` (webpack.config.ts). */
const isMinified = (manifest: string): boolean =>
  existsSync(manifest) && readFileSync(manifest, 'utf8').includes('.min.js"');

/** @throws Error with webpack's output if the plugin does not build */
const buildPlugin = async (root: string, mode: string | undefined): Promise<void> => {
  const webpack = spawn(
    process.execPath,
    [
      join(root, 'node_modules/tsx/dist/cli.mjs'),
      join(root, 'node_modules/webpack/bin/webpack.js'),
    ],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...(mode !== undefined && { NODE_ENV: mode }) },
    },
  );
  const output: Buffer[] = [];
  webpack.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  webpack.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    webpack.on('error', reject);
    webpack.on('close', resolve);
  });
  if (code !== 0)
    throw new Error(`The plugin does not build:\n${Buffer.concat(output).toString()}`);
};

/** Where the builds are, whatever their age. */
export const buildsIn = (root: string): Builds => ({
  pluginFolder: join(root, 'dist'),
  pageFolder: join(root, '.build/console'),
});

/**
 * Builds the plugin and the page of the local console where they are missing or out of date.
 * With `forProduction`, a build for development is out of date, too.
 */
export const buildWhatIsStale = async (
  root: string,
  { forProduction = false }: { forProduction?: boolean } = {},
): Promise<Builds> => {
  const inRoot = (paths: readonly string[]) => paths.map((path) => join(root, path));
  const builds = buildsIn(root);
  const { pluginFolder, pageFolder } = builds;
  const manifest = join(pluginFolder, 'plugin-manifest.json');
  const bundle = join(pageFolder, 'page.js');
  const isPluginStale =
    isStale(manifest, inRoot(pluginSources)) || (forProduction && !isMinified(manifest));
  await Promise.all([
    isPluginStale ? buildPlugin(root, forProduction ? 'production' : undefined) : undefined,
    isStale(bundle, inRoot(pageSources)) ? buildPage(root, pageFolder) : undefined,
  ]);
  return builds;
};
