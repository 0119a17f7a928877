import { Button, Tooltip } from '@patternfly/react-core';
import { mayNotCreateText } from '../i18n/access-text';
import { useT } from '../i18n/use-t';
import { LinkButton } from './LinkButton';
import { newTriggerPath } from './paths';
import type { FormStart } from './paths';

/** Leads to the form; disabled, with its reason, where the user may not create Triggers. */
export const CreateTriggerButton = ({
  namespace,
  start,
  allowed,
}: {
  readonly namespace: string | undefined;
  /** What the form begins with. */
  readonly start?: FormStart;
  /** undefined until it is known. */
  readonly allowed: boolean | undefined;
}) => {
  const t = useT();
  const title = t('Create image trigger');
  if (allowed !== false)
    return (
      <LinkButton variant="primary" to={newTriggerPath(namespace, start)}>
        {title}
      </LinkButton>
    );
  return (
    <Tooltip content={mayNotCreateText(t, namespace)}>
      <Button variant="primary" isAriaDisabled>
        {title}
      </Button>
    </Tooltip>
  );
};
