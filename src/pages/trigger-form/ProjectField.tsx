import { FormGroup } from '@patternfly/react-core';
import { FieldHelp } from '../../components/FieldHelp';
import { ProblemAlert } from '../../components/ProblemState';
import { Typeahead } from '../../components/Typeahead';
import { allProjects } from './form-state';
import { optionsOf } from './options';
import type { Watched } from '../../domain/watched';
import { useT } from '../../i18n/use-t';
import type { Translate } from '../../i18n/use-t';

export interface ProjectFieldProps {
  readonly id: string;
  /** Tells the two projects of the form apart for screen readers. */
  readonly label: string;
  readonly value: string;
  readonly projects: Watched<string[]>;
  /** What is wrong with the project that is chosen. */
  readonly problem?: string;
  readonly help?: string;
  /** What the choice of all of them is called, where it is one. */
  readonly allTitle?: string;
  readonly onChange: (project: string) => void;
}

const noProject = (t: Translate, projects: Watched<string[]>): string | undefined =>
  projects.state === 'loaded' && projects.data.length === 0
    ? t('There is no project that you can see. Ask an administrator for access to one.')
    : undefined;

/** The choice of a project, in which a step then offers its objects. */
export const ProjectField = (props: ProjectFieldProps) => {
  const { id, label, value, projects, problem, help, allTitle, onChange } = props;
  const t = useT();
  const options = optionsOf(projects, (project) => ({ value: project }));
  return (
    <FormGroup label={t('Project')} fieldId={id} isRequired>
      <Typeahead
        id={id}
        label={label}
        value={value}
        options={
          allTitle === undefined || !options
            ? options
            : [{ value: allProjects, title: allTitle }, ...options]
        }
        placeholder={t('Select a project')}
        onChange={onChange}
      />
      <FieldHelp problem={problem ?? noProject(t, projects)} help={help} />
      {projects.state === 'failed' && (
        <ProblemAlert title={t('The projects cannot be read')} problem={projects.problem} />
      )}
    </FormGroup>
  );
};
