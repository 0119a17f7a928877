import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Credentials } from './api-server';
import { listAt, objectAt, stringAt, type JsonObject } from './host/json';

const run = promisify(execFile);

/** How long before their end credentials are fetched anew, in milliseconds. */
const safetyMargin = 60_000;

interface Issued {
  credentials: Credentials;
  /** In milliseconds; for ever where the plugin names no end. */
  until: number;
}

const textOr = (text: string): string | undefined => (text === '' ? undefined : text);

const parseIssued = (output: string): Issued => {
  const status = objectAt(JSON.parse(output), 'status');
  const end = stringAt(status, 'expirationTimestamp');
  return {
    credentials: {
      token: textOr(stringAt(status, 'token')),
      certificate: textOr(stringAt(status, 'clientCertificateData')),
      key: textOr(stringAt(status, 'clientKeyData')),
    },
    until: end === '' ? Infinity : Date.parse(end) - safetyMargin,
  };
};

const environmentOf = (exec: JsonObject): Record<string, string> =>
  Object.fromEntries(
    listAt(exec, 'env').map((entry) => [stringAt(entry, 'name'), stringAt(entry, 'value')]),
  );

const commandOf = (exec: JsonObject, folder: string): string => {
  const command = stringAt(exec, 'command');
  const isPath = command.includes('/');
  return isPath ? resolve(folder, command) : command;
};

const issue = async (exec: JsonObject, folder: string): Promise<Issued> => {
  const request = {
    apiVersion: stringAt(exec, 'apiVersion'),
    kind: 'ExecCredential',
    spec: { interactive: false },
  };
  const command = commandOf(exec, folder);
  try {
    const { stdout } = await run(command, listAt(exec, 'args').map(String), {
      env: {
        ...process.env,
        ...environmentOf(exec),
        KUBERNETES_EXEC_INFO: JSON.stringify(request),
      },
    });
    return parseIssued(stdout);
  } catch (error) {
    const hint = stringAt(exec, 'installHint');
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The credential plugin "${command}" failed: ${reason}. ${hint}`.trim(), {
      cause: error,
    });
  }
};

/**
 * Credentials from an exec plugin of a kubeconfig (client-go client.authentication.k8s.io), fetched
 * when they are first needed and again before they end.
 */
export const execCredentials = (exec: JsonObject, folder: string): (() => Promise<Credentials>) => {
  let issued: Promise<Issued> | undefined;
  return async () => {
    if (issued === undefined || (await issued).until < Date.now()) {
      issued = issue(exec, folder);
      // A failure is for who asks now; the next one tries again.
      issued.catch(() => {
        issued = undefined;
      });
    }
    return (await issued).credentials;
  };
};
