import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { objectOf, render, textAt } from '../chart/helm';

/** Where this machine has what the pod has in fixed places. */
export interface Places {
  /** On loopback. */
  readonly port: number;
  readonly files: string;
  /** Of the installation, and not of the build. */
  readonly settings: string;
  readonly certificates: string;
  /** The only folder that nginx may write to. */
  readonly writable: string;
}

/** A port of loopback that was free a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address === null || typeof address === 'string' ? 0 : address.port;
      server.close(() => resolve(port));
    });
  });

/**
 * The configuration that the chart renders, with this machine's places.
 * @throws Error where it does not name a place that the pod has
 */
export const configurationFor = ({
  port,
  files,
  settings,
  certificates,
  writable,
}: Places): string => {
  const objects = render('{image: {repository: registry.example.com/plugin}}');
  const configMap = objectOf(objects, 'ConfigMap image-triggers-plugin');
  const text = textAt(configMap, 'data', 'nginx.conf');
  const places: ReadonlyMap<string, string> = new Map([
    ['listen [::]:9443 ssl ipv6only=off;', `listen 127.0.0.1:${port} ssl;`],
    ['root /srv/image-triggers-plugin;', `root ${files};`],
    ['root /etc/image-triggers-plugin;', `root ${settings};`],
    [' /var/serving-cert/', ` ${certificates}/`],
    [' /tmp/', ` ${writable}/`],
  ]);
  for (const inPod of places.keys())
    if (!text.includes(inPod)) throw new Error(`The configuration has no "${inPod}".`);
  // In one pass: this machine's places can look like the pod's.
  return text.replace(
    /listen \[::\][^;]*;|root [^;]*;| \/var\/serving-cert\/| \/tmp\//g,
    (found) => places.get(found) ?? found,
  );
};

/** The command that the image starts, from the Dockerfile. @throws Error where it names none */
export const imageCommand = (): string[] => {
  const dockerfile = readFileSync(join(__dirname, '../../Dockerfile'), 'utf8');
  const command: unknown = JSON.parse(/^CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? '[]');
  if (!Array.isArray(command) || command.length === 0)
    throw new Error('The Dockerfile names no command.');
  return command.map(String);
};
