import { CodeBlock, CodeBlockCode, Content, Grid, GridItem } from '@patternfly/react-core';
import { stringify } from 'yaml';
import type { Difference } from '../domain/differences';
import { useT } from '../i18n/use-t';

const valueText = (value: unknown): string =>
  typeof value === 'string' ? value : stringify(value, { lineWidth: 0 }).trimEnd();

const Value = ({ title, value }: { readonly title: string; readonly value: unknown }) => {
  const t = useT();
  return (
    <GridItem md={6}>
      <Content component="small">{title}</Content>
      {value === undefined ? (
        <Content component="p">{t('Nothing')}</Content>
      ) : (
        <CodeBlock>
          <CodeBlockCode>{valueText(value)}</CodeBlockCode>
        </CodeBlock>
      )}
    </GridItem>
  );
};

export interface DifferenceListProps {
  readonly differences: readonly Difference[];
  /** What the two sides are called. */
  readonly found: string;
  readonly wanted: string;
}

/** The places where an object differs, side by side. */
export const DifferenceList = ({ differences, found, wanted }: DifferenceListProps) =>
  differences.map((difference) => (
    <Grid key={difference.path} hasGutter>
      <GridItem>
        <code>{difference.path}</code>
      </GridItem>
      <Value title={found} value={difference.found} />
      <Value title={wanted} value={difference.wanted} />
    </Grid>
  ));
