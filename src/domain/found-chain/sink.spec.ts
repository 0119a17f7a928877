import type { ApiServerSource } from '../../k8s/api-server-source';
import { aChainSource } from '../../testing/chain-builders';
import { listenerOfSink } from './sink';

type Sink = NonNullable<ApiServerSource['spec']>['sink'];

const refTo = (kind: string, name: string, namespace?: string): Sink => ({
  ref: { apiVersion: 'v1', kind, name, ...(namespace === undefined ? {} : { namespace }) },
});

const own = { namespace: 'watch', name: 'images' };
const others = { namespace: 'ci', name: 'images' };

describe('the listener behind a sink', () => {
  it.each<[string, Sink, object | undefined]>([
    ['a reference to it', refTo('EventListener', 'images'), own],
    ['a reference to it elsewhere', refTo('EventListener', 'images', 'ci'), others],
    ['a reference to its Service', refTo('Service', 'el-images'), own],
    ['a reference to another Service', refTo('Service', 'images'), undefined],
    ['a reference to another kind', refTo('Broker', 'el-images'), undefined],
    ['the short name of its Service', { uri: 'http://el-images:8080' }, own],
    ['the name with its namespace', { uri: 'http://el-images.ci:8080/' }, others],
    ['the name in the zone of Services', { uri: 'http://el-images.ci.svc:8080' }, others],
    ['the whole name', { uri: 'http://el-images.ci.svc.cluster.local:8080/a' }, others],
    ['a host of the world', { uri: 'https://el-images.apps.example.com' }, undefined],
    ['another Service', { uri: 'http://images.ci.svc:8080' }, undefined],
    ['no URL', { uri: 'el-images' }, undefined],
    ['nothing', {}, undefined],
  ])('is told by %s', (_, sink, listener) => {
    expect(listenerOfSink(aChainSource({ sink }))).toEqual(listener);
  });
});
