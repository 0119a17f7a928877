import type { PipelineRun } from '../k8s/pipeline-run';
import type { TriggerTemplate } from '../k8s/trigger-template';
import type { Trigger } from '../k8s/trigger';
import { aDraft, aTrigger, aTriggerTemplate, lanesOfDraft } from '../testing/builders';
import { imageTriggersOf, pipelineOfTemplate } from './image-trigger';
import type { ImageTrigger } from './image-trigger';
import { activeLabel, activityAnnotation, groupLabel, triggerLabel } from './marks';
import { pushInterceptors } from './push-filter';
import type { PushFilter } from './push-filter';

const draft = aDraft({ rule: { kind: 'tags', tags: ['v1', 'v2', 'v3'] } });
const template = aTriggerTemplate(draft);
const lanes = lanesOfDraft(draft);

const only = (
  triggers: readonly Trigger[],
  templates: TriggerTemplate[] = [template],
): ImageTrigger => {
  const [first, ...others] = imageTriggersOf(triggers, templates);
  expect(others).toEqual([]);
  return first!;
};

/** The lanes with one of them changed. */
const withLane = (index: number, change: (lane: Trigger) => Trigger): Trigger[] =>
  lanes.map((lane, at) => (at === index ? change(lane) : lane));

const withFilter = (lane: Trigger, filter: Partial<PushFilter>): Trigger => ({
  ...lane,
  spec: {
    ...lane.spec!,
    interceptors: pushInterceptors({
      trigger: draft.name,
      stream: draft.stream,
      rule: draft.rule,
      activatedAt: '2026-03-01T10:00:00Z',
      lane: lanes.indexOf(lane),
      naming: { policy: 'each-push' },
      ...filter,
    }),
  },
});

const withLabel = (lane: Trigger, key: string, value: string): Trigger => ({
  ...lane,
  metadata: { ...lane.metadata, labels: { ...lane.metadata?.labels, [key]: value } },
});

describe('imageTriggersOf', () => {
  it('reads back what a draft made', () => {
    expect(only(lanes)).toEqual({
      namespace: 'ci',
      name: 'scan-web',
      uid: 'ci-scan-web-uid',
      createdAt: '2026-03-01T10:00:00Z',
      active: 'all',
      lanes: 3,
      binding: {
        stream: { namespace: 'images', name: 'web' },
        rule: draft.rule,
        naming: { policy: 'each-push' },
      },
      activity: [{ at: '2026-03-01T10:00:00Z', state: 'active' }],
      pipeline: 'scan',
      builder: '1.2.3',
      objects: { lanes, template, bridge: [] },
    });
  });

  it('does not mind the order of the objects', () => {
    expect(only([...lanes].reverse())).toEqual(only(lanes));
  });

  it('sorts by namespace and name, and keeps one name in two namespaces apart', () => {
    const drafts = [
      aDraft({ namespace: 'qa', name: 'a' }),
      aDraft({ name: 'b' }),
      aDraft({ name: 'a', pipeline: 'sign' }),
    ];
    const found = imageTriggersOf(
      drafts.flatMap((one) => lanesOfDraft(one)),
      drafts.map(aTriggerTemplate),
    );
    expect(found.map(({ namespace, name, pipeline }) => [namespace, name, pipeline])).toEqual([
      ['ci', 'a', 'sign'],
      ['ci', 'b', 'scan'],
      ['qa', 'a', 'scan'],
    ]);
  });

  it('makes no trigger of lanes without lane 1, nor of Triggers of somebody else', () => {
    expect(imageTriggersOf(lanes.slice(1), [template])).toEqual([]);
    expect(imageTriggersOf([{ metadata: { name: 'hand-made', namespace: 'ci' } }], [])).toEqual([]);
  });

  it('reads empty objects and a Status in the lists', () => {
    const status = { kind: 'Status', status: 'Failure', metadata: {} } as unknown as Trigger;
    expect(imageTriggersOf([{}, status], [{}])).toEqual([]);
  });

  it.each<[string, Trigger[], ImageTrigger['active']]>([
    ['all lanes', lanes, 'all'],
    ['no lane', lanesOfDraft(draft, { active: false }), 'none'],
    ['one lane', [lanesOfDraft(draft, { active: false })[0]!, ...lanes.slice(1)], 'some'],
    [
      'a lane with another value',
      withLane(1, (lane) => withLabel(lane, activeLabel, 'yes')),
      'some',
    ],
    [
      'a lane in the group of another stream',
      withLane(1, (lane) => withLabel(lane, groupLabel, '15')),
      'some',
    ],
  ])('says what the listener selects: %s', (_, triggers, active) => {
    expect(only(triggers).active).toBe(active);
  });

  it('reads a trigger that has lost lanes, and counts them', () => {
    expect(only(lanes.slice(0, 1))).toMatchObject({ lanes: 1, binding: { stream: draft.stream } });
  });

  it.each<[string, Trigger[]]>([
    ['no spec', withLane(1, ({ metadata }) => ({ metadata }))],
    ['no interceptors', withLane(0, (lane) => ({ ...lane, spec: { template: {} } }))],
    [
      'null for interceptors',
      withLane(0, (lane) => ({
        ...lane,
        spec: { ...lane.spec!, interceptors: null } as unknown as Trigger['spec'],
      })),
    ],
    [
      'another interceptor',
      withLane(2, (lane) => ({
        ...lane,
        spec: { ...lane.spec!, interceptors: [{ ref: { name: 'github' } }] },
      })),
    ],
    ['another rule', withLane(1, (lane) => withFilter(lane, { rule: { kind: 'any' } }))],
    [
      'another stream',
      withLane(1, (lane) => withFilter(lane, { stream: { namespace: 'x', name: 'web' } })),
    ],
    [
      'another activation',
      withLane(1, (lane) => withFilter(lane, { activatedAt: '2026-03-01T10:00:01Z' })),
    ],
    ['the place of another lane', withLane(1, (lane) => withFilter(lane, { lane: 2 }))],
    ['a place that no lane has', withLane(0, (lane) => withFilter(lane, { lane: 7 }))],
    [
      'the label of this trigger, and a name of its own',
      [
        ...lanes,
        {
          ...withFilter(lanes[0]!, { lane: 3 }),
          metadata: { ...lanes[0]!.metadata, name: 'mine' },
        },
      ],
    ],
  ])('claims nothing about a trigger with a lane that has %s', (_, triggers) => {
    const trigger = only(triggers);
    expect(trigger.binding).toBeUndefined();
    expect(trigger.name).toBe('scan-web');
  });

  it('takes the activation from the filter where the activity cannot be read', () => {
    const garbled = withLane(0, (lane) => ({
      ...lane,
      metadata: { ...lane.metadata, annotations: { [activityAnnotation]: 'garbage' } },
    }));
    expect(only(garbled)).toMatchObject({
      activity: [{ at: '2026-03-01T10:00:00Z', state: 'active' }],
      builder: undefined,
    });
  });

  it('knows no activity where the filter cannot be read either', () => {
    const root: Trigger = {
      metadata: { name: 'web', namespace: 'ci', labels: { [triggerLabel]: 'web' } },
    };
    expect(only([root], [])).toEqual({
      objects: { lanes: [root], template: undefined, bridge: [] },
      namespace: 'ci',
      name: 'web',
      uid: '',
      createdAt: '',
      active: 'none',
      lanes: 1,
      binding: undefined,
      activity: [],
      pipeline: undefined,
      builder: undefined,
    });
  });

  it('has no Pipeline without its template', () => {
    const elsewhere = aTriggerTemplate(aDraft({ namespace: 'qa' }));
    expect(only(lanes, []).pipeline).toBeUndefined();
    expect(only(lanes, [elsewhere]).pipeline).toBeUndefined();
  });

  it('reads back every builder’s draft', () => {
    expect(aTrigger({ rule: { kind: 'glob', pattern: 'v*' } })).toMatchObject({
      lanes: 4,
      binding: { rule: { kind: 'glob', pattern: 'v*' } },
    });
  });
});

describe('pipelineOfTemplate', () => {
  const pipelineRun: PipelineRun = { kind: 'PipelineRun', spec: { pipelineRef: { name: 'scan' } } };

  it.each<[string, TriggerTemplate | undefined, string | undefined]>([
    ['of our template', template, 'scan'],
    [
      'after another resource',
      { spec: { resourcetemplates: [{ kind: 'Pod' }, pipelineRun] } },
      'scan',
    ],
    ['without a template', undefined, undefined],
    ['without a spec', {}, undefined],
    ['without resources', { spec: {} }, undefined],
    [
      'of an inline Pipeline',
      { spec: { resourcetemplates: [{ kind: 'PipelineRun' }] } },
      undefined,
    ],
  ])('%s', (_, of, pipeline) => {
    expect(pipelineOfTemplate(of)).toBe(pipeline);
  });
});
