import { isObjectName } from './object-name';

describe('isObjectName', () => {
  it.each(['a', '1', 'my-claim', 'cert.example.com', 'a'.repeat(253)])('takes %s', (name) => {
    expect(isObjectName(name)).toBe(true);
  });

  it.each(['', 'A', '-a', 'a-', 'a..b', '.a', 'a_b', 'a b', 'a\n', '$(x)', 'a'.repeat(254)])(
    'refuses %j',
    (name) => {
      expect(isObjectName(name)).toBe(false);
    },
  );
});
