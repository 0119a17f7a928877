import type { ReactNode } from 'react';
import { Button } from '@patternfly/react-core';
import type { ButtonProps } from '@patternfly/react-core';
import { useHref, useLinkClickHandler } from 'react-router';

/** A link to a page that looks like a button. */
export const LinkButton = ({
  to,
  children,
  ...props
}: Pick<ButtonProps, 'variant' | 'isInline' | 'isAriaDisabled' | 'icon'> & {
  readonly to: string;
  readonly children: ReactNode;
}) => {
  const href = useHref(to);
  const follow = useLinkClickHandler<HTMLButtonElement>(to);
  return (
    <Button {...props} component="a" href={href} onClick={follow}>
      {children}
    </Button>
  );
};
