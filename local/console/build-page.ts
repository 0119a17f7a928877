import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { sharedPatternFlyModules } from './patternfly-modules';

const extensions = ['.ts', '.tsx'];
const modulesFolder = join(__dirname, 'modules');

/** The packages whose versions a plugin's container compares with what it was built for. */
const sharedPackages = [
  '@openshift-console/dynamic-plugin-sdk',
  '@openshift/dynamic-plugin-sdk',
  '@patternfly/react-core',
  '@patternfly/react-icons',
  '@patternfly/react-table',
  '@patternfly/react-topology',
  'react',
  'react-i18next',
  'react-redux',
  'react-router',
  'redux',
  'redux-thunk',
];

/** The file that stands in for a module of the console (`@console/...`), as the SDK asks for it. */
const consoleModule = (path: string): string =>
  extensions
    .map((extension) => join(modulesFolder, `${path}${extension}`))
    .find((file) => existsSync(file)) ?? join(modulesFolder, 'not-offered.cjs');

const consoleModules: Plugin = {
  name: 'console-modules',
  setup: (esbuild) => {
    // PatternFly's styles are served as they are, for the plugin too.
    esbuild.onLoad({ filter: /react-styles\/.*\.css$/ }, () => ({ contents: '', loader: 'css' }));
    esbuild.onResolve({ filter: /^@console\// }, ({ path }) => ({
      path: consoleModule(path.slice('@console/'.length)),
    }));
  },
};

/** The virtual module `virtual:patternfly-modules`: what the console shares of PatternFly, by its name. */
const patternFlyModules = (root: string): Plugin => ({
  name: 'patternfly-modules',
  setup: (esbuild) => {
    esbuild.onResolve({ filter: /^virtual:patternfly-modules$/ }, ({ path }) => ({
      path,
      namespace: 'patternfly-modules',
    }));
    esbuild.onLoad({ filter: /.*/, namespace: 'patternfly-modules' }, () => {
      const names = sharedPatternFlyModules(root);
      const imports = names.map((name, index) => `import * as m${index} from '${name}';`);
      const entries = names.map((name, index) => `'${name}': m${index},`);
      return {
        contents: [...imports, 'export const patternFlyModules = {', ...entries, '};'].join('\n'),
        resolveDir: root,
      };
    });
  },
});

const versionOf = (root: string, name: string): string => {
  const manifest: unknown = JSON.parse(
    readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'),
  );
  const hasVersion = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return hasVersion ? String(manifest.version) : '0.0.0';
};

/**
 * Bundles the page of the local console.
 *
 * @param root the folder of the repository
 * @param outputFolder where page.js and page.css go
 */
export const buildPage = async (root: string, outputFolder: string): Promise<void> => {
  await build({
    entryPoints: { page: join(__dirname, 'page/main.tsx') },
    outdir: outputFolder,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    sourcemap: true,
    // A browser parses it anew for every page of every story.
    minify: true,
    // The name of an error class is part of what it prints.
    keepNames: true,
    // Not needed: margins of the SDK's status icons.
    loader: { '.scss': 'empty' },
    define: {
      'process.env.NODE_ENV': '"production"',
      __SHARED_VERSIONS__: JSON.stringify(
        Object.fromEntries(sharedPackages.map((name) => [name, versionOf(root, name)])),
      ),
    },
    plugins: [consoleModules, patternFlyModules(root)],
    logLevel: 'warning',
  });
};
