import { textAt } from './json-path';

const root = {
  body: {
    name: 'web "1"\n',
    count: 2,
    big: 1e21,
    flag: false,
    none: null,
    items: [{ name: 'a' }, { name: 'b' }],
    'dotted.key': 'd',
    map: { z: 1, a: [1] },
  },
};

describe('a path of a TriggerBinding', () => {
  it.each([
    ['body.name', 'web \\"1\\"\\n'],
    ['.body.count', '2'],
    ['{.body.flag}', 'false'],
    ['{body.none}', 'null'],
    ['body.items[1].name', 'b'],
    ['body.items[-1].name', 'b'],
    ['body.items[*].name', '["a","b"]'],
    ['body.items[0]', '{"name":"a"}'],
    ["body['dotted.key']", 'd'],
    ['body.dotted\\.key', 'd'],
    ['body.map', '{"a":[1],"z":1}'],
  ])('%s is %s', (path, text) => {
    expect(textAt(root, path)).toBe(text);
  });

  it.each([
    ['body.absent', 'absent is not found'],
    ['body.name.deeper', 'deeper is not found'],
    ['body.toString', 'toString is not found'],
    ['body.items[2]', 'array index out of bounds'],
    ['body.map[0]', 'not an array'],
    ['', 'unexpected path'],
    ['body.items[?(@.name)]', 'unrecognized path'],
  ])('%s fails: %s', (path, message) => {
    expect(() => textAt(root, path)).toThrow(message);
  });
});
