import { FormGroup } from '@patternfly/react-core';
import { FieldHelp } from '../../components/FieldHelp';
import { Typeahead } from '../../components/Typeahead';
import { useT } from '../../i18n/use-t';

export interface ProjectFieldProps {
  readonly id: string;
  /** Tells the two projects of the form apart for screen readers. */
  readonly label: string;
  readonly value: string;
  readonly projects: readonly string[];
  readonly help?: string;
  readonly onChange: (project: string) => void;
}

/** The choice of a project, in which a step then offers its objects. */
export const ProjectField = (props: ProjectFieldProps) => {
  const { id, label, value, projects, help, onChange } = props;
  const t = useT();
  return (
    <FormGroup label={t('Project')} fieldId={id} isRequired>
      <Typeahead
        id={id}
        label={label}
        value={value}
        options={projects.map((project) => ({ value: project }))}
        placeholder={t('Select a project')}
        onChange={onChange}
      />
      <FieldHelp help={help} />
    </FormGroup>
  );
};
