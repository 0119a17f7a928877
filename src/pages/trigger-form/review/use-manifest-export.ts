import { useMemo, useState } from 'react';
import { download } from '../../../components/download';
import { yamlOf } from '../../../domain/manifest-yaml';
import { kustomizeFiles, oneFile, shellCommand } from '../../../domain/manifest-files';
import type { TriggerExport } from '../../../domain/trigger-export';

/** What came of copying. */
export type Copying = 'copied' | 'refused';

/** The manifests of a trigger, and the ways in which they leave the page. */
export interface ManifestExport {
  readonly exported: TriggerExport;
  /** Whether the relay is among them. */
  readonly withShared: boolean;
  readonly setWithShared: (withShared: boolean) => void;
  readonly saveFile: () => void;
  readonly saveFolder: () => void;
  readonly copyCommand: () => void;
  readonly copying: Copying | undefined;
}

/** Text as the file of a folder in an archive; Kustomize reads what is unpacked. */
const saveArchive = async (
  folder: string,
  files: readonly { readonly name: string; readonly content: object }[],
): Promise<void> => {
  const { strToU8, zipSync } = await import('fflate');
  const entries = files.map(({ name, content }): [string, Uint8Array] => [
    `${folder}/${name}`,
    strToU8(yamlOf(content)),
  ]);
  const zipped = zipSync(Object.fromEntries(entries));
  download(`${folder}.zip`, 'application/zip', new Uint8Array(zipped));
};

/**
 * Hands out the manifests of a trigger.
 * @param name of the trigger: files are called by it
 * @param exported undefined until it is known
 * @param isSharedThere whether the cluster has all of the relay
 */
export const useManifestExport = (
  name: string,
  exported: TriggerExport | undefined,
  isSharedThere: boolean,
): ManifestExport | undefined => {
  const [chosen, setWithShared] = useState<boolean>();
  const [copying, setCopying] = useState<Copying>();
  const withShared = chosen ?? !isSharedThere;
  return useMemo(() => {
    if (!exported) return undefined;
    const { shared, own, removed } = exported;
    const manifests = [...(withShared ? shared : []), ...own].map(({ manifest }) => manifest);
    const file = (): string => oneFile(manifests.map(yamlOf));
    return {
      exported,
      withShared,
      setWithShared,
      saveFile: () => download(`${name}.yaml`, 'application/yaml', file()),
      saveFolder: () => void saveArchive(name, kustomizeFiles(manifests)),
      copyCommand: () => {
        navigator.clipboard.writeText(shellCommand(file(), removed)).then(
          () => setCopying('copied'),
          () => setCopying('refused'),
        );
      },
      copying,
    };
  }, [name, exported, withShared, copying]);
};
