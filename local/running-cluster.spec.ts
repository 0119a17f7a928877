import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRunningCluster, removeRunningCluster, writeRunningCluster } from './running-cluster';

describe('the word of a running cluster', () => {
  const folder = mkdtempSync(join(tmpdir(), 'running-cluster-'));
  const file = join(folder, 'below', 'local-cluster.json');

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is read as it was written, until it is taken back', () => {
    const cluster = { url: 'http://127.0.0.1:1234', token: 'admin-token' };
    expect(readRunningCluster(file)).toBeUndefined();
    writeRunningCluster(cluster, file);
    expect(readRunningCluster(file)).toEqual(cluster);
    removeRunningCluster(file);
    expect(readRunningCluster(file)).toBeUndefined();
  });

  it.each(['', '{', '[]', '{"url": 1, "token": "t"}'])('is not %j', (text) => {
    writeRunningCluster({ url: 'u', token: 't' }, file);
    writeFileSync(file, text);
    expect(readRunningCluster(file)).toBeUndefined();
  });
});
