import type { DocumentTitleProps } from '@openshift-console/dynamic-plugin-sdk';
import { useEffect, type FC } from 'react';

/** The SDK's DocumentTitle. */
export const DocumentTitle: FC<DocumentTitleProps> = ({ children }) => {
  useEffect(() => {
    document.title = children;
  }, [children]);
  return null;
};
