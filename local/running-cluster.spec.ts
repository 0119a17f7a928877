import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { latestRunningCluster, readRunningCluster } from './running-cluster';
import { removeRunningCluster, writeRunningCluster } from './running-cluster';
import type { RunningCluster } from './running-cluster';

const tokens = { admin: 'a', 'namespace-admin': 'b', editor: 'c', viewer: 'd', nobody: 'e' };

const aCluster = (overrides: Partial<RunningCluster> = {}): RunningCluster => ({
  name: 'embedded',
  url: 'http://127.0.0.1:1234',
  tokens,
  pid: process.pid,
  ...overrides,
});

/** No process has it (proc(5), /proc/sys/kernel/pid_max). */
const deadPid = 2 ** 22 + 1;

describe('the word of a running cluster', () => {
  const root = mkdtempSync(join(tmpdir(), 'running-cluster-'));
  let folder = '';

  beforeEach(() => {
    folder = join(mkdtempSync(join(root, 'of-')), 'below');
  });

  afterAll(() => {
    rmSync(root, { recursive: true });
  });

  it('is read as it was written, until it is taken back', () => {
    expect(readRunningCluster(9000, folder)).toBeUndefined();
    writeRunningCluster(9000, aCluster(), folder);
    expect(readRunningCluster(9000, folder)).toEqual(aCluster());
    removeRunningCluster(9000, folder);
    expect(readRunningCluster(9000, folder)).toBeUndefined();
  });

  it('is one of each console host, and the latest leads', () => {
    const other = aCluster({ name: 'control-plane', url: 'http://127.0.0.1:5678' });
    expect(latestRunningCluster(folder)).toBeUndefined();
    writeRunningCluster(9000, aCluster(), folder);
    writeRunningCluster(9001, other, folder);
    utimesSync(join(folder, '9000.json'), 1, 1);
    expect(readRunningCluster(9000, folder)).toEqual(aCluster());
    expect(latestRunningCluster(folder)).toEqual(other);
    removeRunningCluster(9001, folder);
    expect(latestRunningCluster(folder)).toEqual(aCluster());
  });

  it('is worth nothing when its process was killed', () => {
    writeRunningCluster(9000, aCluster({ pid: deadPid }), folder);
    expect(readRunningCluster(9000, folder)).toBeUndefined();
    expect(latestRunningCluster(folder)).toBeUndefined();
  });

  it.each([
    '',
    '{',
    '[]',
    JSON.stringify({ ...aCluster(), url: 1 }),
    JSON.stringify({ ...aCluster(), name: 'another' }),
    JSON.stringify({ ...aCluster(), tokens: { admin: 'a' } }),
  ])('is not %j', (text) => {
    writeRunningCluster(9000, aCluster(), folder);
    writeFileSync(join(folder, '9000.json'), text);
    expect(readRunningCluster(9000, folder)).toBeUndefined();
  });
});
