import { versionOrder } from './version-order';

describe('versionOrder', () => {
  it.each([
    ['0.1.0', 'older', '0.2.0'],
    ['0.9.0', 'older', '0.10.0'],
    ['1.10.0', 'newer', '1.9.9'],
    ['2.0.0', 'newer', '1.99.99'],
    ['1.2.3', 'same', '1.2.3'],
    ['1.2.3+build.5', 'same', '1.2.3'],
    ['1.0.0-rc.1', 'older', '1.0.0'],
    ['1.0.0', 'newer', '1.0.0-rc.1'],
    ['1.0.0-rc.2', 'older', '1.0.0-rc.10'],
    ['0.9.0', 'older', '1.0.0-rc.1'],
  ])('%s is %s than %s', (a, order, b) => {
    expect(versionOrder(a, b)).toBe(order);
  });

  it.each([undefined, '', 'latest', '1.2', 'v1.2.3', '1.2.3.4'])('does not know %s', (text) => {
    expect(versionOrder(text, '1.2.3')).toBeUndefined();
  });
});
