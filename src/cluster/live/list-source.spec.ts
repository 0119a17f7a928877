import { imageStreamKind } from '../../k8s/image-stream';
import { serviceAccountKind } from '../../k8s/service-account';
import { listPath } from './list-query';
import { consoleSource } from './list-source';

describe('the path of a list', () => {
  it.each([
    [
      listPath({ kind: imageStreamKind }, { resourceVersion: '0' }),
      '/api/kubernetes/apis/image.openshift.io/v1/imagestreams?resourceVersion=0',
    ],
    [
      listPath({ kind: serviceAccountKind, namespace: 'shop', name: 'builder' }, {}),
      '/api/kubernetes/api/v1/namespaces/shop/serviceaccounts?fieldSelector=metadata.name%3Dbuilder',
    ],
    [
      listPath({ kind: imageStreamKind, labels: { b: '2', a: '1' } }, {}),
      '/api/kubernetes/apis/image.openshift.io/v1/imagestreams?labelSelector=a%3D1%2Cb%3D2',
    ],
  ])('is %s', (path, expected) => {
    expect(path).toBe(expected);
  });

  it('lies below the path under which the console is served', () => {
    document.head.innerHTML = '<base href="/console/">';
    expect(listPath({ kind: imageStreamKind }, {})).toBe(
      '/console/api/kubernetes/apis/image.openshift.io/v1/imagestreams',
    );
    document.head.innerHTML = '';
  });
});

describe('a watch', () => {
  it('is opened as the user who is impersonated, from the version of the list', () => {
    const opened: { url: string; protocols: string[] }[] = [];
    function Socket({ href }: URL, protocols: string[]) {
      opened.push({ url: href, protocols });
    }
    Object.assign(window, { WebSocket: Socket });
    const handlers = { opened: jest.fn(), told: jest.fn(), closed: jest.fn() };
    consoleSource({ kind: imageStreamKind }, ['Impersonate-User.YWxpY2U=']).watch('17', handlers);
    expect(opened).toEqual([
      {
        url: 'ws://localhost/api/kubernetes/apis/image.openshift.io/v1/imagestreams?watch=true&allowWatchBookmarks=true&resourceVersion=17',
        protocols: ['Impersonate-User.YWxpY2U='],
      },
    ]);
  });
});
