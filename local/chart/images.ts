import { execFileSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import type { LocalImage } from '../control-plane/pods/image';
import { pathOf } from './tools';

/** The files that a program of this machine is linked with, where it looks for them. */
const librariesOf = (program: string): Record<string, string> => {
  const lines = execFileSync('ldd', [program], { encoding: 'utf8' }).split('\n');
  const files = lines.flatMap((line) => /(\/\S+) \(0x/.exec(line)?.[1] ?? []);
  return Object.fromEntries(files.map((file) => [file, realpathSync(file)]));
};

/** A program of this machine as `/bin/NAME`, with what it is linked with. */
const withLibraries = (name: string, program: string): Record<string, string> => ({
  [`/bin/${name}`]: realpathSync(program),
  ...librariesOf(program),
});

/** `sh` and `oc`: this machine's shell, and the pinned kubectl, whose `get` and `patch` oc wraps. */
export const clientImage = (): LocalImage => ({
  files: { ...withLibraries('sh', '/bin/sh'), '/bin/oc': pathOf('kubectl') },
  command: ['sh'],
});

/** Debian keeps it where only root's PATH leads. */
const nginx = '/usr/sbin/nginx';

/**
 * What the Dockerfile makes: this machine's nginx, and the build of the plugin.
 * @throws Error where nginx is missing
 */
export const pluginImage = (build: string): LocalImage => {
  if (!existsSync(nginx))
    throw new Error('nginx is missing: install it, such as by apt-get install nginx-light.');
  return {
    files: {
      ...withLibraries('nginx', nginx),
      '/srv/image-triggers-plugin': build,
      // Without a user of its own, nginx looks for the one that it was compiled with.
      '/etc/passwd': '/etc/passwd',
      '/etc/group': '/etc/group',
    },
    // In one process, which ends with the control plane: nobody would end its workers after a crash.
    command: ['nginx', '-e', 'stderr', '-g', 'daemon off; master_process off;'],
  };
};
