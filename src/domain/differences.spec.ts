import { applyPatch } from 'fast-json-patch';
import fc from 'fast-check';
import type { JsonPatch } from './cluster-verbs';
import { covers, differencesOf } from './differences';
import type { Difference } from './differences';

const nothing = (): boolean => false;

/** The patch that a difference asks for. */
const patchOf = ({ path, found, wanted }: Difference): JsonPatch =>
  wanted === undefined
    ? [{ op: 'remove', path }]
    : [{ op: found === undefined ? 'add' : 'replace', path, value: wanted }];

/** Without the one key that fast-json-patch refuses to write. */
const objects = fc
  .dictionary(fc.constantFrom('a', 'b', 'c/d', 'e~f', ''), fc.jsonValue({ maxDepth: 3 }), {
    noNullPrototype: true,
  })
  .filter((object) => !JSON.stringify(object).includes('"__proto__"'));

describe('differencesOf', () => {
  it.each<[unknown, unknown, [string, unknown, unknown][]]>([
    [{ a: 1 }, { a: 1 }, []],
    [{ a: 1 }, { a: 2 }, [['/a', 1, 2]]],
    [{}, { a: { b: 1 } }, [['/a', undefined, { b: 1 }]]],
    [{ a: 1, b: 2 }, { a: 1 }, [['/b', 2, undefined]]],
    [
      { a: { b: 1 } },
      { a: { b: 2, c: 3 } },
      [
        ['/a/b', 1, 2],
        ['/a/c', undefined, 3],
      ],
    ],
    [[1, { a: 1 }], [1, { a: 2 }], [['/1/a', 1, 2]]],
    [{ a: [1] }, { a: [1, 2] }, [['/a', [1], [1, 2]]]],
    [{ a: [] }, { a: {} }, [['/a', [], {}]]],
    [{ a: null }, { a: {} }, [['/a', null, {}]]],
    [{ 'a/b~c': 1 }, { 'a/b~c': 2 }, [['/a~1b~0c', 1, 2]]],
    [undefined, { a: 1 }, [['', undefined, { a: 1 }]]],
  ])('%j to %j: %j', (found, wanted, expected) => {
    expect(differencesOf(found, wanted, nothing)).toEqual(
      expected.map(([path, was, becomes]) => ({ path, found: was, wanted: becomes })),
    );
  });

  it('lets pass what is allowed, where it is allowed', () => {
    const allows = (path: string, value: unknown): boolean => path === '/a/kind' && value === 'x';
    expect(differencesOf({ a: { kind: 'x' } }, { a: {} }, allows)).toEqual([]);
    expect(differencesOf({ a: { kind: 'y' } }, { a: {} }, allows)).toHaveLength(1);
    expect(differencesOf({ kind: 'x' }, {}, allows)).toHaveLength(1);
    expect(differencesOf({ a: { kind: 'x' } }, { a: { kind: 'z' } }, allows)).toHaveLength(1);
  });

  it('says where a patch makes the one of the other', () => {
    fc.assert(
      fc.property(objects, objects, (found, wanted) => {
        const patch = differencesOf(found, wanted, nothing).flatMap(patchOf);
        expect(applyPatch(structuredClone(found), patch, true).newDocument).toEqual(wanted);
      }),
    );
  });
});

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
