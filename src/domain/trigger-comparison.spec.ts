import type { K8sObject } from '../k8s/resource';
import { nameOf } from '../k8s/resource';
import type { Trigger } from '../k8s/trigger';
import type { TriggerTemplate } from '../k8s/trigger-template';
import { aDraft, aTriggerTemplate, lanesOfDraft } from '../testing/builders';
import { differs } from './comparison';
import type { Comparison } from './comparison';
import { imageTriggersOf } from './image-trigger';
import { compareTrigger, outdatedObjects, sharedWith } from './trigger-comparison';

/** The version that the builders of specs build. */
const version = '1.2.3';

interface Parts {
  readonly lanes: Trigger[];
  readonly template: TriggerTemplate | undefined;
}

const partsOf = (): Parts => ({ lanes: lanesOfDraft(), template: aTriggerTemplate() });

/** The image trigger that is read from objects. */
const triggerOf = ({ lanes, template }: Parts) =>
  imageTriggersOf(lanes, template ? [template] : [])[0]!;

const compare = (parts: Parts): Comparison[] => compareTrigger(triggerOf(parts), version);

/** What differs, as `KIND NAME STATE PATH,PATH`. */
const linesOf = (comparisons: readonly Comparison[]): string[] =>
  comparisons
    .filter(({ state }) => state !== 'same')
    .map(({ kind, name, state, differences }) =>
      [kind.kind, name, state, differences.map(({ path }) => path).join()].join(' ').trim(),
    );

/** A lane with another spec. */
const withSpec = (lane: Trigger, change: Record<string, unknown>): Trigger => ({
  ...lane,
  spec: { ...lane.spec!, ...change },
});

const builtBy = <T extends K8sObject>(object: T, builder: string): T => ({
  ...object,
  metadata: {
    ...object.metadata,
    annotations: { ...object.metadata?.annotations, 'imagetriggers.dev/builder-version': builder },
  },
});

describe('compareTrigger', () => {
  it('keeps what the runs do, and what others label them with', () => {
    const template = structuredClone(aTriggerTemplate());
    const run = template.spec!.resourcetemplates![0]! as K8sObject & { spec: unknown };
    run.spec = {
      pipelineRef: { name: 'another' },
      params: [],
      taskRunTemplate: { serviceAccountName: 'signer' },
    };
    run.metadata!.labels!.team = 'a';
    run.metadata!.annotations!.note = 'b';
    expect(linesOf(compare({ ...partsOf(), template }))).toEqual([]);
  });

  it('minds neither a pause nor what the webhook adds', () => {
    const lanes = lanesOfDraft(aDraft(), { active: false }).map((lane) =>
      withSpec(lane, { bindings: [{ ref: 'image-triggers', kind: 'TriggerBinding' }] }),
    );
    expect(linesOf(compare({ ...partsOf(), lanes }))).toEqual([]);
  });

  it.each<[string, (parts: Parts) => Parts, string[]]>([
    [
      'a lane that runs as somebody else',
      ({ lanes: [first, ...rest], template }) => ({
        lanes: [withSpec(first!, { serviceAccountName: 'admin' }), ...rest],
        template,
      }),
      ['Trigger scan-web by-hand /spec/serviceAccountName'],
    ],
    [
      'a lane with another filter, by what the others say',
      ({ lanes: [first, ...rest], template }) => ({
        lanes: [withSpec(first!, { interceptors: [] }), ...rest],
        template,
      }),
      ['Trigger scan-web by-hand /spec/interceptors'],
    ],
    [
      'a lane with the filter of another',
      ({ lanes: [first, second, ...rest], template }) => ({
        lanes: [first!, withSpec(second!, { interceptors: first!.spec!.interceptors }), ...rest],
        template,
      }),
      [
        'Trigger scan-web-2 by-hand /spec/interceptors/0/params/0/value,/spec/interceptors/0/params/1/value/0/expression',
      ],
    ],
    [
      'a lane that is gone',
      ({ lanes: [first, , ...rest], template }) => ({ lanes: [first!, ...rest], template }),
      ['Trigger scan-web-2 missing'],
    ],
    [
      'a lane too many',
      ({ lanes, template }) => ({
        lanes: [
          ...lanes,
          { ...lanes[3]!, metadata: { ...lanes[3]!.metadata, name: 'scan-web-5' } },
        ],
        template,
      }),
      ['Trigger scan-web-5 extra'],
    ],
    [
      'a template that is gone',
      ({ lanes }) => ({ lanes, template: undefined }),
      ['TriggerTemplate scan-web missing'],
    ],
    [
      'a template without the cause record',
      ({ lanes, template }) => {
        const changed = structuredClone(template!);
        delete changed.spec!.resourcetemplates![0]!.metadata!.annotations!['imagetriggers.dev/tag'];
        return { lanes, template: changed };
      },
      [
        'TriggerTemplate scan-web by-hand /spec/resourcetemplates/0/metadata/annotations/imagetriggers.dev~1tag',
      ],
    ],
    [
      'what an older version built otherwise',
      ({ lanes, template }) => ({
        lanes: lanes.map((lane) =>
          builtBy(withSpec(lane, { bindings: [{ ref: 'image-triggers-binding' }] }), '1.1.0'),
        ),
        template: builtBy(
          { ...template!, spec: { ...template!.spec, params: [{ name: 'run-name' }] } },
          '1.1.0',
        ),
      }),
      [
        'Trigger scan-web outdated /spec/bindings/0/ref',
        'Trigger scan-web-2 outdated /spec/bindings/0/ref',
        'Trigger scan-web-3 outdated /spec/bindings/0/ref',
        'Trigger scan-web-4 outdated /spec/bindings/0/ref',
        'TriggerTemplate scan-web outdated /spec/params',
      ],
    ],
    [
      'nothing in what a newer version built, but names it',
      ({ lanes: [first], template }) => ({
        lanes: [builtBy(withSpec(first!, { interceptors: [] }), '2.0.0')],
        template: builtBy(template!, '2.0.0'),
      }),
      ['Trigger scan-web newer', 'TriggerTemplate scan-web newer'],
    ],
    [
      'nothing in lanes that all were changed, but says so',
      ({ lanes: [first], template }) => ({
        lanes: [withSpec(first!, { interceptors: [] })],
        template,
      }),
      ['Trigger scan-web unreadable', 'TriggerTemplate scan-web unreadable'],
    ],
    [
      'nothing in lanes that contradict each other, but says so',
      ({ lanes: [first], template }) => ({
        lanes: [first!, lanesOfDraft(aDraft({ rule: { kind: 'glob', pattern: 'v*' } }))[1]!],
        template,
      }),
      [
        'Trigger scan-web unreadable',
        'Trigger scan-web-2 unreadable',
        'TriggerTemplate scan-web unreadable',
      ],
    ],
  ])('finds %s', (_, change, lines) => {
    expect(linesOf(compare(change(partsOf())))).toEqual(lines);
  });

  it('says what a lane that was changed by hand should be', () => {
    const { lanes, template } = partsOf();
    const changed = withSpec(lanes[0]!, { interceptors: [] });
    const [comparison] = compare({ lanes: [changed, ...lanes.slice(1)], template }).filter(differs);
    expect(comparison!.differences).toEqual([
      { path: '/spec/interceptors', found: [], wanted: lanes[0]!.spec!.interceptors },
    ]);
  });
});

describe('outdatedObjects', () => {
  const { lanes, template } = partsOf();
  const old = lanes.map((lane) => builtBy(withSpec(lane, { bindings: [] }), '1.1.0'));

  it.each<[string, Parts, number]>([
    ['nothing of what this version built', { lanes, template }, 0],
    [
      'nothing that only bears an older mark',
      { lanes: lanes.map((one) => builtBy(one, '1.1.0')), template },
      0,
    ],
    [
      'nothing that was only changed by hand',
      { lanes: lanes.map((one) => withSpec(one, { bindings: [] })), template },
      0,
    ],
    ['what an older version built otherwise', { lanes: old, template }, 4],
  ])('counts %s', (_, parts, count) => {
    expect(outdatedObjects(triggerOf(parts), version)).toBe(count);
  });
});

describe('sharedWith', () => {
  const namesOf = (parts: Parts): string[] =>
    sharedWith(triggerOf(parts), version).map(({ manifest }) => nameOf(manifest));

  it('is the whole relay of a trigger that can be read, also where one lane cannot', () => {
    const { lanes, template } = partsOf();
    const [first, ...rest] = lanes;
    expect(namesOf({ lanes, template })).toContain('image-triggers-images');
    expect(
      namesOf({ lanes: [withSpec(first!, { interceptors: [] }), ...rest], template }),
    ).toContain('image-triggers-images');
  });

  it('is the side of the listener where nobody knows the source', () => {
    const { lanes, template } = partsOf();
    const unreadable = [withSpec(lanes[0]!, { interceptors: [] })];
    const names = namesOf({ lanes: unreadable, template });
    expect(names).toContain('image-triggers');
    expect(names).not.toContain('image-triggers-images');
  });
});
