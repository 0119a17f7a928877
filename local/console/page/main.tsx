import { isModelMetadata } from '@openshift-console/dynamic-plugin-sdk/lib/extensions/resource-metadata';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { setClusterFlags } from '../host/cluster-flags';
import { ConsoleProviders } from '../host/ConsoleProviders';
import { createConsoleStore } from '../host/console-store';
import { discoverModels } from '../host/discovery';
import { startI18n } from '../host/i18n';
import { isJsonObject } from '../host/json';
import { applyPluginFlags } from '../host/plugin-flags';
import { App } from './App';
import { createPluginStore, loadPlugin } from './load-plugin';
import { decoratorOf } from './model-metadata';
import { applyTheme } from './theme';
import './console.css';

const readTexts = async (language: string, namespace: string) => {
  // The console's own texts are not here; the host's are plain English.
  if (!namespace.startsWith('plugin__')) return {};
  const query = new URLSearchParams({ lng: language, ns: namespace }).toString();
  const response = await fetch(`${window.SERVER_FLAGS.basePath}locales/resource.json?${query}`);
  if (!response.ok) throw new Error(`No texts of ${namespace} in ${language}`);
  const texts: unknown = await response.json();
  return isJsonObject(texts) ? texts : {};
};

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** Plugins first: what they say about kinds goes into the models that discovery makes. */
const start = async (): Promise<void> => {
  const { basePath, plugin, user } = window.SERVER_FLAGS;
  applyTheme();
  const container = document.getElementById('app');
  if (container === null) throw new Error('The page has no element "app".');
  const language = new URLSearchParams(window.location.search).get('lng') ?? 'en';
  await startI18n({ readTexts, language, namespaces: [`plugin__${plugin}`] });
  const store = createConsoleStore({ user: { username: user } });
  const pluginStore = createPluginStore();
  const pluginProblem = await loadPlugin(pluginStore, plugin);
  const metadata = pluginStore
    .getExtensions()
    .flatMap((extension) => (isModelMetadata(extension) ? [extension] : []));
  const clusterProblem = await discoverModels(store, decoratorOf(metadata))
    .then(() => setClusterFlags(store))
    .then(() => applyPluginFlags(store, pluginStore))
    .then(() => undefined, messageOf);
  createRoot(container).render(
    <BrowserRouter basename={basePath}>
      <ConsoleProviders store={store} pluginStore={pluginStore}>
        <App pluginProblem={pluginProblem} clusterProblem={clusterProblem} />
      </ConsoleProviders>
    </BrowserRouter>,
  );
};

start().catch((error: unknown) => {
  document.body.textContent = `The local console could not start: ${messageOf(error)}`;
});
