import { forwardRef } from 'react';
import { TextArea } from '@patternfly/react-core';

const fewestRows = 8;
/** What is longer scrolls inside of its field. */
const mostRows = 1_000;

/** The same for the text and the numbers beside it, so that they stand side by side. */
const lineStyle = { fontSize: '0.875rem', lineHeight: '1.5rem' };

/** The numbers of the lines, for the eye: a screen reader is told the line of a problem. */
const LineNumbers = ({
  count,
  marked,
}: {
  readonly count: number;
  readonly marked: number | undefined;
}) => (
  <pre
    aria-hidden
    className="pf-v6-u-font-family-monospace pf-v6-u-text-color-subtle pf-v6-u-text-align-end"
    style={{
      ...lineStyle,
      flex: 'none',
      margin: 0,
      minInlineSize: '3ch',
      // PatternFly leaves 6px around a text area, for its outline.
      paddingBlock: 'calc(var(--pf-t--global--spacer--sm) + 6px)',
      userSelect: 'none',
    }}
  >
    {Array.from({ length: count }, (_, index) => (
      <div
        key={index}
        style={
          index + 1 === marked
            ? {
                color: 'var(--pf-t--global--text--color--status--danger--default)',
                fontWeight: 'var(--pf-t--global--font--weight--body--bold)',
              }
            : undefined
        }
      >
        {index + 1}
      </div>
    ))}
  </pre>
);

/**
 * A text of many lines with their numbers, as tall as it is, so that numbers and lines cannot part.
 * It is a field as any other: Tab leaves it.
 */
export const YamlEditor = forwardRef<
  HTMLTextAreaElement,
  {
    readonly id: string;
    readonly value: string;
    /** The line with a problem, from 1. */
    readonly problemLine: number | undefined;
    readonly onChange: (value: string) => void;
  }
>(({ id, value, problemLine, onChange }, ref) => {
  const lines = value.split('\n').length;
  const rows = Math.min(Math.max(lines, fewestRows), mostRows);
  return (
    <div style={{ display: 'flex', gap: 'var(--pf-t--global--spacer--sm)' }}>
      {lines <= mostRows && <LineNumbers count={lines} marked={problemLine} />}
      <div style={{ flex: 1, minInlineSize: 0 }}>
        <TextArea
          ref={ref}
          id={id}
          rows={rows}
          wrap="off"
          resizeOrientation="none"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          className="pf-v6-u-font-family-monospace"
          style={{ ...lineStyle, paddingBlock: 'var(--pf-t--global--spacer--sm)' }}
          aria-describedby={`${id}-help`}
          value={value}
          validated={problemLine === undefined ? 'default' : 'error'}
          onChange={(_, text) => onChange(text)}
        />
      </div>
    </div>
  );
});
YamlEditor.displayName = 'YamlEditor';
