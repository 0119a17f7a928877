import { eventListenerKind } from '../k8s/event-listener';
import {
  historyPath,
  newTriggerPath,
  objectPath,
  overviewPath,
  pushPath,
  runTabPath,
  streamsPath,
  takeOverPath,
  triggerPath,
  triggersPath,
} from './paths';

describe('the paths of the pages', () => {
  it.each([
    [overviewPath(undefined), '/k8s/all-namespaces/image-triggers-overview'],
    [streamsPath('shop'), '/k8s/ns/shop/image-triggers-streams'],
    [triggersPath(undefined), '/k8s/all-namespaces/image-triggers'],
    [triggerPath({ namespace: 'ci', name: 'scan' }), '/k8s/ns/ci/image-triggers/scan'],
    [historyPath('shop'), '/k8s/ns/shop/image-triggers-history'],
    [
      historyPath(undefined, { stream: 'shop/web' }),
      '/k8s/all-namespaces/image-triggers-history?stream=shop%2Fweb',
    ],
    [
      historyPath('shop', { status: 'missed', range: '24h' }),
      '/k8s/ns/shop/image-triggers-history?status=missed&range=24h',
    ],
    [
      objectPath(eventListenerKind, { namespace: 'ci', name: 'images' }),
      '/k8s/ns/ci/triggers.tekton.dev~v1beta1~EventListener/images',
    ],
    [
      pushPath({ namespace: 'ci', name: 'scan-aaaaaaaa-1772366400' }),
      '/k8s/ns/ci/image-triggers-history/scan-aaaaaaaa-1772366400',
    ],
    [
      runTabPath({ namespace: 'ci', name: 'scan-aaaaaaaa-1772366400' }, 'logs'),
      '/k8s/ns/ci/tekton.dev~v1~PipelineRun/scan-aaaaaaaa-1772366400/logs',
    ],
    [newTriggerPath('ci'), '/k8s/ns/ci/image-triggers/~new'],
    [
      newTriggerPath(undefined, { stream: { namespace: 'shop', name: 'web' } }),
      '/k8s/all-namespaces/image-triggers/~new?stream=shop%2Fweb',
    ],
    [newTriggerPath('ci', { selection: '0a1b' }), '/k8s/ns/ci/image-triggers/~new?selection=0a1b'],
    [newTriggerPath('ci', { pipeline: 'scan' }), '/k8s/ns/ci/image-triggers/~new?pipeline=scan'],
    [takeOverPath('ci', 'ci/a/ci/b/c'), '/k8s/ns/ci/image-triggers/~new?chain=ci%2Fa%2Fci%2Fb%2Fc'],
  ])('%s', (path, expected) => {
    expect(path).toBe(expected);
  });
});
