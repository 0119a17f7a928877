import { ModalProvider } from '@openshift-console/dynamic-plugin-sdk/lib/app/modal-support/ModalProvider';
import { OverlayProvider } from '@openshift-console/dynamic-plugin-sdk/lib/app/modal-support/OverlayProvider';
import { PluginStoreProvider, type PluginStore } from '@openshift/dynamic-plugin-sdk';
import type { FC, PropsWithChildren } from 'react';
import { Provider } from 'react-redux';
import { ActiveNamespaceProvider } from './ActiveNamespace';
import type { ConsoleStore } from './console-store';

/** What a plugin's page finds around itself. To be put inside a router. */
export const ConsoleProviders: FC<
  PropsWithChildren<{ store: ConsoleStore; pluginStore: PluginStore }>
> = ({ store, pluginStore, children }) => (
  <PluginStoreProvider store={pluginStore}>
    <Provider store={store}>
      <ActiveNamespaceProvider>
        <ModalProvider>
          <OverlayProvider>{children}</OverlayProvider>
        </ModalProvider>
      </ActiveNamespaceProvider>
    </Provider>
  </PluginStoreProvider>
);
