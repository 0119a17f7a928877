import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { buildWhatIsStale } from '../console/build';
import { reportNoChecks, runChecks } from './checks';
import { chart, textAt } from './helm';
import { refusedPluginChecks } from './installed/refused-plugins';
import { releaseChecks } from './installed/release-checks';
import { rightsChecks } from './installed/rights';
import { startSite } from './installed/site';
import { pathOf } from './tools';

/** A version that the chart has never had. */
const next = '99.0.0';

/** Installs the chart on a control plane, where its Jobs and its web server really run. */
const main = async (): Promise<void> => {
  const metadata: unknown = parse(readFileSync(join(chart, 'Chart.yaml'), 'utf8'));
  const version = textAt(metadata, 'version');
  // Before anything runs that this process must not keep waiting.
  pathOf('helm');
  const { pluginFolder } = await buildWhatIsStale(join(__dirname, '../..'));
  const site = await startSite(pluginFolder, [version, next]);
  try {
    await runChecks([
      ...refusedPluginChecks(site),
      ...releaseChecks(site, { version, next }),
      ...rightsChecks(site),
    ]);
  } finally {
    await site.close();
  }
};

main().catch(reportNoChecks);
