import { triggerPlan } from '../../../src/domain/plan';
import { activeLabel } from '../../../src/domain/marks';
import type { Manifest } from '../../../src/k8s/resource';
import { triggerKind } from '../../../src/k8s/trigger';
import { forEachOf } from '../at-once';
import type { Site } from './site';

const version = '0.0.0-bench';

export const streamName = (n: number): string => `app-${String(n).padStart(3, '0')}`;

const withLabels = (manifest: Manifest, labels: Record<string, string>): Manifest => ({
  ...manifest,
  metadata: { ...manifest.metadata, labels: { ...manifest.metadata.labels, ...labels } },
});

/** What only the n-th image trigger has, active at once: the first one made what they share. */
const createOwn = async (site: Site, n: number): Promise<void> => {
  const name = streamName(n);
  const activatedAt = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  const own = triggerPlan(site.draftOf(name), { activatedAt, version }).filter(
    ({ part }) => part !== 'shared',
  );
  for (const { kind, manifest } of own) {
    const labels = { [activeLabel]: 'true' };
    await site.admin.create(kind, kind === triggerKind ? withLabels(manifest, labels) : manifest);
  }
};

/**
 * Image triggers with the lanes of a pattern, each on a stream of its own; most need not exist. They
 * go to one project after the other.
 */
export class ManyTriggers {
  private count = 0;

  constructor(private readonly homes: readonly Site[]) {}

  /** Creates as many as are missing. */
  async growTo(count: number): Promise<void> {
    // The first one of a project is created by the plugin, with the event source and the listener.
    for (const [n, home] of this.homes.entries())
      if (this.count <= n) await home.bind(streamName(n));
    this.count = Math.max(this.count, this.homes.length);
    const missing = Array.from({ length: count }, (_, n) => n).slice(this.count);
    await forEachOf(missing, async (n) => {
      const home = this.homes[n % this.homes.length];
      if (home) await createOwn(home, n);
    });
    this.count = Math.max(this.count, count);
  }
}
