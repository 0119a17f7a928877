import { Flex, FlexItem } from '@patternfly/react-core';
import { Link } from 'react-router';
import { useT } from '../i18n/use-t';

/** So many projects are offered here; the project bar above has them all. */
const mostShown = 20;

/** Where to go instead, for whom may not look into a project, or into all of them. */
export const ProjectsInstead = ({
  projects,
  pathOf,
}: {
  /** undefined where they are not known: then there is nothing to say. */
  readonly projects: readonly string[] | undefined;
  /** The same page in a project. */
  readonly pathOf: (project: string) => string;
}) => {
  const t = useT();
  if (!projects) return null;
  if (projects.length === 0)
    return (
      <p>{t('There is no other project that you can see. Ask an administrator for access.')}</p>
    );
  return (
    <>
      <p>{t('Choose a project that you can see:')}</p>
      <Flex justifyContent={{ default: 'justifyContentCenter' }}>
        {projects.slice(0, mostShown).map((project) => (
          <FlexItem key={project}>
            <Link to={pathOf(project)}>{project}</Link>
          </FlexItem>
        ))}
      </Flex>
      {projects.length > mostShown && (
        <p>
          {t('{{count}} more: select one in the project bar above', {
            count: projects.length - mostShown,
          })}
        </p>
      )}
    </>
  );
};
