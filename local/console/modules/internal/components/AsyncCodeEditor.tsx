import type { CodeEditorProps } from '@openshift-console/dynamic-plugin-sdk';
import { CodeBlock, CodeBlockCode, TextArea } from '@patternfly/react-core';
import type { FC } from 'react';

type EditorProps = Pick<CodeEditorProps, 'value' | 'minHeight' | 'isReadOnly'> & {
  onChange?: (value: string) => void;
};

/** The SDK's CodeEditor and YAMLEditor: plain text here, where the console has its editor. */
export const AsyncCodeEditor: FC<EditorProps> = ({ value, minHeight, isReadOnly, onChange }) =>
  isReadOnly === true ? (
    <CodeBlock>
      <CodeBlockCode style={{ minHeight }}>{value}</CodeBlockCode>
    </CodeBlock>
  ) : (
    <TextArea
      aria-label="Editor"
      className="local-console-editor"
      style={{ minHeight }}
      value={value}
      resizeOrientation="vertical"
      onChange={(_, text) => onChange?.(text)}
    />
  );
