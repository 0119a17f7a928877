import type { KubeClient } from '../../control-plane/api/client';

const path = '/apis/operator.openshift.io/v1/consoles/cluster';

/** The plugins that the console loads. */
export const enabledPlugins = async (client: KubeClient): Promise<readonly string[]> => {
  const { spec } = await client.get<{ spec: { plugins?: readonly string[] } }>(path);
  return spec.plugins ?? [];
};

/** As a cluster admin does. */
export const setEnabledPlugins = async (
  client: KubeClient,
  plugins: readonly string[],
): Promise<void> => {
  await client.merge(path, { spec: { plugins } });
};
