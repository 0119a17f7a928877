import type { ParamSpec } from '../k8s/pipeline';
import type { PipelineRun } from '../k8s/pipeline-run';
import type { Condition } from '../k8s/resource';
import { aTrigger, aTriggerTemplate } from '../testing/builders';
import { findingsOf, listenerHealth, sourceHealth } from './health';
import type { Finding, HealthInput, PartHealth } from './health';
import type { ImageTrigger } from './image-trigger';

const condition = (type: string, status: Condition['status'], rest?: Partial<Condition>) => ({
  type,
  status,
  ...rest,
});
const sourceTypes = ['SufficientPermissions', 'Deployed', 'SinkProvided', 'Ready'];
const allTrue = sourceTypes.map((type) => condition(type, 'True'));
const without = (type: string): Condition[] => allTrue.filter((one) => one.type !== type);

describe('sourceHealth', () => {
  it.each<[string, Condition[] | undefined, PartHealth]>([
    ['all is True', allTrue, { state: 'ready' }],
    ['there are no conditions', undefined, { state: 'not-ready', message: '' }],
    ['there is none yet', [], { state: 'not-ready', message: '' }],
    [
      'one is False, which explains why it is not Ready',
      [
        condition('Ready', 'False', { reason: 'Because' }),
        ...without('Ready').filter(({ type }) => type !== 'SufficientPermissions'),
        condition('SufficientPermissions', 'False', { reason: 'NoGet', message: 'cannot get' }),
      ],
      { state: 'not-ready', message: 'NoGet: cannot get' },
    ],
    [
      'False comes before Unknown',
      [
        ...without('Deployed').filter(({ type }) => type !== 'SinkProvided'),
        condition('Deployed', 'Unknown', { message: 'rolling' }),
        condition('SinkProvided', 'False', { message: 'no sink' }),
      ],
      { state: 'not-ready', message: 'no sink' },
    ],
    [
      'it says Ready, and one says Unknown',
      [...without('Deployed'), condition('Deployed', 'Unknown', { reason: 'Rolling' })],
      { state: 'not-ready', message: 'Rolling' },
    ],
  ])('where %s', (_, conditions, health) => {
    expect(sourceHealth({ status: { conditions } })).toEqual(health);
  });

  it('is missing without a source, and not ready without a status', () => {
    expect(sourceHealth(undefined)).toEqual({ state: 'missing' });
    expect(sourceHealth({})).toEqual({ state: 'not-ready', message: '' });
  });
});

describe('listenerHealth', () => {
  it.each<[string, Condition[], PartHealth]>([
    [
      'it is available',
      [condition('Available', 'True'), condition('Ready', 'True')],
      { state: 'ready' },
    ],
    [
      'it is Ready and its Deployment is not available',
      [condition('Available', 'False', { message: 'no pods' }), condition('Ready', 'True')],
      { state: 'not-ready', message: 'no pods' },
    ],
    [
      'nothing is said of its Deployment',
      [condition('Ready', 'True')],
      { state: 'not-ready', message: '' },
    ],
  ])('where %s', (_, conditions, health) => {
    expect(listenerHealth({ status: { conditions } })).toEqual(health);
  });

  it('is missing without a listener', () => {
    expect(listenerHealth(undefined)).toEqual({ state: 'missing' });
  });
});

describe('findingsOf', () => {
  const ready: PartHealth = { state: 'ready' };
  const broken: PartHealth = { state: 'not-ready', message: 'why' };
  const trigger = aTrigger();
  const with_ = (change: Partial<ImageTrigger>): Partial<HealthInput> => ({
    trigger: { ...trigger, ...change },
  });

  const unreadable = with_({
    binding: undefined,
    objects: { ...trigger.objects, lanes: [] },
  });
  const asking = (...params: ParamSpec[]): Partial<HealthInput> => ({
    pipeline: { spec: { params } },
  });
  const runningAs = (account: string): Partial<HealthInput> => {
    const template = structuredClone(aTriggerTemplate());
    const run = template.spec!.resourcetemplates![0] as PipelineRun;
    run.spec = { ...run.spec, taskRunTemplate: { serviceAccountName: account } };
    return with_({ objects: { ...trigger.objects, template } });
  };

  it.each<[string, Partial<HealthInput>, Finding[]]>([
    ['nothing wrong with a healthy trigger', {}, []],
    ['no source', { source: { state: 'missing' } }, [{ code: 'source-missing' }]],
    ['no listener', { listener: { state: 'missing' } }, [{ code: 'listener-missing' }]],
    ['a broken source', { source: broken }, [{ code: 'source-not-ready', message: 'why' }]],
    ['a broken listener', { listener: broken }, [{ code: 'listener-not-ready', message: 'why' }]],
    ['a change by hand', unreadable, [{ code: 'changed-by-hand' }]],
    [
      'a change by hand of which other lanes say what it was',
      with_({ binding: undefined }),
      [{ code: 'lane-changed' }],
    ],
    [
      'nothing about the source of lanes that cannot be read',
      { ...unreadable, source: { state: 'missing' } },
      [{ code: 'changed-by-hand' }],
    ],
    [
      'an edit that is not finished, whatever lanes there are in the middle of it',
      with_({ lanes: 3, objects: { ...trigger.objects, bridge: trigger.objects.lanes } }),
      [{ code: 'edit-unfinished' }],
    ],
    ['lost lanes', with_({ lanes: 3 }), [{ code: 'lanes-missing', found: 3, expected: 4 }]],
    ['no complaint about more lanes', with_({ lanes: 5 }), []],
    [
      'no complaint about lanes that cannot be read',
      with_({ binding: undefined, lanes: 1 }),
      [{ code: 'lane-changed' }],
    ],
    ['no template', with_({ pipeline: undefined }), [{ code: 'template-missing' }]],
    [
      'no template before no Pipeline',
      { ...with_({ pipeline: undefined }), pipeline: 'missing' },
      [{ code: 'template-missing' }],
    ],
    ['no Pipeline', { pipeline: 'missing' }, [{ code: 'pipeline-missing', pipeline: 'scan' }]],
    [
      'parameters that the Pipeline asks for by now, but for those with a default',
      asking({ name: 'IMAGE' }, { name: 'LEVEL' }, { name: 'KEY' }, { name: 'LOG', default: '' }),
      [{ code: 'params-missing', pipeline: 'scan', params: 'LEVEL, KEY' }],
    ],
    ['nothing wrong with parameters that the trigger gives', asking({ name: 'IMAGE' }), []],
    [
      'the account of the runs gone',
      { ...runningAs('signer'), accounts: new Set(['default']) },
      [{ code: 'account-missing', account: 'signer' }],
    ],
    [
      'nothing wrong with an account that is there',
      { ...runningAs('signer'), accounts: new Set(['signer']) },
      [],
    ],
    ['no complaint about an account where none can be seen', runningAs('signer'), []],
    [
      'a listener that bears no more',
      { overload: { calls: 400, stream: 'images/web', kilobytes: 1400 } },
      [{ code: 'overload', calls: 400, stream: 'images/web', kilobytes: 1400 }],
    ],
    ['a pause', with_({ active: 'none' }), [{ code: 'paused' }]],
    [
      'what only a newer version can read',
      with_({ binding: undefined, builder: '2.0.0' }),
      [{ code: 'newer-builder', builder: '2.0.0', version: '1.2.3' }],
    ],
    [
      'what an older version built otherwise',
      with_({ builder: '1.1.0', objects: { ...trigger.objects, template: undefined } }),
      [{ code: 'outdated', builder: '1.1.0', version: '1.2.3', objects: 1 }],
    ],
    ['no complaint about an older version that built the same', with_({ builder: '1.1.0' }), []],
    ['half a pause', with_({ active: 'some' }), [{ code: 'partly-active' }]],
  ])('finds %s', (_, input, findings) => {
    expect(
      findingsOf({
        trigger,
        source: ready,
        listener: ready,
        overload: undefined,
        pipeline: 'unknown',
        accounts: undefined,
        version: '1.2.3',
        ...input,
      }),
    ).toEqual(findings);
  });

  it('finds everything at once, the relay first', () => {
    const input: HealthInput = {
      trigger: { ...trigger, lanes: 1, active: 'none' },
      source: { state: 'missing' },
      listener: broken,
      overload: { calls: 400, stream: 'images/web', kilobytes: 1400 },
      pipeline: 'missing',
      accounts: undefined,
      version: '1.2.3',
    };
    expect(findingsOf(input).map(({ code }) => code)).toEqual([
      'source-missing',
      'listener-not-ready',
      'overload',
      'lanes-missing',
      'pipeline-missing',
      'paused',
    ]);
  });
});
