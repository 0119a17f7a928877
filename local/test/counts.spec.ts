import { asOneCheck, fromClosingLine, fromJest, fromPlaywright } from './counts';

describe('counts of a stage', () => {
  it.each([
    ['one check', asOneCheck('', true), { passed: 1, failed: 0 }],
    ['one failed check', asOneCheck('3 passed', false), { passed: 0, failed: 1 }],
    ['closing line', fromClosingLine('a\n12 passed, 3 failed\n', false), { passed: 12, failed: 3 }],
    ['no closing line', fromClosingLine('crashed', false), { passed: 0, failed: 1 }],
    ['nothing run', fromClosingLine('0 passed, 0 failed', true), { passed: 0, failed: 1 }],
    [
      'jest',
      fromJest('Tests:       1 failed, 20 passed, 21 total', false),
      { passed: 20, failed: 1 },
    ],
    ['jest that crashed', fromJest('Tests: 20 passed, 20 total', false), { passed: 20, failed: 1 }],
    ['playwright', fromPlaywright('  20 passed (1.2m)\n', true), { passed: 20, failed: 0 }],
    [
      'flaky playwright',
      fromPlaywright('  1 flaky\n  19 passed (1m)\n', true),
      { passed: 19, failed: 1 },
    ],
  ])('%s', (_, counts, expected) => {
    expect(counts).toEqual(expected);
  });
});
