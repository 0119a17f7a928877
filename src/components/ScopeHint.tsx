import { useT } from '../i18n/use-t';

/** What to do where the user may not look into all projects. */
export const ScopeHint = ({ namespace }: { readonly namespace: string | undefined }) => {
  const t = useT();
  return namespace === undefined ? (
    <p>{t('Select a project above to see what is in it.')}</p>
  ) : null;
};
