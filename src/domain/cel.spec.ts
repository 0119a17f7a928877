import fc from 'fast-check';
import { evaluateCel } from '../testing/cel-interceptor';
import { celString, celStringPattern, celStrings, parseCelString } from './cel';

const wellFormed = fc.string({ unit: 'binary' });

describe('celString', () => {
  it.each([
    ['', `''`],
    ['latest', `'latest'`],
    [`it's`, String.raw`'it\'s'`],
    ['^v\\d$', String.raw`'^v\\d$'`],
    ['a\nb\rc\td', String.raw`'a\nb\rc\td'`],
    ['"$(x)" ü 🦭', `'"$(x)" ü 🦭'`],
  ])('writes %j as %s', (text, literal) => {
    expect(celString(text)).toBe(literal);
  });

  it('is read by CEL as the text, and by us', () => {
    fc.assert(
      fc.property(wellFormed, (text) => {
        expect(evaluateCel(celString(text))).toBe(text);
        expect(parseCelString(celString(text))).toBe(text);
      }),
    );
  });

  it('is matched as one literal, wherever the text pretends to end', () => {
    fc.assert(
      fc.property(wellFormed, wellFormed, (text, next) => {
        const found = new RegExp(`^(${celStringPattern}), `).exec(
          celStrings([text, next]).slice(1),
        );
        expect(found?.[1]).toBe(celString(text));
      }),
    );
  });
});

describe('celStrings', () => {
  it('is read by CEL as the texts', () => {
    fc.assert(
      fc.property(fc.array(wellFormed), (texts) => {
        expect(evaluateCel(celStrings(texts))).toEqual(texts);
      }),
    );
  });
});
