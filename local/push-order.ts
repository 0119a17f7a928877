/** What `npm run push` is asked to push. */
export interface PushOrder {
  namespace: string;
  stream: string;
  tags: string[];
  /** A digest that the registry has already; a fresh image where it is absent. */
  digest?: string;
}

export const usage = 'Usage: npm run push -- NAMESPACE/STREAM:TAG[,TAG...] [--image sha256:DIGEST]';

const targetPattern = /^([a-z0-9][-a-z0-9]*)\/([^/:@\s]+):([\w][\w.-]*(?:,[\w][\w.-]*)*)$/;
const digestPattern = /^sha256:[0-9a-f]{64}$/;

/** Reads the arguments of `npm run push`; undefined where they are not of its form. */
export const parsePushOrder = (args: readonly string[]): PushOrder | undefined => {
  const [target = '', flag, digest, ...rest] = args;
  const [, namespace, stream, tags] = targetPattern.exec(target) ?? [];
  if (namespace === undefined || stream === undefined || tags === undefined || rest.length > 0) {
    return undefined;
  }
  const order = { namespace, stream, tags: tags.split(',') };
  if (flag === undefined) {
    return order;
  }
  const isImage = flag === '--image' && digest !== undefined && digestPattern.test(digest);
  return isImage ? { ...order, digest } : undefined;
};
