import { useRef, useState } from 'react';
import { Tooltip } from '@patternfly/react-core';
import { shortDigest } from '../domain/push';

/**
 * A digest, short; the whole one on hover and focus. A table has one in every row, so its tooltip is
 * there only from the first time on that somebody wants it.
 */
export const Digest = ({ digest }: { readonly digest: string }) => {
  const code = useRef<HTMLElement>(null);
  const [wanted, setWanted] = useState<boolean>();
  const show = (): void => setWanted(true);
  const hide = (): void => setWanted(false);
  return (
    <>
      <code
        ref={code}
        tabIndex={0}
        onMouseEnter={show}
        onMouseLeave={hide}
        onFocus={show}
        onBlur={hide}
      >
        {shortDigest(digest)}
      </code>
      {wanted !== undefined && <Tooltip triggerRef={code} isVisible={wanted} content={digest} />}
    </>
  );
};
