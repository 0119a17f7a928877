import { EmptyResult } from './EmptyResult';
import { LinkButton } from './LinkButton';
import { triggersPath } from './paths';
import { useT } from '../i18n/use-t';

/** Takes the place of an image trigger that is not there, and leads to those that are. */
export const NoSuchTrigger = ({
  namespace,
  name,
}: {
  readonly namespace: string;
  readonly name: string;
}) => {
  const t = useT();
  return (
    <EmptyResult
      title={t('No image trigger {{name}}', { name })}
      body={t('It does not exist in project {{project}}, or it was deleted.', {
        project: namespace,
      })}
    >
      <LinkButton variant="primary" to={triggersPath(namespace)}>
        {t('Show all image triggers')}
      </LinkButton>
    </EmptyResult>
  );
};
