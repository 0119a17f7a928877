import {
  isFeatureFlag,
  isModelFeatureFlag,
} from '@openshift-console/dynamic-plugin-sdk/lib/extensions/feature-flags';
import {
  PluginEventType,
  type LoadedExtension,
  type PluginStore,
} from '@openshift/dynamic-plugin-sdk';
import type { ConsoleStore } from './console-store';
import { setFlag } from './flags';

const passFlagsOn = (store: ConsoleStore, pluginStore: PluginStore): void => {
  const pass = () => pluginStore.setFeatureFlags(store.getState().FLAGS.toObject());
  store.subscribe(pass);
  pass();
};

const applyFlag = (store: ConsoleStore, extension: LoadedExtension): void => {
  if (isModelFeatureFlag(extension)) {
    const { flag, model } = extension.properties;
    const reference = [model.group, model.version, model.kind].join('~');
    store.dispatch(setFlag(flag, store.getState().k8s.hasIn(['RESOURCES', 'models', reference])));
  } else if (isFeatureFlag(extension)) {
    extension.properties.handler().then(
      (handler) => handler((flag, value) => store.dispatch(setFlag(flag, value))),
      (error: unknown) => console.error('A flag handler of the plugin failed to load', error),
    );
  }
};

/**
 * Sets the flags that plugins contribute, by a model's presence (console.flag/model) or by a handler
 * (console.flag), and gates the plugins' extensions by the flags. Models have to be known.
 */
export const applyPluginFlags = (store: ConsoleStore, pluginStore: PluginStore): void => {
  const applied = new Set<string>();
  const apply = () => {
    for (const extension of pluginStore.getExtensions()) {
      if (applied.has(extension.uid)) continue;
      applied.add(extension.uid);
      applyFlag(store, extension);
    }
  };
  passFlagsOn(store, pluginStore);
  pluginStore.subscribe([PluginEventType.ExtensionsChanged], apply);
  apply();
};
