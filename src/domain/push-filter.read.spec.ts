import fc from 'fast-check';
import type { TriggerInterceptor } from '../k8s/trigger';
import { rules } from '../testing/drafts';
import { clusterImages } from './push';
import { isAsBuilt, pushInterceptors, readPushFilter } from './push-filter';
import type { PushFilter } from './push-filter';
import { runPolicies } from './run-policy';
import type { TagRule } from './tag-rule';

const filterOfScanWeb: PushFilter = {
  trigger: 'scan-web',
  stream: { namespace: 'images', name: 'web' },
  rule: { kind: 'any' },
  activatedAt: '2026-03-01T12:00:00Z',
  lane: 0,
  naming: { policy: 'each-push' },
};

const text = fc.string({
  unit: fc.oneof(fc.constantFrom(`'`, '\\', '\n', '$('), fc.string({ unit: 'binary' })),
  minLength: 1,
});
const filters: fc.Arbitrary<PushFilter> = fc.record({
  trigger: fc.stringMatching(/^[a-z]([-a-z0-9]{0,8}[a-z0-9])?$/),
  stream: fc.oneof(fc.record({ namespace: text, name: text }), fc.constant(clusterImages)),
  rule: rules,
  activatedAt: text,
  lane: fc.nat({ max: 12 }),
  naming: fc
    .tuple(fc.constantFrom(...runPolicies), fc.option(text, { nil: undefined }))
    .map(([policy, since]) => ({ policy, ...(since !== undefined && { since }) })),
});

const edits = fc.record({ which: fc.nat(), where: fc.nat(), added: text });

/** Every place where the interceptors hold an expression. */
const expressionsOf = (
  interceptors: TriggerInterceptor[],
): { key: string; of: Record<string, string> }[] =>
  interceptors.flatMap(({ params = [] }) =>
    params.flatMap((param): { key: string; of: Record<string, string> }[] =>
      param.name === 'filter'
        ? [{ key: 'value', of: param as unknown as Record<string, string> }]
        : (param.value as Record<string, string>[]).map((of) => ({ key: 'expression', of })),
    ),
  );

describe('readPushFilter', () => {
  it('reads back every filter that was built', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(readPushFilter(filter.trigger, pushInterceptors(filter))).toEqual(filter);
      }),
      { numRuns: 300 },
    );
  });

  it('reads nothing once any character was changed, but for the stream and the time of a change', () => {
    fc.assert(
      fc.property(filters, edits, (filter, { which, where, added }) => {
        const interceptors = structuredClone(pushInterceptors(filter));
        const places = expressionsOf(interceptors);
        const { key, of } = places[which % places.length]!;
        const before = of[key]!;
        const at = where % before.length;
        of[key] = before.slice(0, at) + added + before.slice(at + 1);
        fc.pre(of[key] !== before);
        const read = readPushFilter(filter.trigger, interceptors);
        // Another stream or time is what the lane then goes by, and what must be said of it.
        if (read) {
          const { stream, naming } = filter;
          expect({ ...read, stream, naming }).toEqual(filter);
          expect(read.naming.policy).toBe(naming.policy);
          expect([read.stream, read.naming.since]).not.toEqual([stream, naming.since]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reads the name that lanes gave their runs before there was a choice, as built', () => {
    const interceptors = structuredClone(pushInterceptors(filterOfScanWeb));
    const name = expressionsOf(interceptors).find(({ of }) => of.key === 'run-name')!;
    // Of version 0.1.0, to the letter.
    name.of.expression =
      `'scan-web-' + extensions.key.split(' ')[1].substring(7, 15) + '-' + ` +
      `string(int(timestamp(extensions.key.split(' ')[0])))`;
    expect(readPushFilter('scan-web', interceptors)).toEqual(filterOfScanWeb);
    expect(isAsBuilt(filterOfScanWeb, interceptors)).toBe(true);
  });

  const rewritten = (before: string, after: string, rule: TagRule = filterOfScanWeb.rule) => {
    const text = JSON.stringify(pushInterceptors({ ...filterOfScanWeb, rule }));
    const inJson = (cel: string): string => JSON.stringify(cel).slice(1, -1);
    const changed = text.replaceAll(inJson(before), inJson(after));
    expect(changed).not.toBe(text);
    return readPushFilter('scan-web', JSON.parse(changed) as TriggerInterceptor[])?.rule;
  };

  it('reads a pattern that is not that of the range beside it for what it says in CEL', () => {
    const rule = rewritten(`'^1.4' != ''`, `'^1.5' != ''`, { kind: 'range', range: '^1.4' });
    expect(rule).toEqual({
      kind: 'cel',
      expression: expect.stringMatching(/^'\^1\.5' != '' && t\.tag\.matches\('/) as string,
    });
  });

  it.each([
    [`t.tag.startsWith('v')`],
    [`t.tag == 'a' && body.metadata.labels['b'] == 'c'`],
    [`(t.tag == 'a' || t.tag == 'b')  &&  true`],
  ])('reads a rule that somebody wrote, %s, as CEL', (expression) => {
    expect(rewritten('true && has(t.items)', `${expression} && has(t.items)`)).toEqual({
      kind: 'cel',
      expression,
    });
  });

  it.each([
    ['beside which the conditions of the lane do not hold', `t.tag == 'a' || t.tag == 'b'`],
    ['that takes the conditions of the lane for one of its ends', `t.tag == 'a' ? true : true`],
    ['that ends in a comment', 'true // '],
    ['that does not end', `t.tag == ('a'`],
    ['that opens again what it has closed', `true) || (true`],
    ['that is none', ' '],
  ])('reads nothing from a rule %s', (_, expression) => {
    expect(rewritten('true && has(t.items)', `${expression} && has(t.items)`)).toBeUndefined();
  });

  /** With something added behind the filter of the lane. */
  const addedTo = (rule: TagRule, added: string) => {
    const built = pushInterceptors({ ...filterOfScanWeb, rule });
    const filter = built[0]!.params![0]!;
    filter.value = `${filter.value as string}${added}`;
    return readPushFilter('scan-web', built)?.rule;
  };

  it.each<[TagRule, string]>([
    [{ kind: 'any' }, `body.metadata.labels.a == 'b'`],
    [{ kind: 'glob', pattern: 'v*' }, `t.tag.matches('^v.*$') && body.metadata.labels.a == 'b'`],
    [
      { kind: 'cel', expression: `t.tag == 'a' || t.tag == 'b'` },
      `(t.tag == 'a' || t.tag == 'b') && body.metadata.labels.a == 'b'`,
    ],
  ])('reads %j with a condition behind it as CEL', (rule, expression) => {
    expect(addedTo(rule, ` && body.metadata.labels.a == 'b'`)).toEqual({ kind: 'cel', expression });
  });

  it.each([
    [' || true'],
    [' && true || true'],
    [' && a ? b : c'],
    [' && (true'],
    [' && '],
    [` && t.tag == 'a'`],
    [` && true && t.tag == 'a'`],
    [' == false'],
  ])('reads nothing with %s behind the filter', (added) => {
    expect(addedTo({ kind: 'any' }, added)).toBeUndefined();
  });

  const built = pushInterceptors(filterOfScanWeb);
  const [push, run] = built;
  it.each<[string, TriggerInterceptor[] | undefined]>([
    ['none', undefined],
    ['an empty list', []],
    ['the first alone', [push!]],
    ['them in another order', [run!, push!]],
    ['one more', [...built, { name: 'more', ref: { name: 'slack' } }]],
    ['another interceptor than CEL', [{ ...push, ref: { name: 'github' } }, run!]],
    ['one more parameter', [{ ...push, params: [...push!.params!, { name: 'x' }] }, run!]],
    ['a filter that is no text', [{ params: [{ name: 'filter', value: 1 }] }]],
  ])('reads nothing from %s', (_, interceptors) => {
    expect(readPushFilter('scan-web', interceptors)).toBeUndefined();
  });

  it('reads nothing where the runs have the names of another trigger', () => {
    expect(readPushFilter('scan-api', built)).toBeUndefined();
  });

  it('does not mind what the webhook adds', () => {
    const defaulted = built.map((interceptor) => ({
      ...interceptor,
      ref: { ...interceptor.ref, apiVersion: 'triggers.tekton.dev/v1alpha1' },
    }));
    expect(readPushFilter('scan-web', defaulted)).toEqual(filterOfScanWeb);
  });

  it.each([
    ['an ImageStream', filterOfScanWeb.stream],
    ['all Images', clusterImages],
  ])('refuses a long filter of somebody else at once, like that of %s', (_, stream) => {
    const filter = pushInterceptors({ ...filterOfScanWeb, stream })[0]!.params![0]!.value as string;
    const value = `${filter.repeat(1000)}!`;
    const started = performance.now();
    expect(readPushFilter('x', [{ params: [{ name: 'filter', value }] }])).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(500);
  });
});
