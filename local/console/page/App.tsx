import { isRoutePage } from '@openshift-console/dynamic-plugin-sdk/lib/extensions/pages';
import { Alert, Page, PageSection, SkipToContent } from '@patternfly/react-core';
import { useState, type FC } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { useNamespaceContext } from '../host/ActiveNamespace';
import { useTranslatedExtensions } from '../host/extensions';
import { LazyComponent } from '../host/LazyComponent';
import { namespaceOfPath } from '../host/namespace-route';
import { PageErrorBoundary } from '../host/PageErrorBoundary';
import { NamespaceBar } from '../modules/internal/components/namespace-bar';
import { Header } from './Header';
import { targetOf } from './navigation';
import { NotFound } from './NotFound';
import { ResourceDetails } from './ResourceDetails';
import { ResourceList } from './ResourceList';
import { Sidebar, usePluginLinks } from './Sidebar';

/** From which width on, in pixels, the sidebar is open beside the page (PatternFly's xl). */
const sidebarWidth = 1200;

const hasRoomForSidebar = (): boolean => window.innerWidth >= sidebarWidth;

/** Paths of the host's own pages, as the console names them. */
const resourceScopes = ['/k8s/ns/:ns', '/k8s/all-namespaces', '/k8s/cluster'];

const pathsOf = (path: string | string[], exact = false): string[] =>
  (Array.isArray(path) ? path : [path]).map((one) => (exact ? one : `${one}/*`));

/** The root leads to the first page of the plugin, as soon as the flags that it asks for are set. */
const Landing: FC = () => {
  const [namespace] = useNamespaceContext();
  const [first] = usePluginLinks();
  return first === undefined ? null : <Navigate to={targetOf(first, namespace)} replace />;
};

const Pages: FC = () => {
  const routes = useTranslatedExtensions(isRoutePage);
  return (
    <Routes>
      {routes.flatMap(({ uid, properties: { path, exact, component } }) =>
        pathsOf(path, exact).map((one) => (
          <Route
            key={`${uid} ${one}`}
            path={one}
            element={<LazyComponent key={uid} component={component} componentProps={{}} />}
          />
        )),
      )}
      <Route path="/" element={<Landing />} />
      {resourceScopes.map((scope) => (
        <Route key={scope} path={`${scope}/:resource`} element={<ResourceList />} />
      ))}
      {resourceScopes.map((scope) => (
        <Route key={scope} path={`${scope}/:resource/:name/*`} element={<ResourceDetails />} />
      ))}
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
};

const Problem: FC<{ title: string; reason?: string }> = ({ title, reason }) =>
  reason === undefined ? null : (
    <PageSection hasBodyWrapper={false}>
      <Alert isInline variant="danger" title={title}>
        {reason}
      </Alert>
    </PageSection>
  );

/** The console's frame around the pages of the plugin and of the host. */
export const App: FC<{ pluginProblem?: string; clusterProblem?: string }> = (props) => {
  const [isSidebarOpen, setSidebarOpen] = useState(hasRoomForSidebar);
  const { pathname } = useLocation();
  // The console draws the project bar of these paths itself; other pages bring their own.
  const isNamespaced = pathname.startsWith('/k8s/') && namespaceOfPath(pathname) !== undefined;
  return (
    <Page
      isContentFilled
      mainContainerId="content"
      skipToContent={<SkipToContent href="#content">Skip to content</SkipToContent>}
      masthead={
        <Header
          isSidebarOpen={isSidebarOpen}
          onToggleSidebar={() => setSidebarOpen(!isSidebarOpen)}
        />
      }
      sidebar={
        <Sidebar
          isOpen={isSidebarOpen}
          onSelect={() => setSidebarOpen(hasRoomForSidebar() && isSidebarOpen)}
        />
      }
    >
      <PageSection hasBodyWrapper={false} padding={{ default: 'noPadding' }}>
        {isNamespaced && <NamespaceBar />}
        <Problem title="The plugin could not be loaded" reason={props.pluginProblem} />
        <Problem title="The cluster could not be read" reason={props.clusterProblem} />
      </PageSection>
      <PageSection
        isFilled
        hasBodyWrapper={false}
        padding={{ default: 'noPadding' }}
        className="local-console-content"
        id="content-scrollable"
      >
        <PageErrorBoundary>
          <Pages />
        </PageErrorBoundary>
      </PageSection>
    </Page>
  );
};
