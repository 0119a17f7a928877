import { Bullseye, Spinner } from '@patternfly/react-core';
import { useEffect, useState, type ComponentType, type ReactElement } from 'react';
import { PageErrorBoundary } from './PageErrorBoundary';

interface LazyProps<P> {
  component: () => Promise<ComponentType<P>>;
  componentProps: P;
}

const Loaded = <P extends object>({ component, componentProps }: LazyProps<P>): ReactElement => {
  const [loaded, setLoaded] = useState<{ Component: ComponentType<P> } | { error: Error }>();
  useEffect(() => {
    let isCurrent = true;
    component().then(
      (Component) => isCurrent && setLoaded({ Component }),
      (cause: unknown) => isCurrent && setLoaded({ error: new Error(String(cause), { cause }) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [component]);
  if (loaded === undefined) {
    return (
      <Bullseye>
        <Spinner aria-label="Loading the page" />
      </Bullseye>
    );
  }
  if ('error' in loaded) throw loaded.error;
  return <loaded.Component {...componentProps} />;
};

/** A component of a plugin: a spinner while it loads, and the reason if it cannot load or crashes. */
export const LazyComponent = <P extends object>(props: LazyProps<P>): ReactElement => (
  <PageErrorBoundary>
    <Loaded {...props} />
  </PageErrorBoundary>
);
