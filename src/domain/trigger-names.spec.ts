import fc from 'fast-check';
import { namesOfLanes } from './draft';
import { streamKey } from './push';
import type { StreamRef } from './push';
import { mostTriggerNameCharacters } from './run-name';
import { affixProblems, suffixFor, triggerNames } from './trigger-names';
import type { Affixes } from './trigger-names';

const none: ReadonlySet<string> = new Set();

const ref = (key: string): StreamRef => {
  const [namespace = '', name = ''] = key.split('/');
  return { namespace, name };
};

const named = (keys: string[], affixes: Partial<Affixes> = {}, taken = none): string[] => [
  ...triggerNames(keys.map(ref), { prefix: '', suffix: '-scan', ...affixes }, taken).values(),
];

describe('triggerNames', () => {
  it.each<{ of: string; keys: string[]; affixes?: Partial<Affixes>; names: (string | RegExp)[] }>([
    { of: 'ImageStreams', keys: ['a/web', 'b/api'], names: ['web-scan', 'api-scan'] },
    {
      of: 'a prefix',
      keys: ['a/web'],
      affixes: { prefix: 'nightly-', suffix: '' },
      names: ['nightly-web'],
    },
    {
      of: 'signs that names of triggers cannot have',
      keys: ['a/node.js_22'],
      names: ['node-js-22-scan'],
    },
    {
      of: 'one name in two projects',
      keys: ['a/web', 'b/web', 'b/api'],
      names: ['a-web-scan', 'b-web-scan', 'api-scan'],
    },
    {
      of: 'a name that is one of the lanes of another',
      keys: ['a/web', 'a/web-2', 'b/other'],
      affixes: { suffix: '' },
      names: ['web', 'a-web-2', 'other'],
    },
    {
      of: 'a name that is too long',
      keys: [`a/${'x'.repeat(36)}`],
      names: [/^x{26}-[0-9a-f]{8}-scan$/],
    },
    {
      of: 'two that are the same as far as there is room',
      keys: [`a/${'x'.repeat(50)}-1`, `a/${'x'.repeat(50)}-2`],
      names: [/^x{26}-[0-9a-f]{8}-scan$/, /^x{26}-[0-9a-f]{8}-scan$/],
    },
  ])('makes names of $of', ({ keys, affixes, names }) => {
    const made = named(keys, affixes);
    expect(new Set(made).size).toBe(names.length);
    for (const [index, name] of names.entries())
      expect(made[index]).toMatch(typeof name === 'string' ? new RegExp(`^${name}$`) : name);
  });

  it('takes no name that is taken, nor one of which a lane is', () => {
    expect(named(['a/web'], {}, new Set(['web-scan']))).toEqual(['a-web-scan']);
    expect(named(['a/web'], {}, new Set(['web-scan-7']))).toEqual(['a-web-scan']);
    const both = new Set(['web-scan', 'a-web-scan']);
    const [hashed] = named(['a/web'], {}, both);
    expect(hashed).toMatch(/^web-[0-9a-f]{8}-scan$/);
    const [other] = named(['a/web'], {}, new Set([...both, hashed!]));
    expect(other).toMatch(/^web-[0-9a-f]{8}-scan$/);
    expect(other).not.toBe(hashed);
  });

  const part = fc.stringMatching(/^[a-z0-9]([-._a-z0-9]{0,70}[a-z0-9])?$/);
  const project = fc.stringMatching(/^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/);
  const affix = fc.record({
    prefix: fc.stringMatching(/^([a-z0-9][-a-z0-9]{0,20})?$/),
    suffix: fc.stringMatching(/^([-a-z0-9]{0,20}[a-z0-9])?$/),
  });

  it('makes legal names of which no lane is that of another, of any ImageStreams', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ namespace: project, name: part }), {
          maxLength: 12,
          selector: streamKey,
        }),
        affix.filter((affixes) => affixProblems(affixes).length === 0),
        fc.array(part, { maxLength: 3 }),
        (refs, affixes, taken) => {
          const names = triggerNames(refs, affixes, new Set(taken));
          expect([...names.keys()]).toEqual(refs.map(streamKey));
          for (const name of names.values()) {
            expect(name).toMatch(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/);
            expect(name.length).toBeLessThanOrEqual(mostTriggerNameCharacters);
          }
          const lanes = [...names.values()].flatMap(namesOfLanes);
          expect(new Set([...lanes, ...taken]).size).toBe(lanes.length + new Set(taken).size);
        },
      ),
    );
  });
});

describe('affixProblems', () => {
  it.each<[Partial<Affixes>, ReturnType<typeof affixProblems>]>([
    [{}, []],
    [{ prefix: 'a-', suffix: '-z9' }, []],
    [{ prefix: '-a' }, [{ code: 'affix-illegal', part: 'prefix', most: 27 }]],
    [{ prefix: 'A' }, [{ code: 'affix-illegal', part: 'prefix', most: 27 }]],
    [{ suffix: 'a-' }, [{ code: 'affix-illegal', part: 'suffix', most: 27 }]],
    [{ suffix: '-ä' }, [{ code: 'affix-illegal', part: 'suffix', most: 27 }]],
    [{ prefix: 'a'.repeat(13), suffix: 'b'.repeat(14) }, []],
    [
      { prefix: 'a'.repeat(13), suffix: 'b'.repeat(15) },
      [{ code: 'affix-too-long', part: 'suffix', most: 27 }],
    ],
    [
      { prefix: 'a'.repeat(20), suffix: 'b'.repeat(8) },
      [{ code: 'affix-too-long', part: 'prefix', most: 27 }],
    ],
  ])('%j', (affixes, problems) => {
    expect(affixProblems({ prefix: '', suffix: '', ...affixes })).toEqual(problems);
  });
});

describe('suffixFor', () => {
  it.each([
    ['', ''],
    ['scan', '-scan'],
    ['scan.and_sign', '-scan-and-sign'],
    ['scan-and-sign-all-the-images', '-scan-and-sign-all-th'],
    ['scan-and-sign-and-all-of-it', '-scan-and-sign-and-al'],
    ['a-suffix-of-twenty--and-more', '-a-suffix-of-twenty-a'],
  ])('is %j for the Pipeline %j', (pipeline, suffix) => {
    expect(suffixFor(pipeline)).toBe(suffix);
    expect(affixProblems({ prefix: '', suffix })).toEqual([]);
  });
});
