import type { Manifest } from '../k8s/resource';
import type { ResourceRef } from './cluster-verbs';

/** A file of a folder, with what it holds, to be written as YAML. */
export interface ManifestFile {
  readonly name: string;
  readonly content: object;
}

/** So many digits that the files of a folder stand in the order in which they are applied. */
const numberOf = (index: number, count: number): string =>
  String(index + 1).padStart(String(count).length, '0');

/**
 * A folder for Kustomize: one file an object, and `kustomization.yaml`, which keeps their order.
 * Without `sortOptions`, Kustomize 5 sorts by kind (kubectl.docs.kubernetes.io, `sortOptions`).
 */
export const kustomizeFiles = (manifests: readonly Manifest[]): ManifestFile[] => {
  const files = manifests.map((content, index): ManifestFile => ({
    name: `${numberOf(index, manifests.length)}-${content.kind.toLowerCase()}-${content.metadata.name}.yaml`,
    content,
  }));
  return [
    {
      name: 'kustomization.yaml',
      content: {
        apiVersion: 'kustomize.config.k8s.io/v1beta1',
        kind: 'Kustomization',
        sortOptions: { order: 'fifo' },
        resources: files.map(({ name }) => name),
      },
    },
    ...files,
  ];
};

/** Several documents of YAML as one file. */
export const oneFile = (documents: readonly string[]): string =>
  documents.map((document) => `---\n${document}`).join('');

/** A word that ends a here-document, and is no line of it. */
const delimiterOf = (text: string): string => {
  const lines = new Set(text.split('\n'));
  let delimiter = 'EOF';
  while (lines.has(delimiter)) delimiter += '_EOF';
  return delimiter;
};

const deletion = ({ kind, namespace = '', name }: ResourceRef): string =>
  `oc delete ${kind.plural}${kind.apiGroup === undefined ? '' : `.${kind.apiGroup}`} ${name} --namespace ${namespace} --ignore-not-found\n`;

/**
 * Commands for a shell that apply a file of manifests and delete what is no more. In a quoted
 * here-document nothing is expanded: `$(tt.params.run-name)` stays what it is.
 */
export const shellCommand = (yaml: string, removed: readonly ResourceRef[]): string => {
  const delimiter = delimiterOf(yaml);
  return `oc apply -f - <<'${delimiter}'\n${yaml}${delimiter}\n${removed.map(deletion).join('')}`;
};
