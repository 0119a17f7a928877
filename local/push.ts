import { freshImage, mappingOf } from './cluster/chain/image/push';
import { isRecord } from './cluster/object';
import { parsePushOrder, usage, type PushOrder } from './push-order';
import { latestRunningCluster, type RunningCluster } from './running-cluster';

const notRunning = 'No local cluster is running: start one with `npm start`, then push again.';

const messageIn = (body: unknown): string =>
  isRecord(body) && typeof body.message === 'string' ? body.message : 'no reason was given';

/** Posts one ImageStreamMapping for each tag, all with the same image; answers its digest. */
const push = async (
  { url, tokens }: RunningCluster,
  { namespace, stream, tags, digest }: PushOrder,
): Promise<string> => {
  const image = digest === undefined ? freshImage() : { digest };
  const path = `/apis/image.openshift.io/v1/namespaces/${namespace}/imagestreammappings`;
  for (const tag of tags) {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${tokens.admin}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(mappingOf({ namespace, stream, tag, image })),
    }).catch((cause: unknown) => {
      throw new Error(notRunning, { cause });
    });
    if (!response.ok) {
      const problem = messageIn(await response.json());
      throw new Error(`${namespace}/${stream}:${tag} was not pushed: ${problem}`);
    }
  }
  return image.digest;
};

/** `npm run push`: pushes an image to the cluster that `npm start` runs. */
const main = async (): Promise<void> => {
  const order = parsePushOrder(process.argv.slice(2));
  if (order === undefined) {
    throw new Error(usage);
  }
  const cluster = latestRunningCluster();
  if (cluster === undefined) {
    throw new Error(notRunning);
  }
  const digest = await push(cluster, order);
  for (const tag of order.tags) {
    console.log(`${order.namespace}/${order.stream}:${tag}  ${digest}`);
  }
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
