import { triggerKind } from '../../k8s/trigger';
import { listPath } from './list-query';
import type { ListQuery } from './list-query';

describe('the path of a list', () => {
  it.each<[string, Omit<ListQuery, 'kind'>, string]>([
    ['of everything', {}, ''],
    ['of labels', { labels: { b: '2', a: '1' } }, '?labelSelector=a%3D1%2Cb%3D2'],
    ['of other requirements', { requirements: ['c in (d,e)'] }, '?labelSelector=c+in+%28d%2Ce%29'],
    ['of both', { labels: { b: '2' }, requirements: ['a!=1'] }, '?labelSelector=a%21%3D1%2Cb%3D2'],
    ['of nothing of both', { labels: {}, requirements: [] }, ''],
  ])('asks for the objects %s', (_, query, search) => {
    const path = '/api/kubernetes/apis/triggers.tekton.dev/v1beta1/triggers';
    expect(listPath({ kind: triggerKind, ...query }, {})).toBe(`${path}${search}`);
  });
});
