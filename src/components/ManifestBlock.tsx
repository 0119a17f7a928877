import { CodeBlock, CodeBlockCode } from '@patternfly/react-core';
import { stringify } from 'yaml';
import type { Manifest } from '../k8s/resource';

/** A manifest as YAML. */
export const ManifestBlock = ({ manifest }: { readonly manifest: Manifest }) => (
  <CodeBlock>
    <CodeBlockCode>
      {stringify(manifest, { lineWidth: 0, aliasDuplicateObjects: false })}
    </CodeBlockCode>
  </CodeBlock>
);
