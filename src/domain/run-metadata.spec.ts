import { clusterImages } from './push';
import { metadataProblems, noMetadata, splitMetadata, templateMetadata } from './run-metadata';
import type { MetadataPart, MetadataProblem } from './run-metadata';

const codeOf = (part: MetadataPart, name: string, value: string) =>
  metadataProblems({ ...noMetadata, [part]: [{ name, value }] })[0]?.code;

describe('what the API server would refuse of a label or an annotation', () => {
  it.each<[MetadataPart, string, string, MetadataProblem['code'] | undefined]>([
    ['labels', 'team', 'a', undefined],
    ['labels', 'Example_1.a', '', undefined],
    ['labels', 'example.com/team', 'A-b_c.9', undefined],
    ['labels', 'app.kubernetes.io/part-of', 'shop', undefined],
    ['labels', '', '', undefined],
    ['labels', '', 'a', 'mark-name-missing'],
    ['labels', 'te am', 'a', 'mark-name-illegal'],
    ['labels', '-team', 'a', 'mark-name-illegal'],
    ['labels', 'team.', 'a', 'mark-name-illegal'],
    ['labels', '/team', 'a', 'mark-name-illegal'],
    ['labels', 'a/b/c', 'a', 'mark-name-illegal'],
    ['labels', 'example.com/', 'a', 'mark-name-illegal'],
    ['labels', 'Example.com/team', 'a', 'mark-name-illegal'],
    ['annotations', 'Example.com/team', 'a', undefined],
    ['labels', 'x'.repeat(63), 'x'.repeat(63), undefined],
    ['labels', 'x'.repeat(64), 'a', 'mark-name-illegal'],
    ['labels', 'team', 'x'.repeat(64), 'label-value-illegal'],
    ['labels', 'team', 'a b', 'label-value-illegal'],
    ['labels', 'team', 'a\n', 'label-value-illegal'],
    ['labels', 'team', '-a', 'label-value-illegal'],
    ['labels', 'team', '$(tag)', 'label-value-illegal'],
    ['annotations', 'team', 'any text, of $(tag)', undefined],
    ['annotations', 'team', '$(context.pipelineRun.name)', 'annotation-placeholder'],
    ['annotations', 'team', '\ud83d', 'annotation-half-character'],
    ['labels', 'app.kubernetes.io/managed-by', 'a', 'mark-reserved'],
    ['labels', 'imagetriggers.dev/anything', 'a', 'mark-reserved'],
    ['annotations', 'imagetriggers.dev/digest', 'a', 'mark-reserved'],
    ['labels', 'tekton.dev/pipeline', 'a', 'mark-reserved'],
    ['labels', 'triggers.tekton.dev/trigger', 'a', 'mark-reserved'],
    ['annotations', 'chains.tekton.dev/transparency-upload', 'true', undefined],
  ])('%s: %j with %j', (...[part, name, value, code]) => {
    expect(codeOf(part, name, value)).toBe(code);
  });

  it('is a field that an Image does not have, in an annotation of a trigger for all Images', () => {
    const annotations = ['of $(stream)', '$(digest)'].map((value, n) => ({ name: `a${n}`, value }));
    const all = { ...noMetadata, annotations };
    expect(metadataProblems(all, clusterImages)).toEqual([
      { code: 'annotation-field', part: 'annotations', index: 0 },
    ]);
    expect(metadataProblems(all, { namespace: 'images', name: 'web' })).toEqual([]);
  });

  it.each([
    ['fit, a byte less than all may take', 'x', 240 * 1024 - 2, '', []],
    ['are a byte too large', 'x', 240 * 1024 - 1, '', [1]],
    ['are too large in bytes, though not in characters', 'ü', 120 * 1024, '', [1]],
    ['may become too large by fields of the push', 'x', 239 * 1024, '$(reference)', [1]],
  ])('is what all annotations take together, at the largest: they %s', (...args) => {
    const [, letter, count, rest, expected] = args;
    const annotations = [
      { name: 'a', value: '' },
      { name: 'b', value: letter.repeat(count) + rest },
    ];
    const found = metadataProblems({ ...noMetadata, annotations });
    expect(found).toEqual(
      expected.map((index) => ({ code: 'annotations-too-large', part: 'annotations', index })),
    );
  });

  it('is a name that is there twice, at the second place', () => {
    const [a, b] = ['a', 'b'].map((name) => ({ name, value: '' }));
    expect(metadataProblems({ labels: [a!, b!, a!], annotations: [a!] })).toEqual([
      { code: 'mark-name-twice', part: 'labels', index: 2 },
    ]);
  });
});

describe('the labels and annotations of a template', () => {
  it('have the fields of the push as its parameters, and are read back', () => {
    const entries = [{ name: 'about', value: '$(tag) of $(stream)' }];
    const found = templateMetadata({ ...noMetadata, annotations: entries }, 'annotations');
    expect(found).toEqual({ about: '$(tt.params.image-tag) of $(tt.params.image-stream)' });
    expect(splitMetadata('annotations', found)).toEqual({ entries, rest: {} });
  });

  it('have no row that was left blank', () => {
    const labels = [{ name: '', value: '' }];
    expect(templateMetadata({ ...noMetadata, labels }, 'labels')).toEqual({});
  });

  it('are left alone where the form would say something else', () => {
    const found = { a: '$(tag)', b: '$(tt.params.event-id)', c: 'c' };
    expect(splitMetadata('annotations', found)).toEqual({
      entries: [{ name: 'c', value: 'c' }],
      rest: { a: '$(tag)', b: '$(tt.params.event-id)' },
    });
  });
});
