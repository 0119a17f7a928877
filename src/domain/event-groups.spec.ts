import fc from 'fast-check';
import { evaluateCel } from '../testing/cel-interceptor';
import { clusterImages } from './push';
import { groupCount, groupOf, listenerGroups } from './event-groups';

/** The groups whose filter lets the events of an object through. */
const groupsFor = (name: string, kind = 'ImageStream'): string[] =>
  listenerGroups()
    .filter(({ interceptors }) => {
      const filter = interceptors?.[0]?.params?.[0]?.value;
      return evaluateCel(String(filter), { body: { kind, metadata: { name } } }) === true;
    })
    .map(({ triggerSelector }) => {
      const { matchLabels = {} } = triggerSelector?.labelSelector ?? {};
      return matchLabels['imagetriggers.dev/group'] ?? '';
    });

describe('listenerGroups', () => {
  it('are as many as there are groups, and select active lanes only', () => {
    const groups = listenerGroups();
    expect(new Set(groups.map(({ name }) => name)).size).toBe(groupCount);
    groups.forEach(({ triggerSelector }) =>
      expect(triggerSelector?.labelSelector?.matchLabels).toMatchObject({
        'imagetriggers.dev/active': 'true',
      }),
    );
  });

  it('let every Image through to one group, that of the lanes for all Images', () => {
    fc.assert(
      fc.property(fc.string(), (digest) => {
        expect(groupsFor(digest, 'Image')).toEqual([groupOf(clusterImages.name)]);
      }),
    );
  });

  it('let an event through to one group, that of its lanes, whatever the name', () => {
    const name = fc.oneof(fc.stringMatching(/^[a-z0-9]+(?:[-._]+[a-z0-9]+){0,4}$/), fc.string());
    fc.assert(
      fc.property(name, (stream) => {
        expect(groupsFor(stream)).toEqual([groupOf(stream)]);
      }),
      { numRuns: 60 },
    );
  });

  it('share many streams evenly', () => {
    const streams = Array.from({ length: 300 }, (_, n) => `app-${String(n).padStart(3, '0')}`);
    const counts = new Map<string, number>();
    for (const stream of streams)
      counts.set(groupOf(stream), (counts.get(groupOf(stream)) ?? 0) + 1);
    expect(counts.size).toBe(groupCount);
    expect(Math.max(...counts.values())).toBeLessThan((2 * streams.length) / groupCount);
  });
});
