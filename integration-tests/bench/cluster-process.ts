import { shortDelays } from '../../local/cluster/chain/context';
import { startShop } from '../../local/cluster/shop';

/**
 * The embedded cluster as a program of its own, so that its work and the console's do not share one
 * event loop. It tells its parent its URL and ends with it.
 */
const main = async (): Promise<void> => {
  const { url } = await startShop({ delays: shortDelays });
  process.once('disconnect', () => process.exit(0));
  process.send?.(url);
};

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
