import { outlineOf } from './cel-text';

describe('the outline of an expression', () => {
  it.each([
    [`t.tag == 'v1'`, true],
    [`t.tag == 'a && b' && size(t.tag) > 1`, true],
    [`(a || b) && [1, 2].exists(x, x > 1 ? true : false)`, true],
    [`t.tag == "a || b"`, true],
    [`t.tag == 'it\\'s ?'`, true],
    [`t.tag.matches(r'\\') && b`, true],
    [`t.tag == '''a ' || b'''`, true],
    [`a || b`, false],
    [`a ? b : c`, false],
  ])('%s is an operand of && as it is: %s', (text, isOperand) => {
    expect(outlineOf(text)).toMatchObject({ isClosed: true, isOperand });
  });

  it.each([
    [''],
    [' '],
    [`t.tag == 'v1`],
    [`t.tag == "v1'`],
    [`a) || (b`],
    ['(a'],
    ['[a)'],
    ['a // b'],
    [`t.tag == 'a\nb'`],
    [`r'\\' '`],
  ])('%j is none', (text) => {
    expect(outlineOf(text)).toMatchObject({ isClosed: false, isOperand: false });
  });

  it('names identifiers, and neither fields nor methods nor what is in a literal', () => {
    const { names } = outlineOf(`body.t.exists(x, x.t == 't') && header . t`);
    expect([...names].sort()).toEqual(['body', 'header', 'x']);
  });

  it('is told of a long text at once', () => {
    const started = performance.now();
    for (const part of [`'`, `'''`, '(', 'r"', `a.b(`]) outlineOf(part.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
