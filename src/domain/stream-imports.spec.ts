import type { ImageStream } from '../k8s/image-stream';
import { anImageStream } from '../testing/builders';
import { importFailuresOf, scheduledTagsOf } from './stream-imports';

describe('the imports of an ImageStream', () => {
  it('are on schedule where its tags say so', () => {
    const from = { kind: 'DockerImage', name: 'quay.io/a/b' };
    const stream: ImageStream = {
      spec: {
        tags: [
          { name: 'v2', from, importPolicy: { scheduled: true } },
          { name: 'once', from, importPolicy: {} },
          { name: 'v1', from, importPolicy: { scheduled: true } },
          { name: 'none' },
        ],
      },
    };
    expect(scheduledTagsOf(stream)).toEqual(['v1', 'v2']);
    expect(scheduledTagsOf(anImageStream())).toEqual([]);
    expect(scheduledTagsOf({ spec: { tags: null } })).toEqual([]);
  });

  it('have failed where their condition says so, with its message', () => {
    const condition = (status: 'True' | 'False', message?: string) => [
      { type: 'ImportSuccess', status, message },
    ];
    const stream: ImageStream = {
      status: {
        tags: [
          { tag: 'a', conditions: condition('False', 'unauthorized') },
          { tag: 'b', conditions: condition('True') },
          { tag: 'c', items: null },
          { tag: 'd', conditions: condition('False') },
        ],
      },
    };
    expect(importFailuresOf(stream)).toEqual([
      { tag: 'a', message: 'unauthorized' },
      { tag: 'd', message: '' },
    ]);
    expect(importFailuresOf({})).toEqual([]);
  });
});
