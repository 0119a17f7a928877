import fc from 'fast-check';
import { evaluateCel } from '../testing/cel-interceptor';
import { groupCount, groupOf, imageSelector, listenerGroups } from './event-groups';
import { clusterImages } from './push';

/** The groups whose filter lets the events of a stream through. */
const groupsFor = (name: string): string[] =>
  listenerGroups()
    .filter(({ interceptors }) => {
      const filter = interceptors?.[0]?.params?.[0]?.value;
      return evaluateCel(String(filter), { body: { metadata: { name } } }) === true;
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

  it('let an event through to one group, that of its lanes, whatever the name', () => {
    const name = fc.oneof(fc.stringMatching(/^[a-z0-9]+(?:[-._]+[a-z0-9]+){0,4}$/), fc.string());
    fc.assert(
      fc.property(name, (stream) => {
        expect(groupsFor(stream)).toEqual([groupOf({ namespace: 'images', name: stream })]);
      }),
      { numRuns: 60 },
    );
  });

  it('share many streams evenly', () => {
    const streams = Array.from({ length: 300 }, (_, n) => `app-${String(n).padStart(3, '0')}`);
    const counts = new Map<string, number>();
    for (const stream of streams)
      counts.set(
        groupOf({ namespace: 'images', name: stream }),
        (counts.get(groupOf({ namespace: 'images', name: stream })) ?? 0) + 1,
      );
    expect(counts.size).toBe(groupCount);
    expect(Math.max(...counts.values())).toBeLessThan((2 * streams.length) / groupCount);
  });
});

describe('the group of all Images', () => {
  it('is none of those of ImageStreams, and the only one that the listener for Images selects', () => {
    const group = groupOf(clusterImages);
    expect(Array.from({ length: groupCount }, (_, one) => String(one))).not.toContain(group);
    expect(imageSelector().labelSelector?.matchLabels).toEqual({
      'imagetriggers.dev/active': 'true',
      'imagetriggers.dev/group': group,
    });
  });
});
