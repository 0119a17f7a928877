import { imageStreamKind } from '../../k8s/image-stream';
import { keepOf } from './keep';
import { parseWatchFrame } from './watch-frame';
import type { WatchFrame } from './watch-frame';

const web = { metadata: { name: 'web', resourceVersion: '7' } };
const keep = keepOf({ kind: imageStreamKind });
const gone = { kind: 'Status', code: 410, message: 'too old resource version' };

describe('a frame of a watch', () => {
  it.each<[string, unknown, WatchFrame]>([
    ['ADDED', { type: 'ADDED', object: web }, { type: 'set', object: web }],
    ['MODIFIED', { type: 'MODIFIED', object: web }, { type: 'set', object: web }],
    ['DELETED', { type: 'DELETED', object: web }, { type: 'delete', object: web }],
    [
      'BOOKMARK',
      { type: 'BOOKMARK', object: { metadata: { resourceVersion: '9' } } },
      { type: 'bookmark', version: '9' },
    ],
    [
      'ERROR',
      { type: 'ERROR', object: gone },
      { type: 'error', problem: { code: 'conflict', message: 'too old resource version' } },
    ],
  ])('is read: %s', (_, frame, read) => {
    expect(parseWatchFrame(JSON.stringify(frame), keep)).toEqual(read);
  });

  it('leaves out who manages which field', () => {
    const managed = { metadata: { ...web.metadata, managedFields: [{ manager: 'kubectl' }] } };
    expect(parseWatchFrame(JSON.stringify({ type: 'ADDED', object: managed }), keep)).toEqual({
      type: 'set',
      object: web,
    });
  });

  it.each<[string, unknown]>([
    ['no JSON', '{'],
    ['no text', new ArrayBuffer(1)],
    ['an empty object', JSON.stringify({ type: 'MODIFIED', object: {} })],
    ['a Status in place of an object', JSON.stringify({ type: 'MODIFIED', object: gone })],
    ['an unknown type', JSON.stringify({ type: 'RENAMED', object: web })],
    ['null', 'null'],
  ])('is an error where it makes no sense: %s', (_, data) => {
    expect(parseWatchFrame(data, keep).type).toBe('error');
  });
});
