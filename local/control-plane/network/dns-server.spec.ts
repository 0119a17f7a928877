import { Resolver } from 'node:dns/promises';
import { freePort } from '../api-servers/ports';
import { startDnsServer } from './dns-server';

const addresses = new Map([['el-web.ci.svc.cluster.local', '10.200.128.7']]);

describe('DNS server', () => {
  const resolver = new Resolver({ timeout: 1_000, tries: 1 });
  let close: () => void;

  beforeAll(async () => {
    const port = await freePort('127.0.0.1');
    close = await startDnsServer({ address: '127.0.0.1', port }, (name) => addresses.get(name));
    resolver.setServers([`127.0.0.1:${port}`]);
  });

  afterAll(() => close());

  it('knows the address of a service, in any case', async () => {
    const found = await resolver.resolve4('EL-web.ci.svc.cluster.local', { ttl: true });
    expect(found).toEqual([{ address: '10.200.128.7', ttl: 1 }]);
  });

  it('says that there is no such name', async () => {
    await expect(resolver.resolve4('el-web.ci')).rejects.toMatchObject({ code: 'ENOTFOUND' });
  });

  it('says of a name that it has no address of version 6', async () => {
    await expect(resolver.resolve6('el-web.ci.svc.cluster.local')).rejects.toMatchObject({
      code: 'ENODATA',
    });
  });
});
