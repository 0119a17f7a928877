import { eventListenerKind } from '../k8s/event-listener';
import type { K8sObject } from '../k8s/resource';
import { roleBindingKind } from '../k8s/role-binding';
import { serviceAccountKind } from '../k8s/service-account';
import type { Trigger } from '../k8s/trigger';
import { aDraft, aTriggerTemplate, lanesOfDraft } from '../testing/builders';
import { version } from '../testing/repairs';
import { imageTriggersOf } from './image-trigger';
import { relayResources } from './relay';
import { repairPlan, repairQuestionsOf } from './repair';
import type { RepairPlan } from './repair';
import type { SharedInput as RepairInput, SharedPart } from './repair-shared';

const relay = (): SharedPart[] =>
  relayResources({ namespace: 'ci', streams: 'images' }, version).map((resource) => ({
    resource,
    found: structuredClone(resource.manifest),
  }));

const inputOf = (overrides: Partial<RepairInput> = {}): RepairInput => {
  const lanes = lanesOfDraft();
  const trigger = imageTriggersOf(lanes, [aTriggerTemplate()])[0]!;
  const given = { trigger, shared: relay(), pods: [], lostAccount: undefined, lanes, version };
  return { ...given, ...overrides };
};

const planOf = (overrides: Partial<RepairInput> = {}): RepairPlan => {
  const plan = repairPlan(inputOf(overrides));
  if (!plan) throw new Error('there is no plan');
  return plan;
};

type Change = (found: K8sObject & Record<string, unknown>) => void;

/** The relay with a listener that somebody has changed, or that is gone. */
const withListener = (change: Change | 'gone'): SharedPart[] =>
  relay().map((part) => {
    if (part.resource.kind !== eventListenerKind) return part;
    if (change === 'gone') return { ...part, found: undefined };
    const found = { ...structuredClone(part.resource.manifest) };
    change(found);
    return { ...part, found };
  });

const spec =
  (fields: object): Change =>
  (found) => {
    found.spec = { ...(found.spec as object), ...fields };
  };

const foreign: Change = ({ metadata }) => {
  delete metadata?.labels;
  delete metadata?.annotations;
};

const builtBy =
  (builder: string): Change =>
  ({ metadata }) => {
    metadata!.annotations = { 'imagetriggers.dev/builder-version': builder };
  };

const heldIn = ({ held }: RepairPlan) => held.map(({ object, reason }) => [object.name, reason]);

/** The lanes of another trigger, without what their group is read from. */
const laneWithout = (label: string): Trigger[] =>
  lanesOfDraft(aDraft({ name: 'sign-web' })).map((lane) => {
    const labels = Object.fromEntries(
      Object.entries(lane.metadata?.labels ?? {}).filter(([name]) => name !== label),
    );
    return { ...lane, metadata: { ...lane.metadata, labels } };
  });

describe('repairPlan', () => {
  it('keeps everything of a trigger that is as it should be', () => {
    const { own, shared, held } = planOf();
    expect(new Set([...own.objects, ...shared].map(({ change }) => change))).toEqual(
      new Set(['kept']),
    );
    expect(held).toEqual([]);
  });

  it.each<[string, Change, object]>([
    ['what somebody else made', foreign, { code: 'foreign' }],
    ['what a newer version built', builtBy('2.0.0'), { code: 'newer' }],
  ])('leaves %s', (_, change, reason) => {
    const plan = planOf({ shared: withListener(change) });
    expect(heldIn(plan)).toEqual([['image-triggers', reason]]);
    expect(plan.shared.map(({ kind }) => kind)).not.toContain(eventListenerKind);
  });

  it('repairs what bears the mark of the plugin, and lost its label', () => {
    const { shared, held } = planOf({
      shared: withListener(({ metadata }) => {
        delete metadata?.labels;
      }),
    });
    expect(held).toEqual([]);
    expect(shared.at(-1)).toMatchObject({
      change: 'changed',
      patch: [
        {
          op: 'add',
          path: '/metadata/labels',
          value: { 'app.kubernetes.io/managed-by': 'image-triggers-plugin' },
        },
        { path: '/metadata/annotations/imagetriggers.dev~1builder-version', value: version },
      ],
    });
  });

  it.each<[string, Trigger[], number]>([
    ['lanes of an older version', laneWithout('imagetriggers.dev/group'), 1],
    ['lanes that are paused', laneWithout('imagetriggers.dev/active'), 0],
    ['lanes of this version', lanesOfDraft(aDraft({ name: 'sign-web' })), 0],
    [
      'lanes of two older triggers',
      [
        ...laneWithout('imagetriggers.dev/group'),
        ...laneWithout('imagetriggers.dev/group').map((lane) => ({
          ...lane,
          metadata: {
            ...lane.metadata,
            labels: { ...lane.metadata?.labels, 'imagetriggers.dev/trigger': 'scan-api' },
          },
        })),
      ],
      2,
    ],
  ])('asks whether the listener is needed as it is: by %s', (_, others, triggers) => {
    const shared = withListener(spec({ triggerGroups: [] }));
    const plan = planOf({ shared, lanes: [...lanesOfDraft(), ...others] });
    expect(heldIn(plan)).toEqual(
      triggers === 0 ? [] : [['image-triggers', { code: 'needed', triggers }]],
    );
  });

  it('lets the pods go whose account is made anew, and no others', () => {
    const pods = ['image-triggers-listener', 'image-triggers-source'].map((account) => ({
      metadata: { name: `pod of ${account}`, namespace: 'ci', uid: account },
      spec: { serviceAccountName: account },
    }));
    expect(planOf({ pods }).shared.filter(({ change }) => change !== 'kept')).toEqual([]);
    const shared = relay().map((part) =>
      part.resource.manifest.metadata.name === 'image-triggers-listener' &&
      part.resource.kind === serviceAccountKind
        ? { ...part, found: undefined }
        : part,
    );
    const changes = planOf({ shared, pods }).shared.filter(({ change }) => change !== 'kept');
    expect(changes.map(({ change, kind, name }) => `${change} ${kind.kind} ${name}`)).toEqual([
      'new ServiceAccount image-triggers-listener',
      'removed Pod pod of image-triggers-listener',
    ]);
  });

  it('makes a listener that is gone, whatever lanes there are', () => {
    const lanes = [...lanesOfDraft(), ...laneWithout('imagetriggers.dev/group')];
    const plan = planOf({ shared: withListener('gone'), lanes });
    expect(plan.held).toEqual([]);
    expect(plan.shared.at(-1)).toMatchObject({ kind: eventListenerKind, change: 'new' });
  });

  it('keeps what others label runs with where a template changes as a whole', () => {
    const template = structuredClone(aTriggerTemplate());
    template.spec!.resourcetemplates!.push({ kind: 'ConfigMap' });
    template.spec!.resourcetemplates![0]!.metadata!.labels!.team = 'a';
    const trigger = imageTriggersOf(lanesOfDraft(), [template])[0]!;
    const changed = planOf({ trigger }).own.objects.at(-1)!;
    expect(changed.patch?.[0]).toMatchObject({
      path: '/spec/resourcetemplates',
      value: [{ kind: 'PipelineRun', metadata: { labels: { team: 'a' } } }],
    });
  });
});

describe('repairQuestionsOf', () => {
  const questionsOf = (overrides: Partial<RepairInput>): string[] =>
    repairQuestionsOf(planOf(overrides)).map(
      ({ verb, kind, namespace }) => `${verb} ${kind.plural} ${namespace ?? ''}`,
    );

  const withoutLane = (): RepairInput['trigger'] => {
    const [first, , ...rest] = lanesOfDraft();
    return imageTriggersOf([first!, ...rest], [aTriggerTemplate()])[0]!;
  };

  const withFilter = (): RepairInput['trigger'] => {
    const [first, ...rest] = lanesOfDraft();
    const broken = { ...first!, spec: { ...first!.spec!, interceptors: [] } };
    return imageTriggersOf([broken, ...rest], [aTriggerTemplate()])[0]!;
  };

  const withRole = (): SharedPart[] =>
    relay().map((part) =>
      part.resource.kind === roleBindingKind && part.resource.manifest.metadata.namespace === 'ci'
        ? { ...part, found: { ...part.resource.manifest, ...{ roleRef: {} } } }
        : part,
    );

  it.each<[string, Partial<RepairInput>, string[]]>([
    ['nothing', {}, []],
    ['a lane that is gone', { trigger: withoutLane() }, ['create triggers ci']],
    [
      'a filter',
      { trigger: withFilter() },
      ['patch triggers ci', 'create triggers ci', 'delete triggers ci'],
    ],
    ['a listener that is gone', { shared: withListener('gone') }, ['create eventlisteners ci']],
    [
      'a listener that was changed',
      { shared: withListener(spec({ x: 1 })) },
      ['patch eventlisteners ci'],
    ],
    [
      'a RoleBinding of another Role',
      { shared: withRole() },
      ['create rolebindings ci', 'delete rolebindings ci'],
    ],
  ])('asks for %s', (_, overrides, questions) => {
    expect(questionsOf(overrides)).toEqual(questions);
  });
});
