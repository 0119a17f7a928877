import { spawnSync } from 'node:child_process';
import { checkGo } from '../../go/programs';

/** The programs that are called, and the Debian packages that have them. */
const programs = [
  { program: 'ip', version: '-V', from: 'iproute2' },
  { program: '/usr/bin/nsenter', version: '--version', from: 'util-linux' },
  { program: '/usr/bin/setpriv', version: '--version', from: 'util-linux' },
  { program: 'openssl', version: 'version', from: 'openssl' },
] as const;

/** @throws Error that says in one sentence what this machine lacks */
export const checkMachine = (): void => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    throw new Error(
      'The control plane needs root on Linux, because each of its pods has a network of its own.',
    );
  const missing = programs.filter(
    ({ program, version }) => spawnSync(program, [version]).error !== undefined,
  );
  const packages = [...new Set(missing.map(({ from }) => from))].join(', ');
  if (packages !== '') throw new Error(`The control plane needs programs of: ${packages}.`);
  // Also where all is built: it knows where the modules' manifests are.
  checkGo();
};
