import { badRequest, methodNotAllowed } from '../api-error';
import type { ClusterContext } from '../cluster';
import { isRecord } from '../object';
import { people } from '../rbac/user';
import type { Chain } from './chain';
import type { LogLine } from './context';
import { createMapping } from './image/mapping';
import { freshImage, mappingOf } from './image/push';

interface Switch {
  namespace: string;
  name: string;
  isOn: boolean;
}

/** @param field by which it is switched */
const parseSwitch = (body: unknown, field: 'running' | 'failing'): Switch => {
  const { namespace, name, [field]: isOn } = isRecord(body) ? body : {};
  if (typeof namespace !== 'string' || typeof name !== 'string' || typeof isOn !== 'boolean') {
    throw badRequest(`namespace and name must be texts, ${field} a boolean`);
  }
  return { namespace, name, isOn };
};

interface PushOrder {
  namespace: string;
  stream: string;
  tags: string[];
  image?: string;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const parsePush = (body: unknown): PushOrder => {
  const { namespace, stream, tag = 'latest', tags = [tag], image } = isRecord(body) ? body : {};
  const isComplete = isText(namespace) && isText(stream) && Array.isArray(tags);
  if (!isComplete || !tags.every(isText) || !(image === undefined || isText(image))) {
    throw badRequest('namespace, stream and tag (or tags) must be texts, image a digest');
  }
  return { namespace, stream, tags, ...(image === undefined ? {} : { image }) };
};

/**
 * Serves what tests and the console host's buttons do to the chain:
 *
 * - `POST source` and `POST listener` `{namespace, name, running}` stop and start pods
 * - `POST service` `{namespace, name, failing}` lets the Service of a listener answer 500
 * - `POST settle` answers when every event is sent or dropped and every trigger has run
 * - `POST push` `{namespace, stream, tag | tags, image?}` pushes one image to one or more tags
 * - `GET logs` answers the latest lines of the pods' logs
 */
export const registerChainControls = (
  cluster: ClusterContext,
  chain: Chain,
  logs: readonly LogLine[],
): void => {
  const posted = (method: string): void => {
    if (method !== 'POST') {
      throw methodNotAllowed();
    }
  };
  cluster.registerControl('source', ({ method, body }) => {
    posted(method);
    const { namespace, name, isOn } = parseSwitch(body, 'running');
    chain.setSourceRunning(namespace, name, isOn);
    return {};
  });
  cluster.registerControl('listener', ({ method, body }) => {
    posted(method);
    const { namespace, name, isOn } = parseSwitch(body, 'running');
    chain.setListenerRunning(namespace, name, isOn);
    return {};
  });
  cluster.registerControl('service', ({ method, body }) => {
    posted(method);
    const { namespace, name, isOn } = parseSwitch(body, 'failing');
    chain.setListenerFailing(namespace, name, isOn);
    return {};
  });
  cluster.registerControl('settle', async ({ method }) => {
    posted(method);
    await chain.settled();
    return {};
  });
  cluster.registerControl('push', ({ method, body }) => {
    posted(method);
    const { namespace, stream, tags, image: digest } = parsePush(body);
    const image = digest === undefined ? freshImage() : { digest };
    for (const tag of tags) {
      const object = mappingOf({ namespace, stream, tag, image });
      createMapping(cluster.store, { object, namespace, user: people.admin, dryRun: false });
    }
    return { digest: image.digest, tags };
  });
  cluster.registerControl('logs', () => ({ lines: logs }));
};
