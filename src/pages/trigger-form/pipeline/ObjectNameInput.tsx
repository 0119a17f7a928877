import { FormGroup, TextInput } from '@patternfly/react-core';
import { useNames } from '../../../cluster/use-names';
import { FieldHelp } from '../../../components/FieldHelp';
import { useT } from '../../../i18n/use-t';
import type { ResourceKind } from '../../../k8s/resource';

/** The name of an object: typed, or one of those that the user may list. */
export const ObjectNameInput = ({
  id,
  label,
  kind,
  namespace,
  value,
  problem,
  help,
  isRequired = false,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly kind: ResourceKind;
  /** Absent for a kind of the cluster. */
  readonly namespace?: string;
  readonly value: string;
  readonly problem?: string;
  readonly help?: string;
  readonly isRequired?: boolean;
  readonly onChange: (name: string) => void;
}) => {
  const t = useT();
  const names = useNames(kind, namespace);
  const isUnknown = value !== '' && names !== undefined && !names.includes(value);
  return (
    <FormGroup label={label} fieldId={id} isRequired={isRequired}>
      <TextInput
        id={id}
        value={value}
        isRequired={isRequired}
        list={`${id}-names`}
        autoComplete="off"
        aria-describedby={`${id}-help`}
        validated={problem === undefined ? 'default' : 'error'}
        onChange={(_, name) => onChange(name)}
      />
      <datalist id={`${id}-names`}>
        {(names ?? []).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <FieldHelp
        id={`${id}-help`}
        problem={problem}
        warning={
          isUnknown
            ? t('There is no {{kind}} {{name}} now: runs wait for it or fail.', {
                kind: kind.label,
                name: value,
              })
            : undefined
        }
        help={help}
      />
    </FormGroup>
  );
};
