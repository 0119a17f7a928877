import { useState } from 'react';
import { Content, ExpandableSection, Label } from '@patternfly/react-core';
import type { LabelProps } from '@patternfly/react-core';
import type { Comparison } from '../domain/comparison';
import { judgementOf, judgementText } from '../i18n/comparison-text';
import type { Judgement } from '../i18n/comparison-text';
import { refText } from '../i18n/resource-text';
import { useT } from '../i18n/use-t';
import { DifferenceList } from './DifferenceList';

const looks: Record<Judgement, Pick<LabelProps, 'status' | 'variant'>> = {
  missing: { status: 'danger' },
  extra: { status: 'warning' },
  unreadable: { status: 'warning' },
  newer: { variant: 'outline' },
  outdated: { status: 'info' },
  'by-hand': { status: 'warning' },
  foreign: { status: 'warning' },
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
          <DifferenceList
            differences={comparison.differences}
            found={t('In the cluster')}
            wanted={t('As this version builds it')}
          />
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
