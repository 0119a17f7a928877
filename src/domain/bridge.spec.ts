import { nameOf } from '../k8s/resource';
import { triggerKind } from '../k8s/trigger';
import { aDraft, lanesOfDraft } from '../testing/builders';
import { clusterOf, edit, triggerIn, unavailable, versions } from '../testing/edits';
import type { MemoryCluster } from '../testing/memory-cluster';
import { bridgeManifest, parseEdit } from './bridge';
import type { BridgeOptions } from './bridge';
import { mostTriggerNameCharacters } from './run-name';
import { removeTrigger } from './remove-trigger';
import { mostExactTags } from './tag-rule';

const uid = '3f2b8c1e-58a4-4f0e-9d3a-0c6f1b7a2e55';

const aBridge = (lane: number, annotations?: Record<string, string>) => {
  const [root] = lanesOfDraft();
  const options: BridgeOptions = {
    namespace: 'ci',
    filter: {
      trigger: 'scan-web',
      stream: { namespace: 'images', name: 'web' },
      rule: { kind: 'any' },
      activatedAt: '2026-03-01T10:00:00Z',
      lane,
      naming: { policy: 'each-push' },
    },
    lane: root!.spec!,
    template: {},
    root: { metadata: { ...root!.metadata, uid } },
    active: true,
    edit: { run: { pipelineRef: { name: 'sign' } } },
    version: '1.2.3',
  };
  const manifest = bridgeManifest(options);
  return annotations ? { ...manifest, metadata: { ...manifest.metadata, annotations } } : manifest;
};

/** A trigger whose edit broke off with its bridge in place. */
const brokenOff = async (): Promise<MemoryCluster> => {
  const cluster = clusterOf();
  const base = await triggerIn(cluster);
  cluster.intercept(() => {
    if (cluster.calls.some(({ verb }) => verb === 'patch')) throw unavailable();
  });
  await edit(cluster, { base, draft: aDraft({ rule: versions }) });
  cluster.intercept(() => undefined);
  return cluster;
};

describe('the Triggers of a bridge', () => {
  it('have legal names that no lane of any trigger can have', () => {
    const longestLane = mostTriggerNameCharacters + `-${mostExactTags}`.length;
    for (const lane of [0, mostExactTags - 1]) {
      expect(nameOf(aBridge(lane)).length).toBeGreaterThan(longestLane);
      expect(nameOf(aBridge(lane)).length).toBeLessThanOrEqual(63);
    }
  });

  it('say what the edit is about to write', () => {
    expect(parseEdit(aBridge(0))).toEqual({ run: { pipelineRef: { name: 'sign' } } });
  });

  it.each(['', '[', 'null', '{"run":1}', '"x"'])('say nothing by %j', (text) => {
    expect(parseEdit(aBridge(0, { 'imagetriggers.dev/edit': text }))).toEqual({});
  });

  it('go with their trigger, and keep nothing that it alone needed', async () => {
    const cluster = await brokenOff();
    const trigger = await triggerIn(cluster);
    expect(trigger.objects.bridge).not.toEqual([]);
    const result = await removeTrigger(trigger, cluster, { version: '1.2.3' });
    expect(result).toEqual({ outcome: 'removed' });
    expect(cluster.all(triggerKind)).toEqual([]);
  });
});
