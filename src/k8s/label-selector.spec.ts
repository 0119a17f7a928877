import { matcherOf } from './label-selector';

const labels = { app: 'web', tier: 'front' };

test.each([
  [{ matchLabels: { app: 'web' } }, true],
  [{ matchLabels: { app: 'api' } }, false],
  [{}, true],
  [{ matchExpressions: [{ key: 'app', operator: 'In' as const, values: ['web'] }] }, true],
  [{ matchExpressions: [{ key: 'app', operator: 'NotIn' as const, values: ['web'] }] }, false],
  [{ matchExpressions: [{ key: 'app', operator: 'Exists' as const }] }, true],
  [{ matchExpressions: [{ key: 'app', operator: 'DoesNotExist' as const }] }, false],
])('selector %j matches: %s', (selector, matches) => {
  expect(matcherOf(selector)(labels)).toBe(matches);
});
