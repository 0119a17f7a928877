import { Grid, GridItem, TextInput } from '@patternfly/react-core';
import type { MetadataEntry } from '../../../domain/run-metadata';
import { useT } from '../../../i18n/use-t';

/** The two fields of a name and its value; `ID-help` explains them. */
export const EntryInputs = ({
  id,
  labels,
  entry,
  wrong,
  onChange,
}: {
  readonly id: string;
  readonly labels: Readonly<Record<'name' | 'value', string>>;
  readonly entry: MetadataEntry;
  /** Which of the two is wrong. */
  readonly wrong: 'name' | 'value' | undefined;
  readonly onChange: (entry: MetadataEntry) => void;
}) => {
  const t = useT();
  const placeholders = { name: t('Name'), value: t('Value') };
  return (
    <Grid hasGutter md={6}>
      {(['name', 'value'] as const).map((field) => (
        <GridItem key={field}>
          <TextInput
            id={`${id}-${field}`}
            aria-label={labels[field]}
            aria-describedby={`${id}-help`}
            placeholder={placeholders[field]}
            value={entry[field]}
            validated={wrong === field ? 'error' : 'default'}
            onChange={(_, text) => onChange({ ...entry, [field]: text })}
          />
        </GridItem>
      ))}
    </Grid>
  );
};
