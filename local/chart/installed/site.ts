import { join } from 'node:path';
import { KubeClient } from '../../control-plane/api/client';
import { startControlPlane } from '../../control-plane/control-plane';
import { release } from '../helm';
import { clientImage, pluginImage } from '../images';

/** Whose pods are processes of this machine. */
export const images = {
  plugin: 'registry.example.com/team/image-triggers-plugin',
  client: 'registry.example.com/tools/openshift-client',
} as const;

const clientTag = 'v4.22';

/** The flags that lead the chart to these images, beside the one that the README names. */
export const clientFlags = [
  ...['--set', `enabling.image.repository=${images.client}`],
  ...['--set', `enabling.image.tag=${clientTag}`],
];

/** A control plane to install the chart on. */
export interface Site {
  readonly client: KubeClient;
  /** Of a cluster admin. */
  readonly kubeconfig: string;
  /** Of the pods of the release. */
  readonly logs: string;
  close(): Promise<void>;
}

/**
 * Starts a control plane that knows the images of the chart.
 * @param build of the plugin
 * @param versions of the plugin, whose images are there
 */
export const startSite = async (build: string, versions: readonly string[]): Promise<Site> => {
  const plugin = pluginImage(build);
  const controlPlane = await startControlPlane(
    new Map([
      [`${images.client}:${clientTag}`, clientImage()],
      ...versions.map((version) => [`${images.plugin}:${version}`, plugin] as const),
    ]),
  );
  const client = new KubeClient(controlPlane.api, controlPlane.tokens.admin);
  return {
    client,
    kubeconfig: join(controlPlane.folder, 'kubeconfigs', 'admin'),
    logs: join(controlPlane.folder, 'logs', 'pods', release.namespace),
    close: async () => {
      client.close();
      await controlPlane.close();
    },
  };
};
