import { aDigest, aDraft, aLedger, aPush, aRun, aTrigger } from '../testing/builders';
import { attentionKey, attentionOf } from './attention';
import type { Attention, AttentionHistory, AttentionInput } from './attention';
import type { Finding } from './health';
import { historyOf } from './history';
import type { Push } from './push';
import { relaysOf } from './relay-status';
import type { Run } from './run';

const now = new Date('2026-03-05T12:00:00Z');
const today = '2026-03-05T10:00:00Z';
const earlier = '2026-03-05T09:00:00Z';
const longAgo = '2026-03-02T10:00:00Z';
const trigger = { namespace: 'ci', name: 'scan-web' };

const push = (digit: string, created: string, ...tags: string[]): Push =>
  aPush({ digest: aDigest(digit), created, tags: tags.length > 0 ? tags : ['latest'] });

const first = push('f', '2026-03-01T11:00:00Z', 'first');

interface Story {
  pushes?: Push[];
  runs?: Run[];
  change?: Partial<AttentionHistory>;
}

/** The history of `scan-web`; an old run shows that runs are not pruned. */
const aHistory = ({ pushes = [], runs = [], change }: Story = {}): AttentionHistory => {
  const triggers = [aTrigger()];
  const ledger = aLedger(first, ...pushes);
  const rows = historyOf({ ledger, triggers, runs: [aRun({ push: first }), ...runs], now });
  return { triggers, rows, unreadable: [], failingImports: [], ...change };
};

const look = (input: Partial<AttentionInput> = {}): Attention[] =>
  attentionOf({
    history: aHistory(),
    relays: [],
    prerequisites: [],
    healthOf: () => [],
    now,
    ...input,
  });

const ofHistory = (story: Story): Attention[] => look({ history: aHistory(story) });

const a = push('a', today);
const b = push('b', earlier);

describe('attentionOf', () => {
  it('finds a failed image that came back, where each image runs once', () => {
    const draft = aDraft({ policy: 'each-image' });
    const triggers = [aTrigger(draft)];
    const back = push('b', today);
    const runs = [
      aRun({ draft, push: b, status: 'failed' }),
      aRun({ draft, push: push('c', '2026-03-05T09:30:00Z') }),
    ];
    const ledger = aLedger(back, push('c', '2026-03-05T09:30:00Z'), b);
    const rows = historyOf({ ledger, triggers, runs, now });
    expect(rows[0]?.status).toBe('image-ran');
    const history = { triggers, rows, unreadable: [], failingImports: [] };
    expect(look({ history })).toEqual([{ code: 'current-failed', trigger, tags: ['latest'] }]);
  });

  it.each<[string, Story, Attention[]]>([
    ['nothing of pushes that have run', { pushes: [a], runs: [aRun({ push: a })] }, []],
    ['missed pushes of the day', { pushes: [a, b] }, [{ code: 'missed', trigger, pushes: 2 }]],
    [
      'a missed push of long ago whose image is still the current one',
      { pushes: [push('c', longAgo)] },
      [{ code: 'current-missed', trigger, tags: ['latest'] }],
    ],
    [
      'nothing of a missed push of long ago that another one has replaced',
      { pushes: [a, push('c', longAgo)], runs: [aRun({ push: a })] },
      [],
    ],
    [
      'current images that failed, as one thing',
      {
        pushes: [a, push('b', earlier, 'v1')],
        runs: [a, push('b', earlier, 'v1')].map((one) => aRun({ push: one, status: 'failed' })),
      },
      [{ code: 'current-failed', trigger, tags: ['latest', 'v1'] }],
    ],
    [
      'nothing of a failure that a newer push of the tag has replaced',
      { pushes: [a, b], runs: [aRun({ push: b, status: 'failed' }), aRun({ push: a })] },
      [],
    ],
    [
      'only the tags that no newer push has replaced',
      {
        pushes: [a, push('b', earlier, 'latest', 'v1')],
        runs: [
          aRun({ push: a }),
          aRun({ push: push('b', earlier, 'latest', 'v1'), status: 'failed' }),
        ],
      },
      [{ code: 'current-failed', trigger, tags: ['v1'] }],
    ],
    [
      'nothing of a failure that a push of the same second has replaced',
      {
        pushes: [{ ...push('b', today, 'latest'), leftBy: ['latest'] }, a],
        runs: [
          aRun({ push: push('b', today, 'latest'), status: 'failed' }),
          aRun({ push: a, status: 'succeeded' }),
        ],
      },
      [],
    ],
    [
      'an alias that was moved back onto an image that never ran',
      {
        pushes: [
          { ...push('a', today, 'stable'), aliases: ['stable'], leftBy: ['stable'] },
          { ...push('c', longAgo, 'stable'), aliases: ['stable'] },
        ],
        runs: [aRun({ push: push('a', today, 'stable'), status: 'failed' })],
      },
      [{ code: 'current-alias', trigger, tags: ['stable'] }],
    ],
    [
      'current images whose run was cancelled',
      { pushes: [a], runs: [aRun({ push: a, status: 'cancelled' })] },
      [{ code: 'current-cancelled', trigger, tags: ['latest'] }],
    ],
    [
      'runs that prove nothing',
      { runs: [{ ...aRun({ push: a }), name: 'scan-web-forged' }] },
      [{ code: 'unverified', trigger, runs: 1 }],
    ],
    [
      'nothing of pushes before the activation',
      { pushes: [push('c', '2026-02-01T10:00:00Z')] },
      [],
    ],
    [
      'nothing of the failures of a trigger that is gone',
      { runs: [aRun({ push: a, status: 'failed' })], change: { triggers: [] } },
      [],
    ],
    [
      'failing imports',
      { change: { failingImports: [{ stream: a.stream, tags: ['base'] }] } },
      [{ code: 'import', stream: a.stream, tags: ['base'] }],
    ],
  ])('finds %s', (_, story, items) => {
    expect(ofHistory(story)).toEqual(items);
  });

  it('does not say which image is current in a project that it cannot read', () => {
    const problem = { code: 'forbidden' as const, message: 'no' };
    const unreadable = [{ namespace: 'images', problem }];
    const failed = aRun({ push: a, status: 'failed' });
    const items = ofHistory({ runs: [failed], change: { unreadable } });
    expect(items).toEqual([{ code: 'project', namespace: 'images', problem }]);
  });

  it.each<[string, Finding[], Finding[]]>([
    ['what is wrong with it', [{ code: 'changed-by-hand' }], [{ code: 'changed-by-hand' }]],
    ['no pause', [{ code: 'paused' }], []],
    ['what its relay says once for all', [{ code: 'source-missing' }], []],
    [
      'its own findings beside those of its relay',
      [{ code: 'listener-missing' }, { code: 'partly-active' }],
      [{ code: 'partly-active' }],
    ],
  ])('finds of a trigger %s', (_, health, findings) => {
    const items = look({ healthOf: () => health });
    expect(items).toEqual(findings.length > 0 ? [{ code: 'trigger', trigger, findings }] : []);
  });

  it.each([[undefined], ['unknown' as const]])('finds nothing where health is %s', (health) => {
    expect(look({ healthOf: () => health })).toEqual([]);
  });

  it('knows nothing before anything is known', () => {
    const nothing = { history: undefined, relays: undefined, prerequisites: undefined };
    expect(look(nothing)).toEqual([]);
  });

  it('puts the worst first, and tells all apart', () => {
    const forged = { ...aRun({ push: push('e', today) }), name: 'scan-web-forged' };
    const failed = push('b', earlier, 'v1');
    const items = look({
      history: aHistory({
        pushes: [a, failed, push('c', longAgo, 'v0')],
        runs: [forged, aRun({ push: failed, status: 'failed' })],
        change: {
          unreadable: [{ namespace: 'hidden', problem: { code: 'forbidden', message: 'no' } }],
          failingImports: [{ stream: a.stream, tags: ['base'] }],
        },
      }),
      relays: relaysOf({
        triggers: [aTrigger()],
        sources: [],
        listeners: [],
        overloads: new Map([['ci', { calls: 400, stream: 'images/web', kilobytes: 1400 }]]),
      }),
      prerequisites: [
        { id: 'pipelines', state: 'present' },
        { id: 'eventing', state: 'missing' },
        { id: 'listener-role', state: 'unknown' },
      ],
      healthOf: () => [{ code: 'partly-active' }],
    });
    expect(items.map(attentionKey)).toEqual([
      'prerequisite eventing',
      'listener ci/image-triggers',
      'source ci/image-triggers-images',
      'overload ci/image-triggers',
      'trigger ci/scan-web',
      'missed ci/scan-web',
      'current-missed ci/scan-web',
      'current-failed ci/scan-web',
      'unverified ci/scan-web',
      'import images/web',
      'project hidden',
    ]);
  });
});
