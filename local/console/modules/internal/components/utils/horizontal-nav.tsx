import type { HorizontalNavProps, NavPage } from '@openshift-console/dynamic-plugin-sdk';
import { isHorizontalNavTab } from '@openshift-console/dynamic-plugin-sdk/lib/extensions/horizontal-nav-tabs';
import { getGroupVersionKindForResource } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-ref';
import { Flex, Tab, Tabs, TabTitleText } from '@patternfly/react-core';
import { useMemo, type ComponentType, type FC, type ReactElement } from 'react';
import { Route, Routes, useLocation, useNavigate, useParams } from 'react-router';
import { useTranslatedExtensions } from '../../../../host/extensions';
import { LazyComponent } from '../../../../host/LazyComponent';
import { PageErrorBoundary } from '../../../../host/PageErrorBoundary';

/** What the page of a tab gets (SDK extensions/horizontal-nav-tabs.ts PageComponentProps). */
interface TabProps {
  obj: HorizontalNavProps['resource'];
  params: Readonly<Record<string, string | undefined>>;
  customData: object | undefined;
}

interface TabPage {
  name: string;
  href: string;
  path: string;
  render: (props: TabProps) => ReactElement;
}

const ownPage = ({ name, href = '', path, component }: NavPage): TabPage => {
  const Page: ComponentType<Partial<TabProps>> = component;
  return { name, href, path: path ?? href, render: (props) => <Page {...props} /> };
};

const usePluginPages = (resource: HorizontalNavProps['resource']): TabPage[] => {
  const extensions = useTranslatedExtensions(isHorizontalNavTab);
  return useMemo(() => {
    const of = resource === undefined ? undefined : getGroupVersionKindForResource(resource);
    return extensions
      .filter(
        ({ properties: { model } }) =>
          model.kind === of?.kind && model.version === of.version && model.group === of.group,
      )
      .map(({ properties: { page, component } }): TabPage => ({
        ...page,
        path: encodeURIComponent(page.href),
        render: (props) => <LazyComponent component={component} componentProps={props} />,
      }))
      .sort((a, b) => a.name.localeCompare(b.name));
  }, [extensions, resource]);
};

const TabBar: FC<{ pages: TabPage[] }> = ({ pages }) => {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const segments = pathname.replace(/\/$/, '').split('/');
  const last = decodeURIComponent(segments.at(-1) ?? '');
  const active = pages.find(({ href }) => href === last)?.href ?? '';
  const base = (active === '' ? segments : segments.slice(0, -1)).join('/');
  return (
    // PatternFly's tabs collapse to no height directly inside the page's flex column.
    <div>
      <Tabs activeKey={active} component="nav" usePageInsets aria-label="Pages of the resource">
        {pages.map(({ name, href }) => {
          const target = href === '' ? base : `${base}/${encodeURIComponent(href)}`;
          return (
            <Tab
              key={href}
              eventKey={href}
              href={target}
              title={<TabTitleText>{name}</TabTitleText>}
              data-test-id={`horizontal-link-${name}`}
              onClick={(event) => {
                event.preventDefault();
                void navigate(target);
              }}
            />
          );
        })}
      </Tabs>
    </div>
  );
};

/**
 * The SDK's HorizontalNav: tabs as routes below the page's own, those of plugins behind, by name.
 * The last segment of the path decides which one is open, as in the console.
 */
export const HorizontalNavFacade: FC<HorizontalNavProps> = ({ resource, pages, customData }) => {
  const params = useParams();
  const pluginPages = usePluginPages(resource);
  const all = [...pages.map(ownPage), ...pluginPages];
  return (
    <Flex
      direction={{ default: 'column' }}
      rowGap={{ default: 'rowGapNone' }}
      flexWrap={{ default: 'nowrap' }}
      flex={{ default: 'flex_1' }}
    >
      <TabBar pages={all} />
      <Routes>
        {all.map(({ href, path, render }) => (
          <Route
            key={href}
            path={path}
            element={
              <PageErrorBoundary key={href}>
                {render({ obj: resource, params, customData })}
              </PageErrorBoundary>
            }
          />
        ))}
      </Routes>
    </Flex>
  );
};
