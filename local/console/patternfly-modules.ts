import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Modules of PatternFly that the plugin may use and console 4.22 itself does not, so that the
 * console has none to share (openshift/console release-4.22, imports of frontend).
 */
const unknownToConsole = new Set([
  '@patternfly/react-core/dist/dynamic/components/ProgressStepper',
  '@patternfly/react-core/dist/dynamic/components/Wizard',
  '@patternfly/react-icons/dist/dynamic/icons/history-icon',
]);

const importPattern = /import \{([^}]*)\} from '(@patternfly\/react-(?:core|icons|table))'/g;

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.spec\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));

/** The module of each name that a package exports, as the plugin's build finds it. */
const modulesByName = (root: string, packageName: string): ReadonlyMap<string, string> => {
  const file = join(root, 'node_modules', packageName, 'dist/dynamic-modules.json');
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(
    Object.entries(parsed ?? {}).map(([name, path]) => [name, `${packageName}/${String(path)}`]),
  );
};

/**
 * The modules of PatternFly that the console shares with the plugin: it shares, module by module,
 * all that it uses itself, and those that the plugin does not ask for make no difference
 * (openshift/console frontend/webpack.config.ts getWebpackSharedModules).
 *
 * @returns their names, such as `@patternfly/react-core/dist/dynamic/components/Alert`
 */
export const sharedPatternFlyModules = (root: string): readonly string[] => {
  const packages = new Map<string, ReadonlyMap<string, string>>();
  const found = sourcesIn(join(root, 'src'))
    .flatMap((text) => [...text.matchAll(importPattern)])
    .flatMap(([, names = '', packageName = '']) => {
      const modules = packages.get(packageName) ?? modulesByName(root, packageName);
      packages.set(packageName, modules);
      return names.split(',').map((name) => modules.get(name.trim().split(' ')[0] ?? ''));
    })
    .filter((module) => module !== undefined);
  return [...new Set(found)].filter((module) => !unknownToConsole.has(module)).sort();
};
