import { CodeBlock, CodeBlockCode } from '@patternfly/react-core';
import type { Manifest } from '../k8s/resource';
import { yamlOf } from '../domain/manifest-yaml';

/** A manifest as YAML. */
export const ManifestBlock = ({ manifest }: { readonly manifest: Manifest }) => (
  <CodeBlock>
    <CodeBlockCode>{yamlOf(manifest)}</CodeBlockCode>
  </CodeBlock>
);
