import fc from 'fast-check';
import { covers } from './covers';

describe('covers', () => {
  it.each([
    [{ a: 1, b: 2 }, { a: 1 }],
    [{ a: { b: 1, c: 2 } }, { a: { b: 1 } }],
    [[{ a: 1, b: 2 }], [{ a: 1 }]],
    [{ a: 1 }, {}],
    [{}, { a: undefined }],
    [null, null],
    [[], []],
  ])('%j covers %j', (found, wanted) => {
    expect(covers(found, wanted)).toBe(true);
  });

  it.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { a: '1' }],
    [{}, { a: 1 }],
    [{ a: 1 }, { a: undefined }],
    [{ a: null }, { a: {} }],
    [null, {}],
    [undefined, {}],
    ['', {}],
    [{}, null],
    [
      [1, 2],
      [2, 1],
    ],
    [[1, 2], [1]],
    [[1], [1, 2]],
    [{ 0: 1, length: 1 }, [1]],
    [[1], { 0: 1 }],
    [[], {}],
  ])('%j does not cover %j', (found, wanted) => {
    expect(covers(found, wanted)).toBe(false);
  });

  it('holds for any JSON and itself', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(covers(structuredClone(json), json)).toBe(true);
      }),
    );
  });

  it('holds for two values both ways only where they are equal', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), fc.jsonValue({ maxDepth: 2 }), (a, b) => {
        if (covers(a, b) && covers(b, a)) expect(a).toEqual(b);
      }),
    );
  });
});
