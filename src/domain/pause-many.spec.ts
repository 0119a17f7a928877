import { triggerKind } from '../k8s/trigger';
import { aDraft, lanesOfDraft } from '../testing/builders';
import { MemoryCluster, forbidden } from '../testing/memory-cluster';
import { imageTriggersOf } from './image-trigger';
import type { ImageTrigger } from './image-trigger';
import { switchMany, switchOf } from './pause-many';
import type { SwitchProgress, SwitchRequest, SwitchTools } from './pause-many';

const names = ['a', 'b', 'c', 'd', 'e', 'f'];

let cluster: MemoryCluster;
/** What was told of each trigger, one after the other. */
let told: Map<string, SwitchProgress[]>;

const triggersIn = (): ImageTrigger[] => imageTriggersOf(cluster.all(triggerKind), []);

const fill = (state: { active?: boolean } = {}): void => {
  for (const name of names)
    for (const lane of lanesOfDraft(aDraft({ name }), state)) cluster.put(triggerKind, lane);
};

beforeEach(() => {
  cluster = new MemoryCluster();
  cluster.time = Date.parse('2026-03-02T08:00:00Z');
  told = new Map(names.map((name) => [name, []]));
});

const pauseAll = (
  tools: Partial<SwitchTools> = {},
  request: SwitchRequest = { change: 'pause', by: 'ada', reason: 'freeze' },
): Promise<void> =>
  switchMany(triggersIn(), request, {
    verbs: cluster,
    isLeft: () => false,
    report: ({ name }, progress) => told.get(name)?.push(progress),
    ...tools,
  });

/** What was told last. */
const outcomes = (): (string | undefined)[] =>
  names.map((name) => told.get(name)?.at(-1)?.state ?? 'waiting');

const activity = (): string[] => triggersIn().map(({ active }) => active);

const all = <T>(value: T): T[] => names.map(() => value);

describe('many triggers', () => {
  it('are paused, each with who did it and why in its log', async () => {
    fill();
    await pauseAll();
    expect(activity()).toEqual(all('none'));
    expect([...told.values()]).toEqual(all([{ state: 'under-way' }, { state: 'done' }]));
    for (const trigger of triggersIn())
      expect(trigger.activity.at(-1)).toMatchObject({
        state: 'paused',
        by: 'ada',
        reason: 'freeze',
      });
  });

  it('are resumed, each with who did it in its log', async () => {
    fill({ active: false });
    await pauseAll({}, { change: 'resume', by: 'ada' });
    expect(activity()).toEqual(all('all'));
    expect(outcomes()).toEqual(all('done'));
    for (const trigger of triggersIn())
      expect(trigger.activity.at(-1)).toMatchObject({ state: 'active', by: 'ada' });
  });

  it('are begun in their order, four at once', async () => {
    fill();
    const begun: string[] = [];
    const open = new Set<string>();
    let most = 0;
    await pauseAll({
      report: ({ name }, { state }) => {
        if (state !== 'under-way') open.delete(name);
        else {
          begun.push(name);
          open.add(name);
        }
        most = Math.max(most, open.size);
      },
    });
    expect(begun).toEqual(names);
    expect(most).toBe(4);
  });

  it('go on where one is refused, which says why and can be tried again', async () => {
    fill();
    cluster.intercept(({ verb, name }) => {
      if (verb === 'patch' && name === 'b-3') throw forbidden();
    });
    await pauseAll();
    expect(outcomes()).toEqual(['done', 'refused', 'done', 'done', 'done', 'done']);
    expect(told.get('b')?.at(-1)).toEqual({ state: 'refused', problem: forbidden().problem });
    cluster.intercept(() => undefined);
    await pauseAll();
    expect(outcomes()).toEqual(all('done'));
    expect(activity()).toEqual(all('none'));
  });

  it('go on where one was deleted meanwhile', async () => {
    fill();
    cluster.intercept(({ verb, name }) => {
      if (verb === 'dry-run' && name === 'time-ci-c-uid') cluster.drop(triggerKind, 'ci', 'c');
    });
    await pauseAll();
    expect(outcomes()).toEqual(['done', 'done', 'gone', 'done', 'done', 'done']);
    expect(activity()).toEqual(['none', 'none', 'none', 'none', 'none']);
  });

  it('are not begun once the user has left, and those that have begun come to their end', async () => {
    fill();
    let isLeft = false;
    cluster.intercept(({ verb }) => {
      if (verb === 'patch') isLeft = true;
    });
    await pauseAll({ isLeft: () => isLeft });
    expect(outcomes()).toEqual(['done', 'done', 'done', 'done', 'waiting', 'waiting']);
    expect(activity()).toEqual(['none', 'none', 'none', 'none', 'all', 'all']);
  });
});

describe('what can be done to a trigger', () => {
  it.each([
    ['all', 'pause'],
    ['some', 'pause'],
    ['none', 'resume'],
  ] as const)('of which %s of its lanes are active is to %s it', (active, change) => {
    fill();
    expect(switchOf({ ...triggersIn()[0]!, active })).toBe(change);
  });
});
