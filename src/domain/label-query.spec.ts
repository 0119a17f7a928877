import { parseLabelQuery } from './label-query';

const labels = {
  bare: {},
  shop: { team: 'shop', tier: 'front' },
  ops: { team: 'ops', 'example.com/part-of': 'shop' },
  empty: { team: '' },
};

const selected = (text: string): string[] | string => {
  const query = parseLabelQuery(text);
  if ('illegal' in query) return query.illegal;
  return Object.entries(labels)
    .filter(([, own]) => query.matches(own))
    .map(([name]) => name);
};

describe('parseLabelQuery', () => {
  it.each<[string, string[]]>([
    ['', ['bare', 'shop', 'ops', 'empty']],
    ['team', ['shop', 'ops', 'empty']],
    ['!team', ['bare']],
    ['team=shop', ['shop']],
    ['team==shop', ['shop']],
    ['team!=shop', ['bare', 'ops', 'empty']],
    ['team=', ['empty']],
    ['team = ops , example.com/part-of=shop', ['ops']],
    ['team=shop,tier,', ['shop']],
    ['team=shop,!tier', []],
    ['toString', []],
    ['!toString', ['bare', 'shop', 'ops', 'empty']],
  ])('%j selects %j', (text, names) => {
    expect(selected(text)).toEqual(names);
  });

  it.each<[string, string]>([
    ['=shop', '=shop'],
    ['team=shop=web', 'team=shop=web'],
    ['!team=shop', '!team=shop'],
    ['te am', 'te am'],
    ['team=a b', 'team=a b'],
    ['a/b/c', 'a/b/c'],
    ['Example.com/team', 'Example.com/team'],
    ['team,-x', '-x'],
    ['team in (a', 'team in (a'],
    ['x'.repeat(64), 'x'.repeat(64)],
  ])('%j has %j, which asks for nothing', (text, illegal) => {
    expect(selected(text)).toBe(illegal);
  });
});
