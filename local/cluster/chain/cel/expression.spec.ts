import { evaluate } from './expression';
import { celMapOf } from './input';
import { overlayJson } from './json-value';

const variables = {
  body: celMapOf({
    text: 'v1',
    count: 3,
    none: null,
    items: [
      { n: 2, name: 'b' },
      { n: 1, name: 'a' },
    ],
    inner: { a: 1 },
    created: '2026-01-01T00:00:10Z',
  }),
  header: celMapOf({ 'Ce-Type': ['update'], 'Ce-Time': ['2026-01-01T00:01:00.5Z'] }),
  requestURL: 'http://el.ns:8080/',
  extensions: celMapOf({ key: '2026-01-01T00:00:10Z sha256:0123456789abcdef' }),
};

const valueOf = (expression: string) => overlayJson(evaluate(expression, variables));

describe('an expression of the CEL interceptor', () => {
  it.each([
    ['body.text', 'v1'],
    ['body.count == 3', true],
    ['size(body.items)', 2],
    ["header.canonical('ce-type')", 'update'],
    ["header.match('CE-TYPE', 'update')", true],
    ["header.canonical('Absent')", ''],
    ["header['Ce-Type'][0]", 'update'],
    ['requestURL.parseURL().host', 'el.ns:8080'],
    ["'http://a/?x=1&x=2'.parseURL().query.x", '1,2'],
    ['has(body.none)', true],
    ['body.none != null', false],
    ['has(body.absent)', false],
    ["'none' in body && !('absent' in body)", true],
    ['body.items.map(i, i.name).sort()', ['a', 'b']],
    ['body.items.sortBy(i, i.n).map(i, i.name)', ['a', 'b']],
    ['body.items.sortBy(i, i.n).first().name', 'a'],
    ["body.items.filter(i, i.name == 'a').sortBy(j, -j.n)[0].n", 1],
    ['[].first() == null', true],
    ['[1, 2, 3].last()', 3],
    ['[1, 2, 2, 1.0].distinct()', [1, 2]],
    ['[1, 2, 3].slice(1, 3)', [2, 3]],
    ['[[1], [2, [3]]].flatten()', [1, 2, [3]]],
    ['[1, 2].reverse()', [2, 1]],
    ['math.greatest(1, 3, 2)', 3],
    ['math.least([4, 3.5])', 3.5],
    ['math.greatest(body.count, 1)', 3],
    ["'a,b,c'.split(',')", ['a', 'b', 'c']],
    ["'a,b,c'.split(',', 2)", ['a', 'b,c']],
    ["'sha256:abcdef'.substring(7, 10)", 'abc'],
    ["'A-B'.lowerAscii().replace('-', '_')", 'a_b'],
    ["['a', 'b'].join('-')", 'a-b'],
    ["'%s is %d'.format(['x', 2])", 'x is 2'],
    ["'abc'.truncate(2) + 'abc'.truncate(9)", 'ababc'],
    ["'aXb1'.translate('[^a-z0-9]+', '-')", 'a-b1'],
    ['\'{"a": [1]}\'.parseJSON().a[0]', 1],
    ["'a: b'.parseYAML().a", 'b'],
    ['body.inner.marshalJSON()', '{"a":1}'],
    ["base64.encode(b'hi')", 'aGk='],
    ['sets.contains([1, 2], [2])', true],
    ["'latest'.matches('^(?:v[0-9].*|latest)$')", true],
    ["true ? 'a' : 'b'", 'a'],
    ["body.items.all(i, i.n > 0) && body.items.exists(i, i.name == 'a')", true],
  ])('%s', (expression, value) => {
    expect(valueOf(expression)).toEqual(value);
  });

  it.each([
    ["timestamp(header.canonical('Ce-Time')) - timestamp(body.created) < duration('120s')", true],
    ["timestamp(header.canonical('Ce-Time')) - timestamp(body.created) == duration('50.5s')", true],
    ["timestamp(body.created) - timestamp(header.canonical('Ce-Time')) < duration('0s')", true],
    ["timestamp('2026-01-01T01:00:10+01:00') == timestamp(body.created)", true],
    ["string(int(timestamp(extensions.key.split(' ')[0])))", '1767225610'],
    ["extensions.key.split(' ')[1].substring(7, 15)", '01234567'],
    [
      "[timestamp('2026-01-02T00:00:00Z'), timestamp(body.created)].sort()[0] == timestamp(body.created)",
      true,
    ],
  ])('%s', (expression, value) => {
    expect(valueOf(expression)).toEqual(value);
  });

  it.each([
    ['true || now() == body.created', "undeclared reference to 'now'"],
    ['false && unknown.field', "undeclared reference to 'unknown'"],
    ['cel.bind(x, 1, x)', 'undeclared reference to'],
    ["regex.replace('a', 'b', 'c')", 'undeclared reference to'],
    ["'aGk='.decodeb64()", "undeclared reference to 'decodeb64'"],
    ['body.?text', 'expecting'],
    ['body.items[0', 'expecting'],
    ['body.absent', 'field not found'],
    ['has(body.absent.field)', 'field not found'],
    ['size(body.none)', 'no matching overload'],
    ["'a' + 1", 'no matching overload'],
    ['body.items[7]', 'out of bounds'],
    ["[1, 'a'].sort()", 'same type'],
    ['[{}].sort()', 'must be comparable'],
    ['[1].slice(0, 2)', 'list is length 1'],
    ["timestamp('yesterday')", 'timestamp'],
    ["'{'.parseJSON()", 'JSON'],
  ])('%s is an error', (expression, message) => {
    expect(() => evaluate(expression, variables)).toThrow(message);
  });

  it.each(['null', 'timestamp(body.created)', "duration('1s')", '1u'])(
    '%s cannot be an overlay',
    (expression) => {
      expect(() => valueOf(expression)).toThrow('unsupported type conversion');
    },
  );

  it('is JSON inside of a list where it cannot be an overlay', () => {
    const expression = "[null, timestamp(body.created), duration('90s'), 9007199254740993]";
    expect(valueOf(expression)).toEqual([null, '2026-01-01T00:00:10Z', '90s', '9007199254740993']);
  });
});
