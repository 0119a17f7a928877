import { join } from 'node:path';
import { ConsoleRemotePlugin } from '@openshift-console/dynamic-plugin-sdk-webpack';
import CopyPlugin from 'copy-webpack-plugin';
import type { Configuration } from 'webpack';

const swcLoader = {
  loader: 'swc-loader',
  options: {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
      target: 'es2022',
    },
  },
};

/**
 * Builds the plugin into `dist`: for development, or for production with `--mode production` or
 * `NODE_ENV=production`. There is no entry: ConsoleRemotePlugin makes the container from
 * `exposedModules` in package.json and from console-extensions.json.
 */
const config = (
  _env: unknown,
  { mode = process.env.NODE_ENV }: { mode?: string },
): Configuration => {
  const production = mode === 'production';
  // ConsoleRemotePlugin gives its entry script a hashed name by this, not by webpack's mode.
  if (production) process.env.NODE_ENV = 'production';
  // Names carry the hash of their content, so that a server can let them be cached for ever.
  const name = (extension: string): string =>
    production ? `[name]-[contenthash].min.${extension}` : `[name].${extension}`;
  return {
    mode: production ? 'production' : 'development',
    context: __dirname,
    entry: {},
    output: {
      path: join(__dirname, 'dist'),
      filename: name('js'),
      chunkFilename: name('js'),
      cssFilename: name('css'),
      cssChunkFilename: name('css'),
      clean: true,
    },
    resolve: { extensions: ['.ts', '.tsx', '.js', '.jsx'] },
    experiments: { css: true },
    module: {
      rules: [
        { test: /\.tsx?$/, exclude: /node_modules/, use: swcLoader },
        // The library does not say so itself: then its parser is with every page that writes YAML.
        { test: /[\\/]node_modules[\\/]yaml[\\/]/, sideEffects: false },
      ],
    },
    plugins: [
      new ConsoleRemotePlugin(),
      new CopyPlugin({ patterns: [{ from: 'locales', to: 'locales' }] }),
    ],
    devtool: production ? false : 'source-map',
    optimization: { chunkIds: production ? 'deterministic' : 'named', minimize: production },
    performance: { hints: false },
  };
};

export default config;
