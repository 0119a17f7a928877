import { writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import type { ApiAddress } from '../api/client';

/** The kubeconfig of one user, whose context has the user's name. */
export const writeKubeconfig = (
  file: string,
  { url, ca }: ApiAddress,
  user: { name: string; token: string },
): void => {
  const cluster = 'control-plane';
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: cluster,
        cluster: {
          server: url,
          'certificate-authority-data': Buffer.from(ca).toString('base64'),
        },
      },
    ],
    users: [{ name: user.name, user: { token: user.token } }],
    contexts: [{ name: user.name, context: { cluster, user: user.name } }],
    'current-context': user.name,
  };
  writeFileSync(file, stringify(config), { mode: 0o600 });
};
