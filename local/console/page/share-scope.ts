/** Versions of the shared packages, put in by the bundler from their package.json files. */
declare const __SHARED_VERSIONS__: Readonly<Record<string, string>>;

type Factory = () => Promise<() => unknown>;

interface SharedModule {
  get: Factory;
  from: string;
  loaded: 1;
}

/** A webpack share scope: modules by name and version. */
export type ShareScope = Record<string, Record<string, SharedModule>>;

/** The package of a module: the first part of its name, with its scope. */
const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

/**
 * Makes the scope from which a plugin's container takes the modules that it must not bring along
 * (SDK-webpack shared-modules-meta.ts sharedPluginModules): hand-made, so that any bundler will do.
 */
export const shareScopeOf = (modules: Readonly<Record<string, unknown>>): ShareScope =>
  Object.fromEntries(
    Object.entries(modules).map(([name, module]) => {
      const shared: SharedModule = {
        get: () => Promise.resolve(() => module),
        from: 'local-console',
        loaded: 1,
      };
      return [name, { [__SHARED_VERSIONS__[packageOf(name)] ?? '0.0.0']: shared }];
    }),
  );
