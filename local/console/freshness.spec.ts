import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isStale } from './freshness';

let folder: string;

const touch = (name: string, seconds: number): string => {
  const file = join(folder, name);
  writeFileSync(file, '');
  utimesSync(file, seconds, seconds);
  return file;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'freshness-'));
  mkdirSync(join(folder, 'src'));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('isStale', () => {
  it('builds what is missing', () => {
    expect(isStale(join(folder, 'out'), [])).toBe(true);
  });

  it('builds what is older than a file somewhere below a source', () => {
    const output = touch('out', 200);
    touch('src/a', 100);
    expect(isStale(output, [join(folder, 'src')])).toBe(false);
    touch('src/b', 300);
    expect(isStale(output, [join(folder, 'src')])).toBe(true);
  });

  it('does not mind a source that is not there', () => {
    expect(isStale(touch('out', 200), [join(folder, 'gone')])).toBe(false);
  });
});
