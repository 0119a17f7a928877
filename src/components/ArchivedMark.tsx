import { Content } from '@patternfly/react-core';
import { useT } from '../i18n/use-t';

/** Beside the name of a run that only Tekton Results has any more. */
export const ArchivedMark = () => {
  const t = useT();
  return <Content component="small">{t('Pruned, known from Tekton Results')}</Content>;
};
