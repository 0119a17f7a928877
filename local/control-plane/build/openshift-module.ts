import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { moduleFolder } from './modules';

/** Of the go.mod that pins openshift-apiserver. */
export const openshiftFolder = join(__dirname, '../openshift');

const patched = 'k8s.io/apiserver';

/** The file that is added to that module, below our folder. */
export const addedSource = 'apiserver/remove_openapi_data.go';

/**
 * Makes a go.mod by which the module has our file too: a copy of it outside of the repository,
 * because Go lets nobody add to its module cache.
 */
export const withAddedSource = (folder: string): string => {
  const copy = join(folder, 'apiserver');
  const modfile = join(folder, 'go.mod');
  if (existsSync(modfile)) return modfile;
  rmSync(copy, { recursive: true, force: true });
  cpSync(moduleFolder(patched, openshiftFolder), copy, { recursive: true });
  // The module cache is read-only, and so is each copy of its folders.
  execFileSync('chmod', ['-R', 'u+w', copy]);
  copyFileSync(join(openshiftFolder, addedSource), join(copy, 'pkg/server/added.go'));
  copyFileSync(join(openshiftFolder, 'go.sum'), join(folder, 'go.sum'));
  copyFileSync(join(openshiftFolder, 'go.mod'), `${modfile}.unfinished`);
  execFileSync('go', ['mod', 'edit', `-replace=${patched}=${copy}`, `${modfile}.unfinished`]);
  renameSync(`${modfile}.unfinished`, modfile);
  return modfile;
};
