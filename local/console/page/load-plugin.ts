import { PluginStore } from '@openshift/dynamic-plugin-sdk';
import { sharedModules } from './shared-modules';
import { shareScopeOf } from './share-scope';

/** The version that a plugin's `@console/pluginAPI` range has to admit: that of the SDK here. */
const pluginApiVersion = '4.22.0';

/** A store for plugins that hands them the console's shared modules. */
export const createPluginStore = (): PluginStore =>
  new PluginStore({
    loaderOptions: {
      sharedScope: shareScopeOf(sharedModules),
      customDependencyResolutions: { '@console/pluginAPI': pluginApiVersion },
    },
  });

/** What an error says, and what the errors say that caused it. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}: ${reasonOf(error.cause)}`;
};

/**
 * Loads a plugin from where the console serves it.
 *
 * @returns why it could not be loaded, or undefined
 */
export const loadPlugin = async (
  pluginStore: PluginStore,
  name: string,
): Promise<string | undefined> => {
  try {
    await pluginStore.loadPlugin(
      `${window.SERVER_FLAGS.basePath}api/plugins/${name}/plugin-manifest.json`,
    );
  } catch (error) {
    return reasonOf(error);
  }
  const [info] = pluginStore.getPluginInfo();
  if (info?.status !== 'failed') return undefined;
  const { errorMessage, errorCause } = info;
  return errorCause === undefined ? errorMessage : `${errorMessage}: ${reasonOf(errorCause)}`;
};
