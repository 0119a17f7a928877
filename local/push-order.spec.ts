import { parsePushOrder } from './push-order';

const digest = `sha256:${'a'.repeat(64)}`;

describe('the arguments of npm run push', () => {
  it.each([
    [['shop-images/cart:v1'], { namespace: 'shop-images', stream: 'cart', tags: ['v1'] }],
    [
      ['shop-images/cart:v1.4.3,latest', '--image', digest],
      { namespace: 'shop-images', stream: 'cart', tags: ['v1.4.3', 'latest'], digest },
    ],
  ])('%j', (args, order) => {
    expect(parsePushOrder(args)).toEqual(order);
  });

  it.each([
    [[]],
    [['cart:v1']],
    [['shop-images/cart']],
    [['shop-images/cart:']],
    [['shop-images/cart:v1,']],
    [['shop-images/cart:v1', '--image']],
    [['shop-images/cart:v1', '--image', 'sha256:short']],
    [['shop-images/cart:v1', '--force', digest]],
    [['shop-images/cart:v1', '--image', digest, 'more']],
  ])('are refused: %j', (args) => {
    expect(parsePushOrder(args)).toBeUndefined();
  });
});
