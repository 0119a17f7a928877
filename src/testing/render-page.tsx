import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PluginStore } from '@openshift/dynamic-plugin-sdk';
import { act, render, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import type { PersonName } from '../../local/cluster/rbac/user';
import type { Shop } from '../../local/cluster/shop';
import { setClusterFlags } from '../../local/console/host/cluster-flags';
import { ConsoleProviders } from '../../local/console/host/ConsoleProviders';
import { createConsoleStore } from '../../local/console/host/console-store';
import { discoverModels } from '../../local/console/host/discovery';
import { startI18n, type ReadTexts } from '../../local/console/host/i18n';
import { storageKey } from '../../local/console/modules/shared/src/hooks/useUserPreference';
import './cluster-harness';

/** A page as it is rendered by a spec, and what is around it. */
export interface RenderedPage extends RenderResult {
  /** The cluster that the page is on. */
  cluster: Shop;
  user: UserEvent;
  /** Path and query at which the page is now. */
  location: () => string;
}

interface PageOptions {
  page: ReactElement;
  /** The route under which the page is registered, such as `/image-streams/ns/:ns`. */
  route: string;
  /** Path and query to open. */
  at: string;
  /** Who looks at it; the admin unless given. */
  as?: PersonName;
  /** Extensions in use on the page; none unless given. */
  pluginStore?: PluginStore;
  /** What the user has stored, by the key of the SDK's preferences, as text; nothing unless given. */
  preferences?: Readonly<Record<string, string>>;
  /** A cluster that the spec has prepared by `window.clusterHarness.start()`; else a new one. */
  cluster?: Shop;
}

const plugin = window.SERVER_FLAGS.plugin;

const readTexts: ReadTexts = async (language, namespace) => {
  if (namespace !== `plugin__${plugin}`) return {};
  const file = join(__dirname, '../../locales', language, `${namespace}.json`);
  return JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
};

/** How many pages this spec file has rendered. */
let count = 0;

/**
 * Renders a page on the SDK's own data layer inside everything that the console puts around it, as a
 * user of a cluster with the seeded shop. Resolves when the kinds of the cluster are known.
 */
export const renderPage = async (options: PageOptions): Promise<RenderedPage> => {
  const { page, route, at, as = 'admin', pluginStore = new PluginStore() } = options;
  const cluster = options.cluster ?? (await window.clusterHarness.start());
  window.clusterHarness.connect({ url: cluster.url, token: `${as}-token` });
  localStorage.clear();
  for (const [key, text] of Object.entries(options.preferences ?? {}))
    localStorage.setItem(storageKey(key), text);
  count += 1;
  const store = createConsoleStore({
    user: { username: as },
    // Only a part of the key under which the SDK remembers access reviews for as long as it is loaded.
    impersonate: { kind: 'User', name: `${as} of page ${count}`, subprotocols: [] },
  });
  await startI18n({ readTexts, language: 'en', namespaces: [`plugin__${plugin}`] });
  await discoverModels(store);
  await setClusterFlags(store);

  let location = at;
  const LocationProbe = (): null => {
    const { pathname, search } = useLocation();
    location = `${pathname}${search}`;
    return null;
  };
  const rendered = await act(() =>
    render(
      <MemoryRouter initialEntries={[at]}>
        <ConsoleProviders store={store} pluginStore={pluginStore}>
          <LocationProbe />
          <Routes>
            <Route path={route} element={page} />
            <Route path="*" element={null} />
          </Routes>
        </ConsoleProviders>
      </MemoryRouter>,
    ),
  );
  return { ...rendered, cluster, user: userEvent.setup(), location: () => location };
};

/** What the page has stored under a key of the SDK's preferences: for `preferences` of a next one. */
export const storedPreference = (key: string): string =>
  localStorage.getItem(storageKey(key)) ?? '';

afterEach(async () => {
  // What a page has stored outlives it, as it does a reload, but not the session.
  sessionStorage.clear();
  await window.clusterHarness.closeAll();
});
