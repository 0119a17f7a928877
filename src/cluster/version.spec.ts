import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import manifest from '../../package.json';
import { versionOrder } from '../domain/version-order';
import { pluginVersion } from './version';

const read = (file: string): string => readFileSync(join(__dirname, '../..', file), 'utf8');

/** The first group of a pattern in a file. */
const inFile = (file: string, pattern: RegExp): string | undefined => pattern.exec(read(file))?.[1];

const chart = parse(read('charts/image-triggers-plugin/Chart.yaml')) as Record<string, unknown>;
const lock = JSON.parse(read('package-lock.json')) as { version: string };

describe('the version that the plugin writes on what it builds', () => {
  it.each<[string, unknown]>([
    ['package.json', manifest.version],
    ['the manifest of the plugin', manifest.consolePlugin.version],
    ['package-lock.json', lock.version],
    ["the chart's version", chart.version],
    ["the chart's appVersion", chart.appVersion],
    ['the newest entry of the changelog', inFile('CHANGELOG.md', /^## \[(\d\S*)\]/m)],
    ['the image in the README', inFile('README.md', /podman push \S+:(\S+)/)],
    ['the compatibility table in the README', inFile('README.md', /^\| ([\d.]+)\s+\|/m)],
  ])('is that of %s', (_, version) => {
    expect(version).toBe(pluginVersion);
  });

  it('is one that can be compared', () => {
    expect(versionOrder(pluginVersion, pluginVersion)).toBe('same');
  });
});
