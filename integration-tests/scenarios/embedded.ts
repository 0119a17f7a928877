import { shortDelays } from '../../local/cluster/chain/context';
import { tokens } from '../../local/cluster/rbac/user';
import { startShop } from '../../local/cluster/shop';
import { ApiClient } from './api-client';
import { installUserRoles } from './chart-roles';
import type { ClusterUnderTest, Person, PersonName, SourceRef } from './cluster-under-test';

/** How long its API server is away when it restarts. */
const restartMs = 100;

const personOf = (name: PersonName): Person => ({
  token: tokens[name],
  subject: { kind: 'User', name, apiGroup: 'rbac.authorization.k8s.io' },
});

/** A cluster of this repository, in memory, that runs already. */
export const embeddedAt = (url: string, close: () => Promise<void>): ClusterUnderTest => {
  const admin = personOf('admin');

  const control = async (path: string, body: object): Promise<void> => {
    const response = await fetch(`${url}/local/${path}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${admin.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`/local/${path}: ${await response.text()}`);
  };
  const switchSource = (source: SourceRef, running: boolean) =>
    control('source', { ...source, running });

  return {
    name: 'embedded cluster',
    url,
    people: {
      admin,
      'namespace-admin': personOf('namespace-admin'),
      editor: personOf('editor'),
      viewer: personOf('viewer'),
    },
    isThrownAway: false,
    patienceMs: 10_000,
    later: async (seconds) => {
      await control('clock', { offsetSeconds: seconds });
      await control('settle', {});
    },
    stopSource: (source) => switchSource(source, false),
    startSource: (source) => switchSource(source, true),
    setListener: async (listener, state) => {
      await control('listener', { ...listener, running: state !== 'down' });
      await control('service', { ...listener, failing: state === 'failing' });
    },
    restartApiServer: () => control('restart', { milliseconds: restartMs }),
    close,
  };
};

/** Starts one; each has its own clock, which is moved, not awaited. */
export const startEmbedded = async (): Promise<ClusterUnderTest> => {
  const shop = await startShop({ delays: shortDelays });
  await installUserRoles(new ApiClient(shop.url, personOf('admin').token));
  return embeddedAt(shop.url, () => shop.close());
};
