import { backendsOf, portsOf } from './service';
import type { EndpointSlice, Service } from './service';

const service = (clusterIP: string): Service => ({
  metadata: { name: 'el-web', namespace: 'ci' },
  spec: { clusterIP, ports: [{ name: 'http-listener', port: 8080 }] },
});

const slice: EndpointSlice = {
  metadata: {
    name: 'el-web-x7k2p',
    namespace: 'ci',
    labels: { 'kubernetes.io/service-name': 'el-web' },
  },
  ports: [
    { name: 'http-listener', port: 8000 },
    { name: 'metrics', port: 9000 },
  ],
  endpoints: [
    { addresses: ['10.200.1.1'], conditions: { ready: true } },
    { addresses: ['10.200.1.2'], conditions: { ready: false } },
  ],
};

describe('services', () => {
  it('has the ports of a service that has an address, and none of a headless one', () => {
    expect(portsOf(service('10.200.128.7'))).toEqual([
      { service: 'el-web.ci', name: 'http-listener', address: '10.200.128.7', port: 8080 },
    ]);
    expect(portsOf(service('None'))).toEqual([]);
  });

  it('takes connections to the pods that are ready, at the port of their own', () => {
    expect(backendsOf(slice, 'http-listener')).toEqual([{ address: '10.200.1.1', port: 8000 }]);
    expect(backendsOf(slice, 'https')).toEqual([]);
  });
});
