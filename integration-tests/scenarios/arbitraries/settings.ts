import fc from 'fast-check';
import { settingProblems } from '../../../src/domain/run-settings';
import type { RunSettings } from '../../../src/domain/run-settings';

/** Durations as Go writes them, and some that it does not take. */
const durations = fc.oneof(
  fc.constantFrom(
    '',
    '',
    '0',
    '0s',
    '1h',
    '1h30m',
    '90m',
    '1.5h',
    '.5h',
    '1500ms',
    '5',
    '-1h',
    'x',
  ),
  fc
    .tuple(fc.nat({ max: 200 }), fc.constantFrom('h', 'm', 's', 'ms', 'us', 'µs', 'ns'))
    .map(([number, unit]) => `${number}${unit}`),
);

/** Settings of a run that the form lets through. */
export const settings: fc.Arbitrary<RunSettings> = fc
  .record({
    serviceAccount: fc.oneof(
      fc.constantFrom('', 'pipeline', 'Illegal'),
      fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,20}[a-z0-9])?(\.[a-z0-9]{1,5})?$/),
    ),
    pipelineTimeout: durations,
    tasksTimeout: durations,
    finallyTimeout: durations,
  })
  .filter((all) => settingProblems(all).length === 0);
