import { FormSelect, FormSelectOption, TextArea, TextInput } from '@patternfly/react-core';
import { FieldHelp } from '../../../components/FieldHelp';
import type { DraftParam, ParamSource } from '../../../domain/draft';
import type { StreamRef } from '../../../domain/push';
import { hasField, parsePushField, pushFieldKeys } from '../../../domain/push-fields';
import { pushFieldText } from '../../../i18n/push-field-text';
import { useT } from '../../../i18n/use-t';

const keyOf = (source: ParamSource): string =>
  source.from === 'push' ? source.field : source.from;

/** The source that an option of the list stands for; what was filled in is kept when it comes back. */
const sourceOf = (key: string, before: ParamSource, object: ParamSource): ParamSource => {
  if (key === 'default' || key === 'kept') return { from: key };
  if (key === 'object') return before.from === 'object' ? before : object;
  const field = parsePushField(key);
  if (field) return { from: 'push', field };
  return before.from === 'literal' ? before : { from: 'literal', value: '' };
};

/** What an option is called that leaves the value out. */
export interface AbsentOption {
  readonly label: string;
  readonly isDisabled: boolean;
}

interface InputProps {
  readonly param: DraftParam;
  /** Whose pushes have the fields. */
  readonly stream: StreamRef | undefined;
  /** Of what explains the row. */
  readonly helpId: string;
  readonly problem: string | undefined;
  readonly onChange: (source: ParamSource) => void;
}

const SourceSelect = ({
  param,
  stream,
  helpId,
  problem,
  absent,
  object,
  onChange,
}: InputProps & {
  readonly absent: AbsentOption | undefined;
  readonly object: ParamSource;
}) => {
  const t = useT();
  const { name, type, source, kept } = param;
  // What is wrong with a text is said with the text.
  const isWrong = problem !== undefined && ['default', 'push'].includes(source.from);
  return (
    <FormSelect
      id={`param-${name}`}
      aria-label={t('Value of {{name}}', { name })}
      aria-describedby={isWrong ? helpId : undefined}
      validated={isWrong ? 'error' : 'default'}
      value={keyOf(source)}
      onChange={(_, key) => onChange(sourceOf(key, source, object))}
    >
      {type !== 'object' &&
        pushFieldKeys.map((field) => (
          <FormSelectOption
            key={field}
            value={field}
            label={pushFieldText[field](t)}
            isDisabled={!hasField(stream, field)}
          />
        ))}
      {type === 'object' ? (
        <FormSelectOption value="object" label={t('Key by key')} />
      ) : (
        <FormSelectOption value="literal" label={t('Text')} />
      )}
      {absent && (
        <FormSelectOption value="default" label={absent.label} isDisabled={absent.isDisabled} />
      )}
      {kept !== undefined && <FormSelectOption value="kept" label={t('Kept as it is')} />}
    </FormSelect>
  );
};

const LiteralInput = ({ param, helpId, problem, onChange }: InputProps) => {
  const t = useT();
  const { name, type, source, choices } = param;
  if (source.from !== 'literal') return null;
  const { value } = source;
  const common = {
    'aria-label': t('Text for {{name}}', { name }),
    'aria-describedby': helpId,
    value,
    validated: problem === undefined ? ('default' as const) : ('error' as const),
    onChange: (_: unknown, text: string): void => onChange({ from: 'literal', value: text }),
  };
  if (type === 'array')
    return (
      <>
        <TextArea {...common} resizeOrientation="vertical" />
        <FieldHelp help={t('One item a line.')} />
      </>
    );
  if (!choices) return <TextInput {...common} />;
  return (
    <FormSelect {...common}>
      {!choices.includes(value) && (
        <FormSelectOption value={value} label={value === '' ? t('Choose a text') : value} />
      )}
      {choices.map((choice) => (
        <FormSelectOption key={choice} value={choice} label={choice} />
      ))}
    </FormSelect>
  );
};

/** Where a value comes from, and its text where it is one. */
export const ParamInput = ({
  absent,
  object = { from: 'object', keys: [] },
  ...props
}: InputProps & {
  /** Undefined where the value cannot be left out. */
  readonly absent: AbsentOption | undefined;
  /** What an object begins with once it is filled key by key. */
  readonly object?: ParamSource;
}) => (
  <>
    <SourceSelect {...props} absent={absent} object={object} />
    <LiteralInput {...props} />
  </>
);
