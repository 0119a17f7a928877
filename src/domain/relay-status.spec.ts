import type { ApiServerSource } from '../k8s/api-server-source';
import type { EventListener } from '../k8s/event-listener';
import type { Condition } from '../k8s/resource';
import { aTrigger } from '../testing/builders';
import type { ImageTrigger } from './image-trigger';
import { apiServerSourceManifest } from './manifests/api-server-source';
import { eventListenerManifest } from './manifests/event-listener';
import { clusterImages } from './push';
import { isRelayReady, relaysFor, relaysOf } from './relay-status';

const conditions = (...types: string[]): Condition[] =>
  types.map((type) => ({ type, status: 'True' }));

const aSource = (namespace: string, streams: string): ApiServerSource => ({
  ...apiServerSourceManifest({ namespace, streams }),
  status: {
    conditions: conditions('SufficientPermissions', 'Deployed', 'SinkProvided', 'Ready'),
  },
});

const aListener = (namespace: string, streams = namespace): EventListener => ({
  ...eventListenerManifest({ namespace, streams }),
  status: { conditions: conditions('Available', 'Ready') },
});

const inImages = aTrigger();
const pausedInImages = aTrigger({ name: 'sign-web' }, { active: false });
const inTools = aTrigger({ name: 'scan-tool', stream: { namespace: 'tools', name: 'cli' } });
const ready = { state: 'ready' };
const missing = { state: 'missing' };

describe('relaysOf', () => {
  it('knows the parts of each namespace, and who uses them', () => {
    const relays = relaysOf({
      triggers: [inImages, pausedInImages, inTools],
      sources: [aSource('ci', 'images'), aSource('ci', 'tools')],
      listeners: [aListener('ci')],
    });
    expect(relays).toEqual([
      {
        namespace: 'ci',
        listener: { name: 'image-triggers', health: ready, triggers: 3, paused: 1 },
        sources: [
          {
            name: 'image-triggers-images',
            streams: 'images',
            health: ready,
            triggers: 2,
            paused: 1,
          },
          { name: 'image-triggers-tools', streams: 'tools', health: ready, triggers: 1, paused: 0 },
        ],
      },
    ]);
    expect(relays.every(isRelayReady)).toBe(true);
  });

  it('knows the listener and the source of all Images, needed or left over', () => {
    const streams = clusterImages.namespace;
    const sources = [aSource('ci', streams)];
    const listeners = [aListener('ci'), aListener('ci', streams)];
    const ofImages = (triggers: ImageTrigger[]) =>
      relaysOf({ triggers, sources, listeners }).find(({ listener }) =>
        listener.name.includes('any'),
      );
    const used = { health: ready, triggers: 1, paused: 0 };
    const relay = {
      namespace: 'ci',
      listener: { name: 'image-triggers-any-image', ...used },
      overload: undefined,
      sources: [{ name: 'image-triggers', streams, ...used }],
    };
    expect(ofImages([inImages, aTrigger({ stream: clusterImages })])).toEqual(relay);
    const unused = { triggers: 0 };
    expect(ofImages([inImages])).toMatchObject({ listener: unused, sources: [unused] });
  });

  it('says what is missing', () => {
    const [relay] = relaysOf({ triggers: [inImages], sources: [], listeners: [] });
    expect(relay!.listener.health).toEqual(missing);
    expect(relay!.sources.map(({ health }) => health)).toEqual([missing]);
    expect(isRelayReady(relay!)).toBe(false);
  });

  it('shows what no trigger needs any more, with the project that it watches', () => {
    const relays = relaysOf({
      triggers: [],
      sources: [aSource('old', 'images')],
      listeners: [aListener('older')],
    });
    expect(relays.map(({ namespace }) => namespace)).toEqual(['old', 'older']);
    expect(relays[0]!.sources).toEqual([
      { name: 'image-triggers-images', streams: 'images', health: ready, triggers: 0, paused: 0 },
    ]);
  });

  it('cannot tell the source of a trigger that was changed by hand', () => {
    const triggers = [{ ...inImages, binding: undefined }];
    const [relay] = relaysOf({ triggers, sources: [], listeners: [aListener('ci')] });
    expect(relay).toMatchObject({ listener: { triggers: 1 }, sources: [] });
  });
});

describe('relaysFor', () => {
  const relays = relaysOf({
    triggers: [inImages, inTools],
    sources: [aSource('ci', 'images'), aSource('ci', 'tools')],
    listeners: [aListener('ci')],
  });
  const sourcesFor = (namespace: string | undefined) =>
    relaysFor(namespace, relays).map(({ sources }) => sources.map(({ streams }) => streams));

  it.each([
    [undefined, [['images', 'tools']]],
    ['ci', [['images', 'tools']]],
    ['images', [['images']]],
    ['elsewhere', []],
  ])('%s: its own relay, and the sources that watch it', (namespace, expected) => {
    expect(sourcesFor(namespace)).toEqual(expected);
  });
});
