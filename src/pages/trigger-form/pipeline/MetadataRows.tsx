import { useRef } from 'react';
import { Button, Grid, GridItem, Stack, TextInput } from '@patternfly/react-core';
import { MinusCircleIcon, PlusCircleIcon } from '@patternfly/react-icons';
import { FieldHelp } from '../../../components/FieldHelp';
import type { MetadataEntry, MetadataPart, MetadataProblem } from '../../../domain/run-metadata';
import { metadataProblemText, metadataText } from '../../../i18n/metadata-text';
import { useT } from '../../../i18n/use-t';

/** Which of the two fields of a row a problem is of. */
const isOfValue = ({ code }: MetadataProblem): boolean =>
  code === 'label-value-illegal' ||
  code === 'annotation-placeholder' ||
  code === 'annotation-half-character';

interface RowProps {
  readonly part: MetadataPart;
  readonly index: number;
  readonly entry: MetadataEntry;
  readonly problem: MetadataProblem | undefined;
  readonly onChange: (entry: MetadataEntry) => void;
  readonly onRemove: () => void;
}

const Row = ({ part, index, entry, problem, onChange, onRemove }: RowProps) => {
  const t = useT();
  const texts = metadataText[part];
  const help = `${part}-${index}-help`;
  const stateOf = (isWrong: boolean | undefined) => (isWrong === true ? 'error' : 'default');
  return (
    <Grid hasGutter>
      <GridItem span={12} md={5}>
        <TextInput
          id={`${part}-${index}-name`}
          aria-label={texts.name(t, index + 1)}
          aria-describedby={help}
          placeholder={t('Name')}
          value={entry.name}
          validated={stateOf(problem && !isOfValue(problem))}
          onChange={(_, name) => onChange({ ...entry, name })}
        />
      </GridItem>
      <GridItem span={10} md={6}>
        <TextInput
          id={`${part}-${index}-value`}
          aria-label={texts.value(t, index + 1)}
          aria-describedby={help}
          placeholder={t('Value')}
          value={entry.value}
          validated={stateOf(problem && isOfValue(problem))}
          onChange={(_, value) => onChange({ ...entry, value })}
        />
        <FieldHelp id={help} problem={problem && metadataProblemText[problem.code](t)} />
      </GridItem>
      <GridItem span={2} md={1}>
        <Button
          variant="plain"
          aria-label={texts.remove(t, index + 1)}
          icon={<MinusCircleIcon />}
          onClick={onRemove}
        />
      </GridItem>
    </Grid>
  );
};

/** Labels or annotations, a row each. */
export const MetadataRows = ({
  part,
  entries,
  problems,
  onChange,
}: {
  readonly part: MetadataPart;
  readonly entries: readonly MetadataEntry[];
  readonly problems: readonly MetadataProblem[];
  readonly onChange: (entries: readonly MetadataEntry[]) => void;
}) => {
  const t = useT();
  const texts = metadataText[part];
  const add = useRef<HTMLButtonElement>(null);
  return (
    <Stack
      hasGutter
      role="group"
      aria-labelledby={`${part}-title`}
      aria-describedby={`${part}-about`}
    >
      <div>
        <div id={`${part}-title`} className="pf-v6-c-form__label-text">
          {texts.title(t)}
        </div>
        <FieldHelp id={`${part}-about`} help={texts.help(t)} />
      </div>
      {entries.map((entry, index) => (
        <Row
          // A row has no name of its own: it is what stands at this place.
          key={index}
          part={part}
          index={index}
          entry={entry}
          problem={problems.find((one) => one.part === part && one.index === index)}
          onChange={(changed) =>
            onChange(entries.map((other, place) => (place === index ? changed : other)))
          }
          onRemove={() => {
            onChange(entries.filter((_, place) => place !== index));
            add.current?.focus();
          }}
        />
      ))}
      <div>
        <Button
          ref={add}
          variant="link"
          isInline
          icon={<PlusCircleIcon />}
          onClick={() => onChange([...entries, { name: '', value: '' }])}
        >
          {texts.add(t)}
        </Button>
      </div>
    </Stack>
  );
};
