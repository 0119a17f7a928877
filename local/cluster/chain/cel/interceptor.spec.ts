import type { InterceptorRequest } from './interceptor';
import { interceptWithCel } from './interceptor';

const request = (overrides: Partial<InterceptorRequest>): InterceptorRequest => ({
  body: { a: 1 },
  header: { 'Ce-Type': ['x'] },
  requestURL: 'http://el.ns:8080/',
  extensions: {},
  params: [],
  ...overrides,
});

const filter = (value: string) => request({ params: [{ name: 'filter', value }] });

const overlays = (...value: [key: string, expression: string][]) => ({
  name: 'overlays',
  value: value.map(([key, expression]) => ({ key, expression })),
});

describe('the CEL interceptor', () => {
  it('continues without params', () => {
    expect(interceptWithCel(request({}))).toEqual({ continue: true, extensions: {} });
  });

  it('continues on a true filter', () => {
    expect(interceptWithCel(filter('body.a == 1'))).toEqual({ continue: true, extensions: {} });
  });

  it.each(['body.a == 2', "'true'", 'body.a'])('stops on %s', (expression) => {
    expect(interceptWithCel(filter(expression))).toEqual({
      continue: false,
      status: { code: 9, message: `expression ${expression} did not return true` },
    });
  });

  it.each(['body.b == 1', 'now()', '(('])('stops on the failing filter %s', (expression) => {
    expect(interceptWithCel(filter(expression))).toEqual({
      continue: false,
      status: {
        code: 3,
        message: expect.stringMatching(/^error evaluating cel expression: /) as string,
      },
    });
  });

  it('adds overlays in order, the last one winning, dots making objects', () => {
    const params = [overlays(['a', '1'], ['b.c', "'x'"], ['b.d', '[1]'], ['a', '2'])];
    expect(interceptWithCel(request({ params }))).toEqual({
      continue: true,
      extensions: { a: 2, b: { c: 'x', d: [1] } },
    });
  });

  it('shows overlays the extensions of earlier interceptors, not of their own', () => {
    const params = [overlays(['own', '1'], ['seen', 'extensions.before'])];
    expect(interceptWithCel(request({ params, extensions: { before: 'b' } }))).toEqual({
      continue: true,
      extensions: { own: 1, seen: 'b' },
    });
    const hidden = [overlays(['own', '1'], ['seen', 'extensions.own'])];
    expect(interceptWithCel(request({ params: hidden })).continue).toBe(false);
  });

  it('stops on a failing overlay even after a true filter', () => {
    const params = [{ name: 'filter', value: 'true' }, overlays(['x', 'body.none'])];
    expect(interceptWithCel(request({ params })).continue).toBe(false);
  });

  it('stops on params and bodies of a wrong shape', () => {
    expect(interceptWithCel(request({ params: [{ name: 'filter', value: 1 }] })).continue).toBe(
      false,
    );
    expect(interceptWithCel(request({ body: [1] })).continue).toBe(false);
  });

  it('takes an event without a body for an empty object', () => {
    expect(interceptWithCel({ ...filter('size(body) == 0'), body: undefined }).continue).toBe(true);
  });
});
