import { useState } from 'react';
import {
  CodeBlock,
  CodeBlockCode,
  Content,
  ExpandableSection,
  Grid,
  GridItem,
  Label,
} from '@patternfly/react-core';
import type { LabelProps } from '@patternfly/react-core';
import { stringify } from 'yaml';
import type { Comparison } from '../domain/comparison';
import type { Difference } from '../domain/differences';
import { judgementOf, judgementText } from '../i18n/comparison-text';
import type { Judgement } from '../i18n/comparison-text';
import { refText } from '../i18n/resource-text';
import { useT } from '../i18n/use-t';

const looks: Record<Judgement, Pick<LabelProps, 'status' | 'variant'>> = {
  missing: { status: 'danger' },
  extra: { status: 'warning' },
  unreadable: { status: 'warning' },
  newer: { variant: 'outline' },
  outdated: { status: 'info' },
  'by-hand': { status: 'warning' },
  foreign: { status: 'warning' },
};

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

const OneDifference = ({ difference }: { readonly difference: Difference }) => {
  const t = useT();
  const { path, found, wanted } = difference;
  return (
    <Grid hasGutter>
      <GridItem>
        <code>{path}</code>
      </GridItem>
      <Value title={t('In the cluster')} value={found} />
      <Value title={t('As this version builds it')} value={wanted} />
    </Grid>
  );
};

const OneObject = ({
  comparison,
  judgement,
}: {
  readonly comparison: Comparison;
  readonly judgement: Judgement;
}) => {
  const t = useT();
  const [open, setOpen] = useState(false);
  const { title, explanation } = judgementText[judgement];
  return (
    <ExpandableSection
      isExpanded={open}
      onToggle={(_, next) => setOpen(next)}
      toggleContent={
        <>
          {refText(t, comparison)}{' '}
          <Label isCompact {...looks[judgement]}>
            {title(t)}
          </Label>
        </>
      }
    >
      {open && (
        <>
          <Content component="p">{explanation(t, comparison.builder ?? '')}</Content>
          {comparison.differences.map((difference) => (
            <OneDifference key={difference.path} difference={difference} />
          ))}
        </>
      )}
    </ExpandableSection>
  );
};

/** Objects that are not what this version of the plugin builds, each with where it differs. */
export const ComparisonList = ({ objects }: { readonly objects: readonly Comparison[] }) =>
  objects.map((comparison) => {
    const judgement = judgementOf(comparison);
    const { kind, namespace = '', name } = comparison;
    return (
      judgement && (
        <OneObject
          key={`${kind.plural} ${namespace}/${name}`}
          comparison={comparison}
          judgement={judgement}
        />
      )
    );
  });
