import { useEffect, useRef } from 'react';
import { DocumentTitle } from '@openshift-console/dynamic-plugin-sdk';
import { NavigationType, useNavigationType } from 'react-router';
import { focusHeading } from './focus-heading';

/**
 * Whether anybody has pressed or clicked anything since the document was loaded. Without a remembered
 * perspective, the console pushes the location that it was loaded with (openshift/console,
 * console-app useValuesForPerspectiveContext.ts, setActivePerspective): that is no link.
 */
const wasUsed = (): boolean =>
  !('userActivation' in navigator) || navigator.userActivation.hasBeenActive;

/**
 * The page's title in the browser. A link on a page goes with it and leaves the focus nowhere: then
 * the new page's heading takes it. A page that is loaded is left to the browser, and a link that
 * stays, as in the navigation, keeps the focus.
 */
export const PageTitle = ({ children }: { readonly children: string }) => {
  const navigation = useRef(useNavigationType());
  useEffect(() => {
    const isLink = navigation.current === NavigationType.Push && wasUsed();
    if (isLink && document.activeElement === document.body) focusHeading();
  }, []);
  return <DocumentTitle>{children}</DocumentTitle>;
};
