import {
  isHrefNavItem,
  isNavSection,
} from '@openshift-console/dynamic-plugin-sdk/lib/extensions/navigation';
import {
  Nav,
  NavExpandable,
  NavItem,
  NavList,
  PageSidebar,
  PageSidebarBody,
} from '@patternfly/react-core';
import { useMemo, useState, type FC } from 'react';
import { Link, useLocation } from 'react-router';
import { useNamespaceContext } from '../host/ActiveNamespace';
import { useTranslatedExtensions } from '../host/extensions';
import { useHostNavigation } from './host-navigation';
import { inOrder, isActive, targetOf, type NavGroup, type NavLink } from './navigation';

/** The links that plugins contribute and whose flags are set. */
export const usePluginLinks = (): NavLink[] => {
  const extensions = useTranslatedExtensions(isHrefNavItem);
  return useMemo(() => extensions.map(({ properties }) => properties), [extensions]);
};

const SidebarLink: FC<{ link: NavLink }> = ({ link }) => {
  const { pathname } = useLocation();
  const [namespace] = useNamespaceContext();
  return (
    <NavItem isActive={isActive(link, pathname)}>
      <Link to={targetOf(link, namespace)} data-test="nav">
        {link.name}
      </Link>
    </NavItem>
  );
};

const SidebarGroup: FC<{ group: NavGroup; links: NavLink[] }> = ({ group, links }) => {
  const { pathname } = useLocation();
  const active = links.some((link) => isActive(link, pathname));
  const [toggled, setToggled] = useState<boolean>();
  return (
    <NavExpandable
      title={group.name ?? group.id}
      isActive={active}
      isExpanded={toggled ?? active}
      onExpand={(_, isExpanded) => setToggled(isExpanded)}
    >
      {inOrder(links).map((link) => (
        <SidebarLink key={link.id} link={link} />
      ))}
    </NavExpandable>
  );
};

/** The sidebar: sections of the host and of plugins, and the links that belong to no section. */
export const Sidebar: FC<{ isOpen: boolean; onSelect: () => void }> = ({ isOpen, onSelect }) => {
  const sections = useTranslatedExtensions(isNavSection);
  const pluginLinks = usePluginLinks();
  const host = useHostNavigation();
  const links = [...host.links, ...pluginLinks];
  const groups = inOrder<NavGroup>([
    ...host.groups,
    ...sections.map(({ properties }) => properties),
  ]);
  return (
    <PageSidebar isSidebarOpen={isOpen}>
      <PageSidebarBody>
        <Nav aria-label="Navigation" onSelect={onSelect}>
          <NavList>
            {inOrder(links.filter(({ section }) => section === undefined)).map((link) => (
              <SidebarLink key={link.id} link={link} />
            ))}
            {groups
              .map((group) => ({ group, own: links.filter(({ section }) => section === group.id) }))
              .filter(({ own }) => own.length > 0)
              .map(({ group, own }) => (
                <SidebarGroup key={group.id} group={group} links={own} />
              ))}
          </NavList>
        </Nav>
      </PageSidebarBody>
    </PageSidebar>
  );
};
