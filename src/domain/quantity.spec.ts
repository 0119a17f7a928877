import { parseQuantity } from './quantity';

describe('parseQuantity', () => {
  it.each([
    ['1', 1],
    ['0.5', 0.5],
    ['100m', 0.1],
    ['250u', 0.00025],
    ['2k', 2_000],
    ['64Mi', 67_108_864],
    ['1Gi', 1_073_741_824],
    ['128M', 128_000_000],
    ['1e3', 1_000],
    ['2E', 2e18],
    ['0', 0],
  ])('%s is %d', (quantity, number) => {
    expect(parseQuantity(quantity)).toBeCloseTo(number, 9);
  });

  it.each([[undefined], [''], ['many'], ['1.2.3'], ['5Xi'], ['-1'], ['5constructor']])(
    '%s is none',
    (quantity) => {
      expect(parseQuantity(quantity)).toBeUndefined();
    },
  );
});
