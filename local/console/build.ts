import { spawn } from 'node:child_process';
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

const pageSources = ['local/console', 'package-lock.json'];

/** @throws Error with webpack's output if the plugin does not build */
const buildPlugin = async (root: string): Promise<void> => {
  const webpack = spawn(
    process.execPath,
    [
      join(root, 'node_modules/tsx/dist/cli.mjs'),
      join(root, 'node_modules/webpack/bin/webpack.js'),
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
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

/** Builds the plugin and the page of the local console where they are missing or out of date. */
export const buildWhatIsStale = async (root: string): Promise<Builds> => {
  const inRoot = (paths: readonly string[]) => paths.map((path) => join(root, path));
  const pluginFolder = join(root, 'dist');
  const pageFolder = join(root, '.build/console');
  const manifest = join(pluginFolder, 'plugin-manifest.json');
  const bundle = join(pageFolder, 'page.js');
  await Promise.all([
    isStale(manifest, inRoot(pluginSources)) ? buildPlugin(root) : undefined,
    isStale(bundle, inRoot(pageSources)) ? buildPage(root, pageFolder) : undefined,
  ]);
  return { pluginFolder, pageFolder };
};
