import { FieldHelp } from '../../../components/FieldHelp';
import type { MetadataEntry, MetadataPart, MetadataProblem } from '../../../domain/run-metadata';
import { metadataProblemText, metadataText } from '../../../i18n/metadata-text';
import { useT } from '../../../i18n/use-t';
import { EntryInputs } from './EntryInputs';
import { RowList } from './RowList';

/** Which of the two fields of a row a problem is of. */
const isOfValue = ({ code }: MetadataProblem): boolean =>
  code === 'label-value-illegal' ||
  code === 'annotation-placeholder' ||
  code === 'annotation-half-character' ||
  code === 'annotations-too-large';

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
  return (
    <RowList
      id={part}
      texts={{
        title: texts.title(t),
        help: texts.help(t),
        add: texts.add(t),
        remove: (number) => texts.remove(t, number),
      }}
      rows={entries}
      blank={{ name: '', value: '' }}
      onChange={onChange}
    >
      {(entry, index, change) => {
        const problem = problems.find((one) => one.part === part && one.index === index);
        const help = `${part}-${index}-help`;
        return (
          <>
            <EntryInputs
              id={`${part}-${index}`}
              labels={{ name: texts.name(t, index + 1), value: texts.value(t, index + 1) }}
              entry={entry}
              wrong={problem && (isOfValue(problem) ? 'value' : 'name')}
              onChange={change}
            />
            <FieldHelp id={help} problem={problem && metadataProblemText[problem.code](t)} />
          </>
        );
      }}
    </RowList>
  );
};
