import type { TriggerTemplate } from '../k8s/trigger-template';
import type { Trigger } from '../k8s/trigger';
import { aDigest, aDraft, aTagEvent, aTrigger, anImageStream } from '../testing/builders';
import type { ImageTrigger } from './image-trigger';
import { triggerBindingManifest } from './manifests/trigger-binding';
import { causeAnnotations, streamLabel, triggerLabel } from './marks';
import { replayRun } from './replay';
import type { ReplayInput } from './replay';
import type { Naming } from './run-policy';

const item = aTagEvent({ created: '2026-03-01T12:00:00Z' });

const anInput = (overrides: Partial<ReplayInput> = {}): ReplayInput => ({
  trigger: aTrigger(),
  binding: triggerBindingManifest({ namespace: 'ci', streams: 'images' }),
  stream: anImageStream({ tags: { latest: [item] } }),
  push: { digest: item.image, created: item.created },
  event: { id: 'event-1', time: '2026-03-01T12:30:00Z' },
  uid: 'u-1',
  ...overrides,
});

const withTemplate = (change: (template: TriggerTemplate) => TriggerTemplate): ImageTrigger => {
  const trigger = aTrigger();
  const template = structuredClone(trigger.objects.template);
  return {
    ...trigger,
    objects: { ...trigger.objects, template: template && change(template) },
  };
};

const withLastLane = (spec: Partial<NonNullable<Trigger['spec']>>): ImageTrigger => {
  const trigger = aTrigger();
  const lanes = trigger.objects.lanes.map((lane, index, all) =>
    index === all.length - 1 ? { ...lane, spec: { ...lane.spec!, ...spec } } : lane,
  );
  return { ...trigger, objects: { ...trigger.objects, lanes } };
};

describe('replayRun', () => {
  it('puts a number behind the name of a run by which a push is run again, and changes no more', () => {
    const [first, again] = [replayRun(anInput()), replayRun(anInput({ number: 3 }))];
    if (first.outcome !== 'run' || again.outcome !== 'run') throw new Error('no run');
    const { name } = again.run.metadata;
    expect(name).toBe('scan-web-aaaaaaaa-1772366400-r3');
    expect({ ...again.run, metadata: { ...again.run.metadata, name: '' } }).toEqual({
      ...first.run,
      metadata: { ...first.run.metadata, name: '' },
    });
  });

  it('has the name of the image where each image runs once, by the policy of the time of the push', () => {
    const nameOf = (naming: Naming, number?: number) => {
      const trigger = aTrigger({}, { naming });
      const replay = replayRun(anInput({ trigger, number }));
      return replay.outcome === 'run' ? replay.run.metadata.name : replay.problem;
    };
    const image = `scan-web-${'a'.repeat(16)}`;
    expect(nameOf({ policy: 'each-image' })).toBe(image);
    expect(nameOf({ policy: 'each-image' }, 2)).toBe(`${image}-r2`);
    expect(nameOf({ policy: 'each-image', since: '2026-03-01T12:00:01Z' })).toBe(
      'scan-web-aaaaaaaa-1772366400',
    );
    expect(nameOf({ policy: 'each-push', since: '2026-03-01T12:00:01Z' })).toBe(image);
  });

  it('makes the run that the listener makes of a push', () => {
    expect(replayRun(anInput())).toEqual({
      outcome: 'run',
      run: {
        apiVersion: 'tekton.dev/v1',
        kind: 'PipelineRun',
        metadata: {
          name: 'scan-web-aaaaaaaa-1772366400',
          namespace: 'ci',
          labels: {
            'app.kubernetes.io/managed-by': 'image-triggers-plugin',
            [triggerLabel]: 'scan-web',
            [streamLabel]: 'web',
            'triggers.tekton.dev/eventlistener': 'image-triggers',
            'triggers.tekton.dev/trigger': 'scan-web',
            'triggers.tekton.dev/triggers-eventid': 'event-1',
          },
          annotations: {
            [causeAnnotations.stream]: 'web',
            [causeAnnotations.streamNamespace]: 'images',
            [causeAnnotations.tag]: 'latest',
            [causeAnnotations.digest]: item.image,
            [causeAnnotations.reference]: item.dockerImageReference,
            [causeAnnotations.pushedAt]: item.created,
            [causeAnnotations.eventId]: 'event-1',
            [causeAnnotations.eventTime]: '2026-03-01T12:30:00Z',
          },
        },
        spec: {
          pipelineRef: { name: 'scan' },
          params: [{ name: 'IMAGE', value: item.dockerImageReference }],
        },
      },
    });
  });

  it('takes the first tag by name that the rule matches, with its own pull spec', () => {
    const elsewhere = { ...item, dockerImageReference: `registry.example/other@${item.image}` };
    const stream = anImageStream({
      tags: {
        build: [item],
        v2: [item],
        v1: [aTagEvent({ image: aDigest('b'), created: '2026-03-01T13:00:00Z' }), elsewhere],
        v0: null,
      },
    });
    const trigger = aTrigger({ rule: { kind: 'glob', pattern: 'v*' } });
    const replay = replayRun(anInput({ trigger, stream }));
    expect(replay).toMatchObject({
      run: {
        metadata: { annotations: { [causeAnnotations.tag]: 'v1' } },
        spec: { params: [{ name: 'IMAGE', value: elsewhere.dockerImageReference }] },
      },
    });
  });

  it('leaves a run in the namespace that the template names', () => {
    const trigger = withTemplate((template) => {
      template.spec!.resourcetemplates![0]!.metadata!.namespace = 'elsewhere';
      return template;
    });
    expect(replayRun(anInput({ trigger }))).toMatchObject({
      run: { metadata: { namespace: 'elsewhere' } },
    });
  });

  const changedBinding = triggerBindingManifest({ namespace: 'ci', streams: 'images' });
  const [first, ...others] = changedBinding.spec.params!;
  const bound = (value: string) => ({
    ...changedBinding,
    spec: { params: [{ ...first!, value }, ...others] },
  });

  it('takes a text that somebody wrote into the binding', () => {
    expect(replayRun(anInput({ binding: bound('registry.example/fixed') }))).toMatchObject({
      run: { spec: { params: [{ value: 'registry.example/fixed' }] } },
    });
  });

  it.each<[string, Partial<ReplayInput>]>([
    ['the push is of another image', { push: { digest: aDigest('b'), created: item.created } }],
    [
      'the push is of another time',
      { push: { digest: item.image, created: '2026-01-01T00:00:00Z' } },
    ],
    ['the stream holds nothing', { stream: anImageStream({ tags: {} }) }],
    ['its tags do not match', { trigger: aTrigger({ rule: { kind: 'tags', tags: ['v1'] } }) }],
  ])('finds the push gone where %s', (_, overrides) => {
    expect(replayRun(anInput(overrides))).toEqual({ outcome: 'impossible', problem: 'push-gone' });
  });

  it('judges a push by the rule of its time', () => {
    const trigger = aTrigger({ rule: { kind: 'tags', tags: ['v1'] } });
    const earlier = { kind: 'any' } as const;
    const edit = { at: '2026-03-01T13:00:00Z', state: 'active', earlier } as const;
    const input = anInput({ trigger: { ...trigger, activity: [...trigger.activity, edit] } });
    expect(replayRun(input).outcome).toBe('run');
  });

  it.each<[string, (template: TriggerTemplate) => TriggerTemplate | undefined]>([
    ['there is none', () => undefined],
    ['it makes something else', ({ spec }) => ({ spec: { ...spec, resourcetemplates: [] } })],
  ])('finds the template missing where %s', (_, change) => {
    const trigger = aTrigger();
    const template = change(trigger.objects.template!);
    const input = anInput({ trigger: { ...trigger, objects: { ...trigger.objects, template } } });
    expect(replayRun(input)).toEqual({ outcome: 'impossible', problem: 'template-missing' });
  });

  it.each<[string, Partial<ReplayInput>]>([
    ['lanes cannot be read', { trigger: { ...aTrigger(), binding: undefined } }],
    ['a lane uses another template', { trigger: withLastLane({ template: { ref: 'other' } }) }],
    ['a lane uses another binding', { trigger: withLastLane({ bindings: [{ ref: 'other' }] }) }],
    [
      'a lane adds a value',
      {
        trigger: withLastLane({
          bindings: [{ ref: 'image-triggers' }, { name: 'more', value: 'x' }],
        }),
      },
    ],
    ['the binding reads what only the listener has', { binding: bound('$(body.metadata.uid)') }],
    [
      'a default breaks the template',
      {
        trigger: withTemplate((template) => ({
          ...template,
          spec: {
            params: [{ name: 'note', default: '"' }],
            resourcetemplates: [{ kind: 'PipelineRun', metadata: { name: '$(tt.params.note)' } }],
          },
        })),
      },
    ],
  ])('says that somebody changed it where %s', (_, overrides) => {
    expect(replayRun(anInput(overrides))).toEqual({
      outcome: 'impossible',
      problem: 'changed-by-hand',
    });
  });

  it('is of the trigger, whatever its draft', () => {
    const draft = aDraft({ name: 'other', namespace: 'apps', pipeline: 'sign', params: [] });
    expect(replayRun(anInput({ trigger: aTrigger(draft) }))).toMatchObject({
      run: {
        metadata: { name: 'other-aaaaaaaa-1772366400', namespace: 'apps' },
        spec: { pipelineRef: { name: 'sign' }, params: [] },
      },
    });
  });
});
