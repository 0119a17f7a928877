import type { PushField } from '../push-fields';
import { pushFieldOf, readValue } from './event-values';
import type { EventShape } from './event-values';

const none = new Map<string, string>();
const images: EventShape = { kinds: ['images'], extensions: none };
const streams: EventShape = { kinds: ['streams'], extensions: none };
const both: EventShape = { kinds: ['images', 'streams'], extensions: none };

const withOverlay = (expression: string): EventShape => ({
  kinds: ['streams'],
  extensions: new Map([['newest', expression]]),
});

describe('the field of a push that a chain takes from its events', () => {
  it.each<[string, EventShape, PushField | undefined]>([
    ['body.dockerImageReference', images, 'reference'],
    ['body.metadata.name', images, 'digest'],
    ['header.Ce-Name', images, 'digest'],
    ['header.ce-name', images, 'digest'],
    ["body.dockerImageReference.split('@')[1]", images, 'digest'],
    ['body.metadata.namespace', images, undefined],
    ['body.metadata.name', streams, 'stream'],
    ['body.metadata.namespace', streams, 'streamNamespace'],
    ['header.Ce-Namespace', streams, 'streamNamespace'],
    ['body.status.tags[0].tag', streams, 'tag'],
    ['body.status.tags[0].items[0].dockerImageReference', streams, 'reference'],
    ['body.status.tags[0].items[0].image', streams, 'digest'],
    ['body.status.tags[0].items[0].created', streams, 'pushedAt'],
    ['body.status.tags[0].items[1].image', streams, undefined],
    ['body.dockerImageReference', streams, undefined],
    ['body.dockerImageReference', both, 'reference'],
    ['body.metadata.name', both, undefined],
    ['header.Ce-Type', both, undefined],
    ['extensions.newest.image', withOverlay('body.status.tags[0].items[0]'), 'digest'],
    [
      'extensions.newest',
      withOverlay("body.status.tags.filter(t, t.tag == 'v1')[0].items[0].dockerImageReference"),
      'reference',
    ],
    ['extensions.other.image', withOverlay('body.status.tags[0].items[0]'), undefined],
  ])('%s', (expression, shape, field) => {
    expect(pushFieldOf(expression, shape)).toBe(field);
  });

  it('stands in a text in its place, and what is none stays and is named', () => {
    const value = 'docker://$(body.dockerImageReference) by $(header.Ce-Type)';
    expect(readValue(value, images)).toEqual({
      text: 'docker://$(tt.params.image-reference) by $(header.Ce-Type)',
      asks: ['$(body.dockerImageReference)', '$(header.Ce-Type)'],
      unknown: ['$(header.Ce-Type)'],
    });
  });
});
