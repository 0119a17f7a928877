import manifest from '../../package.json';

/** The version of this plugin, kept on everything that it builds. */
export const pluginVersion = manifest.version;

/** The name of this plugin's ConsolePlugin. */
export const pluginName = manifest.consolePlugin.name;
