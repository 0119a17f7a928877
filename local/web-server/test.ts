import { join } from 'node:path';
import { reportNoChecks, runChecks } from '../chart/checks';
import { buildCheck, cachingChecks } from './caching';
import { imageChecks } from './image';
import { builtNames, startWebServer } from './nginx';
import { protectionChecks, traceChecks } from './protection';

const dist = join(__dirname, '../../dist');

/** Tests how the image is made, and the configuration of its web server with a real nginx. */
const main = async (): Promise<void> => {
  const built = builtNames(dist);
  if (built.length === 0) console.log('Not checked: there is no production build in dist.');
  const server = await startWebServer(built.length > 0 ? dist : undefined);
  try {
    await runChecks([
      ...imageChecks,
      ...cachingChecks(server),
      ...(built.length > 0 ? [buildCheck(server, built)] : []),
      ...protectionChecks(server),
      ...traceChecks(server),
    ]);
  } finally {
    await server.stop();
  }
};

main().catch(reportNoChecks);
