import type { Trigger } from '../k8s/trigger';
import { aDraft, lanesOfDraft } from '../testing/builders';
import { clusterImages } from './push';
import { refOf } from './relay';
import { belongsToRoot, unneededResources, watchedBy } from './relay-needs';

const watch = { namespace: 'ci', streams: 'images', isOfImages: false };
const lanes = lanesOfDraft();
const elsewhere = lanesOfDraft(aDraft({ name: 'b', stream: { namespace: 'base', name: 'ubi' } }));
const handMade: Trigger = { metadata: { name: 'mine' } };
const source = ['apiserversources', 'rolebindings', 'roles'];
const receiver = ['eventlisteners', 'networkpolicies', 'triggerbindings'];
const accounts = ['serviceaccounts', 'rolebindings', 'roles', 'serviceaccounts'];

describe('unneededResources', () => {
  it.each<[string, Trigger[], string[]]>([
    ['all, the source first, where no lane remains', [], [...source, ...receiver, ...accounts]],
    ['none where a lane watches the same namespace', lanes, []],
    ['none where one of many does', [...elsewhere, lanes[3]!], []],
    ['the source where the lanes watch other namespaces', elsewhere, source],
    ['none where a lane cannot be read', [...elsewhere, handMade], []],
  ])('are %s', (_, remaining, kinds) => {
    const unneeded = unneededResources(watch, remaining);
    expect(unneeded.map((resource) => refOf(resource).kind.plural)).toEqual(kinds);
  });
});

describe('unneededResources of all Images', () => {
  const ofImages = { namespace: 'ci', streams: clusterImages.namespace, isOfImages: true };

  it.each<[string, Trigger[], string[]]>([
    [
      'the source with its rights, and its own listener, where lanes watch ImageStreams',
      lanes,
      ['apiserversources', 'clusterrolebindings', 'clusterroles', ...receiver],
    ],
    ['none where a lane watches all Images', lanesOfDraft(aDraft({ stream: clusterImages })), []],
  ])('are %s', (_, remaining, kinds) => {
    const unneeded = unneededResources(ofImages, remaining);
    expect(unneeded.map((resource) => refOf(resource).kind.plural)).toEqual(kinds);
  });
});

describe('watchedBy', () => {
  it('names each namespace once, as far as the lanes can be read', () => {
    expect([...watchedBy([...lanes, handMade, ...elsewhere])]).toEqual(['images', 'base']);
    expect([...watchedBy([])]).toEqual([]);
  });
});

describe('belongsToRoot', () => {
  it.each<[string, Trigger, boolean]>([
    ['lane 1 itself', lanes[0]!, true],
    ['a lane that it owns', lanes[1]!, true],
    ['lane 1 of another trigger', elsewhere[0]!, false],
    ['a lane of another trigger', elsewhere[1]!, false],
    ['a Trigger without owner', handMade, false],
    ['an empty object', {}, false],
  ])('%s', (_, lane, belongs) => {
    expect(belongsToRoot(lane, 'ci-scan-web-uid')).toBe(belongs);
  });
});
