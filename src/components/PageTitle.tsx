import { useEffect, useRef } from 'react';
import { DocumentTitle } from '@openshift-console/dynamic-plugin-sdk';
import { NavigationType, useNavigationType } from 'react-router';
import { focusHeading } from './focus-heading';

/**
 * The page's title in the browser. A link on a page goes with it and leaves the focus nowhere: then
 * the new page's heading takes it. A page that is loaded is left to the browser, and a link that
 * stays, as in the navigation, keeps the focus.
 */
export const PageTitle = ({ children }: { readonly children: string }) => {
  const navigation = useRef(useNavigationType());
  useEffect(() => {
    if (navigation.current === NavigationType.Push && document.activeElement === document.body)
      focusHeading();
  }, []);
  return <DocumentTitle>{children}</DocumentTitle>;
};
