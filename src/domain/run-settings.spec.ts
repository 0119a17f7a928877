import { defaultSettings, settingProblems, splitSettings, withSettings } from './run-settings';
import type { RunSettings } from './run-settings';

describe('the settings of a run', () => {
  it.each<[object, Partial<RunSettings>, object]>([
    [{}, {}, {}],
    [{ status: 'x' }, {}, { status: 'x' }],
    [{ taskRunTemplate: { serviceAccountName: 'ci' } }, { serviceAccount: 'ci' }, {}],
    [
      { taskRunTemplate: { serviceAccountName: 'ci', podTemplate: { a: 1 } } },
      { serviceAccount: 'ci' },
      { taskRunTemplate: { podTemplate: { a: 1 } } },
    ],
    [
      { timeouts: { pipeline: '2h', tasks: '1h', finally: '10m' } },
      { pipelineTimeout: '2h', tasksTimeout: '1h', finallyTimeout: '10m' },
      {},
    ],
    [{ timeouts: { tasks: '0' } }, { tasksTimeout: '0' }, {}],
    [{ taskRunTemplate: {} }, {}, { taskRunTemplate: {} }],
    [{ timeouts: {} }, {}, { timeouts: {} }],
    [{ timeouts: { tasks: 5 } }, {}, { timeouts: { tasks: 5 } }],
    [{ timeouts: { tasks: '$(x)' } }, {}, { timeouts: { tasks: '$(x)' } }],
    [{ timeouts: { tasks: '1h', other: '1h' } }, {}, { timeouts: { tasks: '1h', other: '1h' } }],
    [
      { taskRunTemplate: { serviceAccountName: '$(tt.params.image-tag)' } },
      {},
      { taskRunTemplate: { serviceAccountName: '$(tt.params.image-tag)' } },
    ],
    [{ taskRunTemplate: 'odd', timeouts: null }, {}, { taskRunTemplate: 'odd', timeouts: null }],
  ])('of %j are %j, and all else is left: %j', (spec, settings, rest) => {
    const all = { ...defaultSettings, ...settings };
    expect(splitSettings(spec)).toEqual({ settings: all, rest });
    expect(withSettings(rest, all)).toEqual(spec);
  });
});

describe('settingProblems', () => {
  it.each<[Partial<RunSettings>, string[]]>([
    [{}, []],
    [{ serviceAccount: 'ci' }, []],
    [{ serviceAccount: 'CI' }, ['account-illegal serviceAccount']],
    [{ pipelineTimeout: '1h30m' }, []],
    [{ pipelineTimeout: '90' }, ['timeout-illegal pipelineTimeout']],
    [{ tasksTimeout: '1h', finallyTimeout: 'x' }, ['timeout-illegal finallyTimeout']],
    [{ pipelineTimeout: '1h', tasksTimeout: '50m', finallyTimeout: '10m' }, []],
    [
      { pipelineTimeout: '1h', tasksTimeout: '50m', finallyTimeout: '11m' },
      ['timeout-too-long finallyTimeout'],
    ],
    [{ pipelineTimeout: '1h', tasksTimeout: '61m' }, ['timeout-too-long tasksTimeout']],
    [{ pipelineTimeout: '1h', tasksTimeout: '0' }, ['timeout-too-long tasksTimeout']],
    [{ pipelineTimeout: '1h', finallyTimeout: '0s' }, ['timeout-too-long finallyTimeout']],
    // Whatever says nothing takes an hour.
    [{ tasksTimeout: '1h' }, []],
    [{ tasksTimeout: '61m' }, ['timeout-too-long tasksTimeout']],
    [{ pipelineTimeout: '0' }, []],
    [{ pipelineTimeout: '0', tasksTimeout: '100h' }, []],
    [{ pipelineTimeout: '0', tasksTimeout: '0', finallyTimeout: '0' }, []],
    [
      { pipelineTimeout: '0', tasksTimeout: '1h', finallyTimeout: '1h' },
      ['timeout-both finallyTimeout'],
    ],
  ])('finds in %j: %j', (settings, problems) => {
    const found = settingProblems({ ...defaultSettings, ...settings });
    expect(found.map(({ code, setting }) => `${code} ${setting}`)).toEqual(problems);
  });
});
